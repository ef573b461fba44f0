"""History reads: who did what for whom, each field before and after, to whom it may be told and to nobody else."""

import io
import json
from datetime import date
from fractions import Fraction
from html import unescape

import openpyxl
import pytest
from django.urls import reverse

from tests.documents.official.test_templates import a_template
from tests.factories.results import (
    APRIL,
    a_report_on_behalf,
    a_season_of_results,
    a_submitted_report,
    figures_of,
    the_report,
)
from tests.factories.seasons import World, a_key
from tests.pages.clients import client_of
from tests.pages.walk.season import a_season_with_everything
from thidua.core.actor import Actor
from thidua.pages.history.objects import OBJECTS
from thidua.records.conduct.actions import adopt_unit_template
from thidua.records.files.steps import keep_file
from thidua.records.journal.models import Body, Entry
from thidua.records.journal.queries import body_of
from thidua.records.results.actions import Reached, save_report, sign_reports
from thidua.records.results.models import Report
from thidua.records.seasons.actions.frame import amend_season


@pytest.fixture(autouse=True)
def in_april(settings):
    settings.DEMO_DAY = date(2016, 4, 11)


@pytest.fixture
def world(db) -> World:
    return a_season_of_results(3)


def history_of(world: World, report: Report, actor: Actor | None = None, language: str = "vi", **asked: str) -> str:
    reader = actor or world.officers[world.units.index(report.membership.unit)]
    answer = client_of(reader, language).get(address_of(world, report), asked)
    assert answer.status_code == 200
    return " ".join(unescape(answer.content.decode()).split())


def address_of(world: World, report: Report, name: str = "history_of_report") -> str:
    return reverse(name, args=(*world.bloc.slugs, report.period.slug, report.membership.unit.slug))


def saved(world: World, place: int, **figures: Reached) -> Report:
    report = the_report(world, place)
    return save_report(
        report, figures=figures_of(report, **figures), note="", seen_version=report.version,
        by=world.officers[place], at=APRIL, key=a_key(),
    )  # fmt: skip


def test_each_field_is_told_before_and_after_with_who_changed_it(world):
    saved(world, 1)
    report = saved(world, 1, cuoc=Reached(value=Fraction(24691, 2)))
    page = history_of(world, report)
    assert '<dt>Kết quả <span lang="vi">Tuyên truyền</span></dt>' in page
    assert "<dt>Kết quả</dt><dd><s>12</s>" in page
    assert "<b>12.345,5</b>" in page
    assert f'<b lang="vi">{world.officers[1].name}</b>' in page
    assert "lưu báo cáo kết quả" in page


def test_the_same_line_reads_in_english(world):
    page = history_of(world, saved(world, 1), language="en")
    assert "saved the report of results" in page
    assert "<b>12</b>" in page


def test_a_line_entered_for_a_unit_says_for_whom(world):
    report = a_report_on_behalf(world, 2)
    assert f'nhập thay cho <span lang="vi">{world.units[2].short_name}</span>' in history_of(world, report)


def test_what_was_drafted_is_told_to_the_unit_alone(world):
    """Who leads the season reads what is signed; what the unit typed before stays its own, in the workbook too."""
    saved(world, 1, cuoc=Reached(value=Fraction(4711)))
    report = a_submitted_report(world, 1)
    sign_reports([report], by=world.leaders[1], at=APRIL, key=a_key())
    assert "lưu báo cáo kết quả" in history_of(world, report)
    told = history_of(world, report, world.secretary)
    assert "ký báo cáo kết quả" in told
    assert "4.711" not in told
    assert "trình báo cáo kết quả" not in told
    taken = client_of(world.secretary).get(address_of(world, report, "history_of_report_xlsx"))
    cells = [str(cell) for row in openpyxl.load_workbook(io.BytesIO(taken.content)).active.values for cell in row]
    assert not any("4.711" in cell for cell in cells)


def test_a_line_about_many_tells_each_only_its_own(world):
    """The leader of two units signs both reports at once: the one's history tells nothing of the other's."""
    first, second = a_submitted_report(world, 1), a_submitted_report(world, 2)
    by = Actor(**{**vars(world.leaders[1]), "posts": (*world.leaders[1].posts, *world.leaders[2].posts)})
    sign_reports([first, second], by=by, at=APRIL, key=a_key())
    line = Entry.objects.select_related("body").latest("seq")
    assert len(body_of(line)["changes"]) == 2
    page = history_of(world, first, viec="report.signed")
    assert page.count("<b>đã ký</b>") == 1


