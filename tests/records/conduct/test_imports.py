"""Returned forms applied as a whole, and withdrawn until something was built upon them, which is then named."""

from datetime import date, timedelta

import pytest

from tests.factories.results import (
    APRIL,
    JULY,
    a_report_on_behalf,
    a_season_of_results,
    a_submitted_report,
    the_line,
    the_report,
)
from tests.factories.returned import a_good_form, a_read_drop
from tests.factories.seasons import World, a_key
from thidua.base.wording import say
from thidua.core.answer import NotPossible
from thidua.core.workflow.importing import RunState
from thidua.gateways.returned.running import read_run
from thidua.records.conduct.actions.applying import apply_import, undo_import
from thidua.records.conduct.actions.entries import confirm_entry
from thidua.records.conduct.actions.imports import leave_file_out, read_again
from thidua.records.desk.models import EntryOnBehalf, Notice
from thidua.records.desk.queries import entry_on_behalf_of
from thidua.records.desk.steps.entries import SourcePaper, note_on_behalf
from thidua.records.journal.queries import body_of, events_about, lines_about
from thidua.records.papers.models import Paper
from thidua.records.results.actions import Reached, add_evidence, correct_result
from thidua.records.results.models import Evidence
from thidua.records.results.queries import is_on_behalf
from thidua.records.runs.models import Run

ODD = {"H12": "mười"}


@pytest.fixture
def world(db) -> World:
    return a_season_of_results(3)


def applied(world: World, run: Run, *, without_faulty: bool = False) -> Run:
    return apply_import(run, without_faulty=without_faulty, by=world.secretary, at=APRIL, key=a_key())


def undone(world: World, run: Run) -> Run:
    return undo_import(run, reason="Thả nhầm", by=world.secretary, at=APRIL, key=a_key())


def an_applied_run(world: World) -> Run:
    return applied(
        world, a_read_drop(world, {"a.xlsx": a_good_form(world, 1), "b.xlsx": a_good_form(world, 2)}, at=APRIL)
    )


def refused(act) -> list[str]:
    with pytest.raises(NotPossible) as caught:
        act()
    return [say(sentence) for sentence in caught.value]


def test_applying_enters_every_report_as_signed_on_the_paper_that_the_form_names(world):
    run = an_applied_run(world)
    report = the_report(world, 1)
    entry = entry_on_behalf_of(report)
    assert (run.state, report.state, report.handed_in_on.isoformat()) == (RunState.APPLIED, "signed", "2016-04-04")
    assert report.signed_by == {"name": "Nguyễn Thị Thắm", "title": "Giám đốc"}
    assert (entry.number, entry.file.name) == ("38/BC-STP", "a.xlsx")
    assert the_line(report, "cuoc").value == 12
    assert events_about(report) == ["import.applied"]
    line = body_of(lines_about(run).first())
    assert line["rows"][report.token]["lines"]["cuoc"] == {"before": " | ", "after": "12 | "}


def test_faulty_files_are_left_out_only_when_that_is_said(world):
    run = a_read_drop(world, {"a.xlsx": a_good_form(world, 1), "b.xlsx": a_good_form(world, 2, **ODD)}, at=APRIL)
    assert refused(lambda: applied(world, run)) == [
        "Còn 1 tệp có lỗi. Đánh dấu “để lại các tệp có lỗi” nếu ghi các tệp khác trước."
    ]
    applied(world, run, without_faulty=True)
    assert (the_report(world, 1).state, the_report(world, 2).state) == ("signed", "draft")


def test_a_report_that_changed_since_it_was_read_keeps_the_whole_run_back_and_is_named(world):
    run = a_read_drop(world, {"a.xlsx": a_good_form(world, 1), "b.xlsx": a_good_form(world, 2)}, at=APRIL)
    a_submitted_report(world, 2)
    unit = world.units[2].short_name
    assert refused(lambda: applied(world, run)) == [
        f"{unit}: báo cáo kỳ này đã trình hoặc đã ký. Để lại tệp này; sửa số đã ký bằng đính chính."
    ]
    assert the_report(world, 1).state == "draft"


def test_one_of_two_files_for_a_unit_is_left_out_and_the_other_is_applied(world):
    run = a_read_drop(world, {"cu.xlsx": a_good_form(world, 1), "moi.xlsx": a_good_form(world, 1, H12=20)}, at=APRIL)
    leave_file_out(run.files.get(name="cu.xlsx"), by=world.secretary, at=APRIL, key=a_key())
    read_run(run.token)
    run.refresh_from_db()
    applied(world, run)
    assert the_line(the_report(world, 1), "cuoc").value == 20


def test_a_run_is_applied_once(world):
    run = an_applied_run(world)
    assert refused(lambda: applied(world, run)) == ["Đợt này đã ghi, không ghi được."]
    assert refused(lambda: read_again(run, by=world.secretary, at=APRIL, key=a_key())) == [
        "Đợt này đã ghi, không đọc lại được."
    ]


