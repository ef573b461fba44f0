"""Evidence kept once: a paper of the unit beside many lines of its card, put there at once."""

from datetime import date

import pytest

from tests.factories.results import the_line, the_report
from tests.factories.scores import OCTOBER, a_saved_card, a_season_scoring, a_submitted_card, the_card, the_row
from tests.factories.seasons import World, a_key
from thidua.core.answer import NotPossible
from thidua.records.journal.queries import events_about
from thidua.records.papers.models import Paper
from thidua.records.papers.steps import Shown
from thidua.records.scores.actions import attach_papers_to_card
from thidua.records.scores.queries import evidence_by_criterion

pytestmark = pytest.mark.both
A_PLAN = Shown("Kế hoạch", "01/KH-STP", date(2016, 1, 8))


@pytest.fixture
def world(db) -> World:
    return a_season_scoring(3)


def attached(world, *, papers=(), new=None, results=(), criteria=("A.1", "A.4"), by=None):
    card = the_card(world, 1)
    lines = [the_row(card, criterion) for criterion in criteria]
    return attach_papers_to_card(
        card, papers=papers, new=new, lines=lines, results=results, by=by or world.officers[1], at=OCTOBER,
        key=a_key(),
    )  # fmt: skip


def test_one_paper_shows_many_lines_and_is_kept_once(world):
    before = evidence_by_criterion(the_card(world, 1))
    made = attached(world, new=A_PLAN)
    assert [one.line.criterion for one in made] == ["A.1", "A.4"]
    assert Paper.objects.filter(number="01/KH-STP").count() == 1
    after = evidence_by_criterion(the_card(world, 1))
    assert {code: after[code] - before.get(code, 0) for code in ("A.1", "A.4")} == {"A.1": 1, "A.4": 1}
    assert events_about(the_card(world, 1))[-1] == "card.evidence_attached"


def test_what_stands_already_is_passed_over(world):
    paper = attached(world, new=A_PLAN, criteria=("A.1",))[0].paper
    assert [one.line.criterion for one in attached(world, papers=[paper])] == ["A.4"]
    with pytest.raises(NotPossible, match="all_there"):
        attached(world, papers=[paper])


def test_signed_results_show_many_lines_at_once_beside_papers(world):
    result = the_line(the_report(world), "cuoc")
    made = attached(world, new=A_PLAN, results=[result])
    assert [(one.line.criterion, one.result) for one in made if one.result] == [("A.1", result), ("A.4", result)]
    assert len(made) == 4
    with pytest.raises(NotPossible, match="all_there"):
        attached(world, results=[result])


def test_a_result_of_another_unit_or_not_signed_shows_nothing(world):
    for other in (the_line(the_report(world, 2), "cuoc"), the_line(the_report(world, period="quy-2"), "cuoc")):
        with pytest.raises(NotPossible, match="result_not_own"):
            attached(world, results=[other])


@pytest.mark.parametrize(("given", "key"), [({}, "no_paper"), ({"new": A_PLAN, "criteria": ()}, "no_line")])
def test_attaching_says_what_is_missing(world, given, key):
    with pytest.raises(NotPossible, match=key):
        attached(world, **given)


def test_only_the_unit_attaches_and_only_while_it_may_type(world):
    with pytest.raises(NotPossible):
        attached(world, new=A_PLAN, by=world.officers[2])
    a_saved_card(world)
    a_submitted_card(world)
    with pytest.raises(NotPossible):
        attached(world, new=A_PLAN)