def test_lines_are_narrowed_to_a_person_and_to_what_was_done(world):
    report = a_submitted_report(world, 1)
    everything, officer = history_of(world, report), world.officers[1]
    assert everything.count("<time") == 2
    assert history_of(world, report, viec="report.submitted").count("<time") == 1
    assert history_of(world, report, nguoi=officer.token).count("<time") == 2
    assert "Không có dòng nào như vậy" in history_of(world, report, nguoi="account:khong-co")


def test_a_line_that_was_erased_says_so_and_names_nobody(world):
    report = saved(world, 1)
    Body.objects.filter(entry__kind="report.saved").update(text=None, salt=None)
    page = history_of(world, report, world.leaders[1])
    assert "đã xóa theo yêu cầu" in page
    assert world.officers[1].name not in page


def test_a_line_from_before_rows_were_noticed_says_what_was_not_kept(world, monkeypatch):
    monkeypatch.setattr("thidua.records.journal.steps.told", lambda *_: {})
    report = a_submitted_report(world, 1)
    page = history_of(world, report)
    assert "chưa giữ giá trị trước và sau" in page
    season = world.season
    season.refresh_from_db()
    amend_season(season, motto="Đoàn kết", seen_version=season.version, by=world.secretary, at=APRIL, key=a_key())
    client = client_of(world.secretary)
    told = client.get(reverse("history_of_one_season", args=world.bloc.slugs[:2])).content.decode()
    assert '<b lang="vi">Đoàn kết</b>' in told


@pytest.mark.parametrize(
    ("language", "name", "done"),
    [
        ("vi", "Giấy ủy quyền", "thay mẫu Word của đơn vị"),
        ("en", "Letter of delegation", "replaced the unit's Word template"),
    ],
)
def test_a_unit_s_own_people_read_which_template_it_has_changed(world, language, name, done):
    member = world.bloc.members.get(unit=world.units[1])
    file = keep_file(name="mau.docx", content=a_template("{{ nam }}"), at=APRIL)
    adopt_unit_template(member, code="giay-uy-quyen", file=file, by=world.officers[1], at=APRIL, key=a_key())
    address = reverse("history_of_unit", args=(world.units[1].slug,))
    own, other = (
        unescape(client_of(reader, language).get(address).content.decode())
        for reader in (world.officers[1], world.head)
    )
    assert done in own
    assert name in own
    assert "giay-uy-quyen" not in own.partition("<main")[2].partition("</main")[0]
    assert done not in other


def test_the_workbook_has_a_row_for_each_changed_field(world):
    report = saved(world, 1)
    answer = client_of(world.officers[1]).get(address_of(world, report, "history_of_report_xlsx"))
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert [row[7] for row in rows if row[5] == "Kết quả Tuyên truyền: Kết quả"] == ["12"]


def test_every_page_of_an_object_leads_to_its_history(world):
    report = the_report(world, 1)
    page = client_of(world.secretary).get(reverse("report", args=(*world.bloc.slugs, "quy-1", world.units[1].slug)))
    assert address_of(world, report) in page.content.decode()


def test_the_page_for_nothing_leads_to_no_history(world):
    answer = client_of(world.secretary).get(reverse("report", args=(*world.bloc.slugs, "quy-1", "khong-co")))
    assert answer.status_code == 404
    assert "lich-su" not in answer.content.decode()


# What writes no row that readers are told of: marks, letters, work in the background, presses in the hall, seats.
TELLS_NOTHING = {
    "account.opened", "conference.seats_arranged", "import.started", "list.dropped", "register.dropped",
    "units.invited",
}  # fmt: skip


def test_every_act_of_a_season_with_everything_tells_what_it_changed(db, tmp_path, monkeypatch):
    monkeypatch.setenv("THIDUA_DATA", str(tmp_path))
    a_season_with_everything()
    silent = {line.kind for line in Entry.objects.select_related("body") if not json.loads(line.body.text)["changes"]}
    assert silent == TELLS_NOTHING


def test_objects_of_every_room_have_a_history():
    rooms = (
        "one_season bloc pact unit person report score_card ranking conference money campaign commitment_sheet visit"
    )
    rooms += " inspection exemplar initiative chapter delegations handover season_paper evaluation one_guidance"
    assert set(rooms.split()) <= OBJECTS.keys()
