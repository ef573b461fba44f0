"""Evidence beside the lines of a card: papers and results, withdrawn without being lost."""

from datetime import date

import pytest

from tests.factories.files import a_stored_file
from tests.factories.results import the_line, the_report
from tests.factories.scores import (
    AN_EVIDENCE,
    OCTOBER,
    a_saved_card,
    a_season_running,
    a_season_scoring,
    a_submitted_card,
    a_text,
    adopted,
    moved,
    the_card,
    the_row,
)
from tests.factories.seasons import a_key
from thidua.base.wording import say
from thidua.core.answer import NotPossible, Unknown
from thidua.core.workflow.handing_in import Handing
from thidua.core.workflow.stages import Stage
from thidua.records.journal.queries import body_of, events_about, lines_about
from thidua.records.papers.steps import Shown
from thidua.records.results.actions import add_evidence, withdraw_evidence
from thidua.records.scores.actions import (
    add_line_evidence,
    show_by_result,
    submit_card,
    withdraw_line_evidence,
)
from thidua.records.scores.queries import unfold

pytestmark = pytest.mark.both
A_PLAN = Shown("Kế hoạch", "01/KH-STP", date(2016, 1, 8))


def keys(refused):
    return [sentence.key for sentence in refused.value]


def add(world, shown=A_PLAN, place=1, criterion="A.4", by=None, at=OCTOBER):
    line = the_row(the_card(world, place), criterion)
    return add_line_evidence(line, shown=shown, by=by or world.officers[place], at=at, key=a_key())


def test_a_paper_shows_a_line_and_the_journal_keeps_it(db):
    world = a_season_scoring()
    evidence = add(world)
    assert (evidence.paper.number, evidence.paper.unit) == ("01/KH-STP", world.units[1])
    assert events_about(evidence) == ["card.evidence_added"]
    [entry] = lines_about(evidence)
    assert body_of(entry).items() >= {"criterion": "A.4", "shown": "01/KH-STP Kế hoạch"}.items()


def test_one_paper_shows_several_lines_and_each_line_once(db):
    world = a_season_scoring()
    first, second = add(world), add(world, criterion="B.1")
    assert first.paper == second.paper
    with pytest.raises(NotPossible) as refused:
        add(world)
    assert [say(one) for one in refused.value] == ["“01/KH-STP Kế hoạch” đã là minh chứng của tiêu chí này."]


def test_two_units_papers_of_one_number_are_two_papers(db):
    world = a_season_scoring()
    assert add(world, place=1).paper != add(world, place=2).paper


@pytest.mark.parametrize(
    ("shown", "key"),
    [
        (Shown("Kế hoạch"), "card.evidence_needs_number_or_file"),
        (Shown("Kế hoạch", "", date(2016, 1, 8)), "card.evidence_needs_number_or_file"),
        (Shown("Kế hoạch", "01/KH-STP", date(2016, 10, 21)), "card.evidence_from_later"),
    ],
)
def test_evidence_has_number_and_day_or_a_file_and_is_not_from_later(db, shown, key):
    world = a_season_scoring()
    with pytest.raises(NotPossible) as refused:
        add(world, shown)
    assert keys(refused) == [key]


def test_withdrawn_evidence_counts_no_longer_stays_readable_and_may_come_back(db):
    world = a_season_scoring()
    card = a_saved_card(world)
    evidence = the_row(card, "A.4").evidence.get()
    withdraw_line_evidence(evidence, by=world.officers[1], at=OCTOBER, key=a_key())
    with pytest.raises(NotPossible) as refused:
        submit_card(card, seen_version=card.version, by=world.officers[1], at=OCTOBER, key=a_key())
    assert keys(refused) == ["card.no_evidence"]
    [shown] = unfold(the_card(world)).lines["A.4"].evidence
    assert shown.withdrawn_at == OCTOBER
    with pytest.raises(NotPossible) as refused:
        withdraw_line_evidence(evidence, by=world.officers[1], at=OCTOBER, key=a_key())
    assert keys(refused) == ["card.evidence_withdrawn_already"]
    assert add(world, AN_EVIDENCE).paper == evidence.paper


