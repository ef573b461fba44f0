from datetime import date

import pytest
from django.test import Client

from tests.factories.seasons import NOON, a_key, a_pact_open_for_signing, a_season
from thidua.cli.founding import play
from thidua.figures.progress import progress_board
from thidua.records.seasons.actions.pacts import sign_pact
from thidua.records.seasons.models import BlocSeason


def front(language="vi"):
    client = Client(headers={"host": "localhost"})
    client.cookies["language"] = language
    return " ".join(client.get("/").content.decode().split())


def sum_of(page, words):
    """The figure that stands over these words."""
    _, found = page.split(f"<dt>{words}</dt><dd>")
    return found.partition("</dd>")[0].replace("<small>", "").replace("</small>", "")


def test_a_house_without_a_launched_season_says_so(db):
    a_season()
    page = front()
    assert "Chưa phát động năm thi đua nào" in page
    assert "Cụm thử" not in page


def test_the_front_page_counts_units_and_signatures_and_shows_the_drum(db):
    world = a_pact_open_for_signing()
    sign_pact(world.pact(), unit=world.units[1], by=world.leaders[1], at=NOON, key=a_key())
    page = front()
    assert "Cụm thử" in page
    assert sum_of(page, "đơn vị trong 1 khối") == "3"
    assert sum_of(page, "đã ký giao ước thi đua") == "1/3"
    assert '<svg class="drum"' in page


def test_outside_the_demo_no_role_is_offered(db):
    a_pact_open_for_signing()
    assert "Vào thử" not in front()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_founding_region_stands_there_with_what_it_achieved(db, settings, language):
    settings.DEMO_DAY = on = date(2016, 12, 2)
    season = play(on)
    rows = [row for bloc in BlocSeason.objects.filter(season=season) for row in progress_board(bloc, on=on).rows]
    page = front(language)
    assert "Khu vực thi đua các cơ quan tư pháp Đồng bằng Bắc bộ" in page
    words = {"vi": "chỉ tiêu đạt hoặc vượt mức tự đăng ký", "en": "targets at or above what the units registered"}
    told = f"{sum(row.reached for row in rows)}/{sum(row.known for row in rows)}"
    assert sum_of(page, words[language]) == told
    locked = {"vi": "khối đã chốt bảng xếp hạng", "en": "blocs with a locked ranking"}
    assert sum_of(page, locked[language]) == "2/2"
    assert page.count('action="/thu-dung/') == 9
    assert "Văn phòng, STP Quảng Ninh" in page
    first = {"vi": "Đánh giá cả năm của khu vực", "en": "s whole year"}
    assert first[language] in page
