"""The register of guidance and its form, as the secretary fills it in."""

import pytest

from tests.factories.seasons import TODAY, a_key, a_season
from tests.pages.clients import client_of
from thidua.pages.seasons.year import year_of
from thidua.records.seasons.models import Guidance

TYPED = {
    "number": "15/BTP-TĐKT", "dated_on": "1/2/2016", "issuer": "Bộ Tư pháp", "title": "Hướng dẫn thi đua", "rows": "3",
    "what-0": "Gửi đăng ký", "due_on-0": "15/3/2016", "what-1": "Cờ thi đua", "most-1": "1",
    "what-2": "Bằng khen", "percent-2": "20",
}  # fmt: skip


def where(world, *more):
    return "/".join(("", world.season.cluster.slug, world.season.slug, "chi-dao", *more))


@pytest.fixture
def world(db):
    return a_season()


def post(world, typed, *more):
    return client_of(world.secretary).post(where(world, *more), TYPED | {"key": a_key(), "version": "1"} | typed)


def test_a_paper_is_entered_found_shown_and_mended(world):
    assert post(world, {}, "moi").status_code == 303
    one = Guidance.objects.get()
    assert [(quota.most, quota.percent) for quota in one.quotas.all()] == [(1, None), (None, 20)]
    secretary = client_of(world.secretary)
    assert one.public_id in secretary.get(where(world), {"tim": "huong dan"}).content.decode()
    assert one.public_id not in secretary.get(where(world), {"tim": "khác hẳn"}).content.decode()
    assert 'value="15/3/2016"' in secretary.get(where(world, one.public_id)).content.decode()
    assert post(world, {"title": "Hướng dẫn mới"}, one.public_id).status_code == 303
    assert Guidance.objects.get().title == "Hướng dẫn mới"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"most-0": "2"}, "Dòng 1: ghi đúng một trong ba ô"),
        ({"most-1": "9" * 5000}, "Dòng 2"),
        ({"percent-2": "120"}, "“120” không phải số từ 1 đến 100"),
        ({"due_on-0": "15/1/2016"}, "trước ngày văn bản"),
        ({"number": ""}, "Thiếu “Số, ký hiệu”"),
    ],
)
def test_a_wrong_form_is_told_by_its_line_and_kept(world, typed, said):
    answer = post(world, typed, "moi")
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert said in shown
    assert "Gửi đăng ký" in shown
    assert not Guidance.objects.exists()


def test_members_read_and_do_not_enter(world):
    post(world, {}, "moi")
    one = Guidance.objects.get()
    officer = client_of(world.officers[1])
    shown = officer.get(where(world, one.public_id)).content.decode()
    assert "15/3/2016" in shown
    assert "Lưu văn bản" not in shown
    assert officer.get(where(world, "moi")).status_code == 422
    assert client_of(world.outsider).get(where(world)).status_code == 404


def test_its_days_stand_in_the_calendar_of_the_season(world):
    post(world, {}, "moi")
    year = year_of(world.season, [], [], on=TODAY)
    assert [(mark.label, str(mark.on)) for mark in year.marks] == [("Gửi đăng ký", "2016-03-15")]
