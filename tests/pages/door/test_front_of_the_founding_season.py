"""The front page on the last day of the founding season."""

import pytest

from tests.pages.door.front import front, sum_of
from tests.played import LAST_DAY
from thidua.figures.progress import progress_board
from thidua.records.seasons.models import BlocSeason


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_founding_region_stands_there_with_what_it_achieved(stand_on, language):
    stand_on(LAST_DAY)
    rows = [row for bloc in BlocSeason.objects.all() for row in progress_board(bloc, on=LAST_DAY).rows]
    page = front(language)
    assert "Khu vực thi đua các cơ quan tư pháp Đồng bằng Bắc bộ" in page
    words = {"vi": "chỉ tiêu đạt hoặc vượt mức tự đăng ký", "en": "targets at or above what the units registered"}
    told = f"{sum(row.reached for row in rows)}/{sum(row.known for row in rows)}"
    assert sum_of(page, words[language]) == told
    locked = {"vi": "khối đã chốt bảng xếp hạng", "en": "blocs with a locked ranking"}
    assert sum_of(page, locked[language]) == "2/2"
    assert page.count('action="/thu-dung/') == 9
    assert "Văn phòng, STP Quảng Ninh" in page
    first = {"vi": "Đánh giá cả năm của cụm, khu vực", "en": "s whole year"}
    assert first[language] in page