def test_undoing_puts_every_figure_back_and_tells_the_units(world):
    run = undone(world, an_applied_run(world))
    report = the_report(world, 1)
    assert (run.state, report.state, report.signed_by, report.handed_in_on) == (RunState.UNDONE, "draft", None, None)
    assert the_line(report, "cuoc").measured.is_empty
    assert (is_on_behalf(report), entry_on_behalf_of(report)) == (False, None)
    assert EntryOnBehalf.objects.filter(subject=report.token).get().state == "withdrawn"
    assert Notice.objects.filter(unit=world.units[1]).latest("pk").key == "notice.entry_withdrawn"
    assert events_about(report) == ["import.applied", "import.undone"]


PROOF = {"J12": "45/QĐ-STP", "K12": "1/4/2016", "L12": "Sở Tư pháp"}


def test_a_document_beside_a_line_becomes_its_evidence_and_is_kept_once(world):
    forms = {f"{n}.xlsx": a_good_form(world, n, **PROOF, J13="45/QĐ-STP", K13="1/4/2016") for n in (1, 2)}
    applied(world, a_read_drop(world, forms, at=APRIL))
    shown = Evidence.objects.filter(result__report=the_report(world, 1)).select_related("paper", "result__indicator")
    assert [one.result.indicator.code for one in shown] == ["cuoc", "luy-ke"]
    assert {(one.paper.number, one.paper.dated_on, one.paper.issuer) for one in shown} == {
        ("45/QĐ-STP", date(2016, 4, 1), "Sở Tư pháp")
    }
    assert Paper.objects.filter(number="45/QĐ-STP").count() == 2  # one of each unit


def test_undoing_takes_back_the_evidence_that_came_and_none_before_it(world):
    before = add_evidence(
        the_line(the_report(world), "luy-ke"), title="Sổ", number="9/STP", dated_on=APRIL.date(), file=None,
        by=world.officers[1], at=APRIL - timedelta(hours=1), key=a_key(),
    )  # fmt: skip
    run = applied(world, a_read_drop(world, {"a.xlsx": a_good_form(world, 1, **PROOF)}, at=APRIL))
    undone(world, run)
    came = Evidence.objects.exclude(pk=before.pk).get()
    assert (came.paper.number, came.withdrawn_at) == ("45/QĐ-STP", APRIL)
    before.refresh_from_db()
    assert before.withdrawn_at is None


def test_undoing_withdraws_the_entry_of_the_run_and_none_before_it(world):
    paper = SourcePaper("Báo cáo giấy", "12/BC-STP", APRIL.date(), "Nguyễn Thị Thắm", "Giám đốc")
    report = the_report(world, 1)
    note_on_behalf(report, world.units[1], paper, within=world.bloc, by=world.secretary, at=APRIL)
    confirm_entry(entry_on_behalf_of(report), by=world.officers[1], at=APRIL, key=a_key())
    undone(world, an_applied_run(world))
    states = EntryOnBehalf.objects.filter(subject=report.token).order_by("pk").values_list("state", flat=True)
    assert list(states) == ["confirmed_by_unit", "withdrawn"]


def test_after_undoing_the_same_forms_can_be_dropped_again(world):
    undone(world, an_applied_run(world))
    assert an_applied_run(world).state == RunState.APPLIED
    assert the_line(the_report(world, 1), "cuoc").value == 12


def _corrected(world: World) -> None:
    line = the_line(the_report(world, 1), "cuoc")
    correct_result(line, reached=Reached(value=13), reason="Nhầm", by=world.officers[1], at=APRIL, key=a_key())


def _shown(world: World) -> None:
    line = the_line(the_report(world, 1), "cuoc")
    add_evidence(
        line, title="Kế hoạch", number="12/KH", dated_on=APRIL.date(), file=None, by=world.officers[1],
        at=APRIL + timedelta(hours=1), key=a_key(),
    )  # fmt: skip


def _judged(world: World) -> None:
    confirm_entry(entry_on_behalf_of(the_report(world, 1)), by=world.officers[1], at=APRIL, key=a_key())


def _later(world: World) -> None:
    a_report_on_behalf(world, 1, "quy-2", at=JULY)


@pytest.mark.parametrize(
    ("built", "named"),
    [
        (_corrected, "số liệu đã có đính chính."),
        (_shown, "đã có minh chứng bên số liệu."),
        (_judged, "nhập thay, đơn vị xác nhận."),
        (_later, "kỳ sau đã ký."),
    ],
)
def test_what_was_built_upon_a_run_is_named_and_keeps_it(world, built, named):
    run = an_applied_run(world)
    built(world)
    assert refused(lambda: undone(world, run)) == [
        "Chưa rút được: số liệu của đợt này đã được dùng tiếp.", f"{world.units[1].short_name}: {named}"
    ]  # fmt: skip
    assert the_report(world, 1).state == "signed"


def test_undoing_needs_a_reason(world):
    run = an_applied_run(world)
    act = {"by": world.secretary, "at": APRIL, "key": a_key()}
    assert refused(lambda: undo_import(run, reason=" ", **act)) == ["Ghi lý do rút: các đơn vị được báo."]
