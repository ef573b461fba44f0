"""Units' reports put together: texts of one heading side by side, picked, edited; who sent nothing is named."""

import pytest

from tests.factories.papers import a_draft, a_submitted
from tests.factories.results import JULY, a_season_of_results
from tests.factories.seasons import World
from tests.factories.written import a_signed_written, a_submitted_written, a_written_on_behalf
from tests.pages.clients import client_of
from tests.pages.forms import form_on
from thidua.records.papers.models import OfficialPaper

HALF_YEAR = "bao-cao-so-ket"


@pytest.fixture
def world(db, settings) -> World:
    settings.DEMO_DAY = JULY.date()
    return a_season_of_results()


def paper(world: World, what: str = "") -> str:
    season = world.season
    return f"/{season.cluster.slug}/{season.slug}/van-ban/{HALF_YEAR}/{season.public_id}{what}"


def text(answer) -> str:
    return answer.content.decode()


def picks(reports) -> list[str]:
    return [report.public_id for report in reports]


def test_ticked_texts_are_taken_in_behind_their_units_name_and_can_be_edited(world):
    reports = [
        a_signed_written(world, 1, ton_tai=["Chậm", "Thiếu người"]),
        a_written_on_behalf(world, 2, ton_tai=["Xa"]),
    ]
    a_draft(world, HALF_YEAR)
    secretary = client_of(world.secretary)
    form = form_on(secretary.get(paper(world, "/gop/ton_tai")).content, paper(world, "/gop/ton_tai/luu?"))
    answer = secretary.post(paper(world, "/gop/ton_tai/luu"), form | {"ton_tai": "Chung", "pick": picks(reports)})
    assert answer.status_code == 303
    names = [report.membership.short_name for report in reports]
    assert OfficialPaper.objects.get().typed["ton_tai"] == [
        "Chung", f"{names[0]}: Chậm", f"{names[0]}: Thiếu người", f"{names[1]}: Xa"
    ]  # fmt: skip
    shown = text(secretary.get(paper(world, "/gop/ton_tai")))
    assert shown.count("đã lấy") == 2
    form = form_on(shown.encode(), paper(world, "/gop/ton_tai/luu?"))
    secretary.post(paper(world, "/gop/ton_tai/luu"), form | {"ton_tai": "Nhiều đơn vị thiếu người, ở xa"})
    kept = OfficialPaper.objects.get()
    assert kept.typed["ton_tai"] == ["Nhiều đơn vị thiếu người, ở xa"]
    assert kept.signer


def test_what_is_not_signed_is_neither_shown_nor_taken_and_its_unit_is_named(world):
    report = a_submitted_written(world, 1, ton_tai=["Chuyện nội bộ"])
    a_signed_written(world, 2)
    a_draft(world, HALF_YEAR)
    secretary = client_of(world.secretary)
    shown = text(secretary.get(paper(world, "/gop/ton_tai")))
    assert "Chuyện nội bộ" not in shown
    assert "2 đơn vị chưa gửi báo cáo:" in shown
    assert world.bloc.members.get(unit=world.units[1]).short_name in shown
    form = form_on(shown.encode(), paper(world, "/gop/ton_tai/luu?"))
    secretary.post(paper(world, "/gop/ton_tai/luu"), form | {"pick": picks([report])})
    assert OfficialPaper.objects.get().typed["ton_tai"] == []


def test_without_a_draft_the_texts_are_read_and_not_taken(world):
    a_signed_written(world, 1, ton_tai=["Chậm"])
    secretary = client_of(world.secretary)
    shown = text(secretary.get(paper(world, "/gop/ton_tai")))
    assert "Chậm" in shown
    assert "Chưa có dự thảo báo cáo chung" in shown
    answer = secretary.post(paper(world, "/gop/ton_tai/luu"), {"key": "k", "ton_tai": "Đã viết"})
    assert answer.status_code == 422
    a_submitted(world, HALF_YEAR)
    answer = secretary.post(paper(world, "/gop/ton_tai/luu"), {"key": "k2", "ton_tai": "Đã viết"})
    assert answer.status_code == 422
    assert "Lập dự thảo trước" in text(answer)


def test_two_who_write_one_heading_see_both_versions(world):
    a_signed_written(world, 1)
    a_draft(world, HALF_YEAR)
    first, second = client_of(world.secretary), client_of(world.head)
    forms = [
        form_on(one.get(paper(world, "/gop/ton_tai")).content, paper(world, "/gop/ton_tai/luu?"))
        for one in (first, second)
    ]
    assert first.post(paper(world, "/gop/ton_tai/luu"), forms[0] | {"ton_tai": "Một"}).status_code == 303
    answer = second.post(paper(world, "/gop/ton_tai/luu"), forms[1] | {"ton_tai": "Hai"})
    assert answer.status_code == 422
    assert "Hai bản khác nhau" in text(answer)
    assert "Một" in text(answer)


def test_a_heading_that_nobody_types_and_a_paper_that_merges_nothing_have_no_such_page(world):
    secretary = client_of(world.secretary)
    assert secretary.get(paper(world, "/gop/chi_tieu_chung")).status_code == 404
    plan = paper(world, "/gop/muc_dich").replace(HALF_YEAR, "ke-hoach")
    assert secretary.get(plan).status_code == 404


def test_paper_and_list_lead_there(world):
    a_draft(world, HALF_YEAR)
    secretary = client_of(world.secretary)
    shown = text(secretary.get(paper(world)))
    assert paper(world, "/gop/ton_tai") in shown
    assert "Số liệu lấy từ đâu" in shown
    room = f"/{world.season.cluster.slug}/{world.season.slug}/{world.bloc.bloc.slug}/bao-cao?ve=quy-2"
    assert paper(world) in text(secretary.get(room))
    assert paper(world) not in text(client_of(world.officers[1]).get(room))
