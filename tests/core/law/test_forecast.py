"""What is in sight: what must happen is enough, and nothing of it can be left out."""

from datetime import date
from random import Random

import pytest

from tests.factories.histories import a_history
from tests.turning import commit
from thidua.base.law import law
from thidua.core.law.conditions import Case
from thidua.core.law.explain import explained
from thidua.core.law.forecast import Outlook, best, outlooks
from thidua.core.law.history import Asked, AwardType, Conferred, History, Kind, Level, row_of
from thidua.core.law.verdicts import Verdict
from thidua.core.law.years import span, years

ASKED = Asked(2025, date(2026, 3, 1))
STEADY = History(
    ratings=dict.fromkeys(range(2020, 2026), Level.HTT),
    titles={"LDTT": span(2020, 2025), "CSTDCS": years([2024, 2025])},
    forms=(Conferred("BK_BO", date(2019, 12, 1), AwardType.MERIT),),
)


def told(outlook: Outlook) -> list[tuple[int, str, str]]:
    return [(step.year, step.kind, step.what) for step in outlook.steps]


def is_met(outlook: Outlook, history: History) -> bool:
    standard = law().in_force(outlook.award, history.kind, outlook.asked.on)
    assert standard is not None
    case = Case(row_of(history, outlook.asked), outlook.asked)
    found = explained(standard, law().general(outlook.asked.on, history.kind), case)
    return Verdict.ELIGIBLE in {branch.verdict for branch in found.branches}


def with_steps(history: History, outlook: Outlook, *, without: int | None = None) -> History:
    for place, step in enumerate(outlook.steps):
        if place != without:
            history = step.upon(history)
    return history


def test_one_more_base_title_and_a_good_year_lead_to_the_prime_ministers_certificate():
    found = {one.award: one for one in outlooks(law(), STEADY, ASKED)}
    assert found["BK_TTG"].asked.year == 2026
    assert told(found["BK_TTG"]) == [(2026, "rating", "HTT"), (2026, "title", "CSTDCS")]


def test_three_base_titles_and_an_initiative_lead_to_the_title_of_the_ministry():
    found = {one.award: one for one in outlooks(law(), STEADY, ASKED)}
    assert told(found["CSTD_BO"]) == [(2026, "initiative", "ministry"), (2026, "title", "CSTDCS")]


def test_what_nothing_but_a_finding_of_others_brings_is_marked_as_judged():
    good = History(kind=Kind.COLLECTIVE, ratings={2025: Level.HTT})
    judged = {one.award: one.is_judged for one in outlooks(law(), good, ASKED)}
    assert (judged["CO_CP"], judged["CO_BO"]) == (True, True)
    assert (judged["TTLDXS"], judged["BK_TTG"]) == (False, False)


def test_what_is_met_already_is_not_in_sight():
    good = History(ratings={2025: Level.HTXS})
    assert "CSTDCS" not in {one.award for one in outlooks(law(), good, ASKED)}


def test_a_condition_says_when_it_could_be_met_at_the_earliest():
    standard = law().in_force("BK_TTG", Kind.INDIVIDUAL, ASKED.on)
    assert standard is not None
    [run] = [part for part in standard.branches[0].condition.parts if hasattr(part, "having")]
    assert best(law(), STEADY, ASKED).year_of(run) == 2026
    assert best(law(), History(), ASKED).year_of(run) == 2030


@pytest.mark.parametrize("kind", [Kind.INDIVIDUAL, Kind.COLLECTIVE])
def test_the_steps_are_enough_and_each_is_needed(kind):
    chance = Random(f"{commit()} {kind}")
    looked = 0
    for _ in range(25):
        history = a_history(chance, kind)
        for outlook in outlooks(law(), history, ASKED):
            assert is_met(outlook, with_steps(history, outlook)), outlook
            for place in range(len(outlook.steps)):
                assert not is_met(outlook, with_steps(history, outlook, without=place)), (outlook, place)
            looked += 1
    assert looked > 25


def test_nothing_is_looked_for_beyond_the_last_year_that_sets_of_years_hold():
    asked = Asked(2044, date(2045, 3, 1))
    assert {outlook.asked.year for outlook in outlooks(law(), STEADY, asked)} <= {2045, 2046}
    assert [case.asked.year for case in best(law(), STEADY, asked).cases] == [2045, 2046]
    assert outlooks(law(), STEADY, Asked(2047, date(2047, 12, 31))) == ()