def test_where_the_sheet_asks_for_a_file_number_and_day_do_not_suffice(db):
    """A paper with its file does."""
    world = a_season_running(3)
    adopted(world, text=a_text().replace("evidence: required", "evidence: file"))
    moved(world, Stage.SELF_SCORING, at=OCTOBER)
    card = a_saved_card(world)
    handed = {"seen_version": card.version, "by": world.officers[1], "at": OCTOBER}
    with pytest.raises(NotPossible) as refused:
        submit_card(card, **handed, key=a_key())
    [fault] = refused.value.sentences
    assert (fault.key, fault.values["code"]) == ("card.no_file", "A.4")
    add(world, Shown("Bản chụp", file=a_stored_file()))
    assert submit_card(card, **handed, key=a_key()).handing is Handing.SUBMITTED


def test_where_the_sheet_asks_for_a_file_that_of_a_signed_result_suffices(db):
    world = a_season_running(3)
    adopted(world, text=a_text().replace("evidence: required", "evidence: file"))
    moved(world, Stage.SELF_SCORING, at=OCTOBER)
    card, given = a_saved_card(world), {"by": world.officers[1], "at": OCTOBER}
    result = the_line(the_report(world), "cuoc")
    show_by_result(the_row(card, "A.4"), result=result, **given, key=a_key())
    with pytest.raises(NotPossible) as refused:
        submit_card(card, seen_version=card.version, **given, key=a_key())
    assert keys(refused) == ["card.no_file"]
    file = {"title": "Ảnh", "number": "", "dated_on": None, "file": a_stored_file()}
    shown = add_evidence(result, **file, **given, key=a_key())
    assert unfold(the_card(world)).lines["A.4"].evidence[-1].has_file
    withdraw_evidence(shown, **given, key=a_key())
    assert not unfold(the_card(world)).lines["A.4"].evidence[-1].has_file
    add_evidence(result, **file, **given, key=a_key())
    assert submit_card(card, seen_version=card.version, **given, key=a_key()).handing is Handing.SUBMITTED


def test_a_signed_result_of_the_unit_itself_shows_a_line(db):
    world = a_season_scoring()
    line = the_row(the_card(world), "A.4")
    given = {"by": world.officers[1], "at": OCTOBER}
    shown = show_by_result(line, result=the_line(the_report(world), "cuoc"), **given, key=a_key())
    assert (shown.paper, shown.result.indicator.code) == (None, "cuoc")
    assert body_of(lines_about(shown)[0])["shown"] == "Số cuộc tuyên truyền"
    refusals = {
        "card.evidence_there_already": the_line(the_report(world), "cuoc"),
        "card.result_not_own": the_line(the_report(world, 2), "cuoc"),
    }
    for key, result in refusals.items():
        with pytest.raises(NotPossible) as refused:
            show_by_result(line, result=result, **given, key=a_key())
        assert keys(refused) == [key]
    with pytest.raises(NotPossible) as refused:
        show_by_result(line, result=the_line(the_report(world, period="quy-2"), "cuoc"), **given, key=a_key())
    assert keys(refused) == ["card.result_not_own"], "a report that is not signed shows nothing"


def test_evidence_stands_once_the_card_is_on_its_way(db):
    world = a_season_scoring()
    a_submitted_card(world)
    with pytest.raises(NotPossible) as refused:
        add(world)
    assert keys(refused) == ["handing.not_open"]


def test_who_may_add_evidence_has_three_answers_and_the_secretariat_may_for_the_unit(db):
    world = a_season_scoring()
    for other in (world.head, world.officers[1]):
        with pytest.raises(NotPossible) as refused:
            add(world, by=other, place=2)
        assert keys(refused) == ["rights.not_yours"]
    with pytest.raises(Unknown):
        add(world, by=world.outsider, place=2)
    evidence = add(world, by=world.secretary, place=2)
    [entry] = lines_about(evidence)
    assert entry.kind == "card.evidence_added"
