"""The calendar that is proposed to who begins a year: reports by quarter, the days of registration, signing, scores.

Days are counted in working days, so that none is due on a holiday; nobody registers or signs round Tết.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from thidua.base.workdays import is_near_tet, working_day_after
from thidua.records.seasons.models import Milestone
from thidua.records.seasons.plan import PeriodPlan

TO_REGISTER, TO_SIGN, TO_REPORT = 15, 10, 5  # working days
TO_SCORE, TO_VERIFY, TO_RANK = 10, 10, 5
SCORED_BEFORE_THE_END = timedelta(days=45)  # so that the ranking stands before the year is over
ROMAN = ("I", "II", "III", "IV")


def proposed_periods(starts_on: date, ends_on: date) -> list[PeriodPlan]:
    """Four quarters of the year, each report due some working days after its end.

    The last one ends with the month before the scores: what they are filled in from has been reported by then.
    """
    *first, last = _quarters(starts_on)
    scored = ends_on - SCORED_BEFORE_THE_END
    until = max(scored.replace(day=1) - timedelta(days=1), last.from_on)
    name = f"{last.name} (đến {until.day}/{until.month})"
    return [*first, replace(last, name=name, until_on=until, due_on=working_day_after(until, TO_REPORT))]


def proposed_milestones(starts_on: date, ends_on: date, *, on: date) -> list[tuple[str, date]]:
    """Kinds with their days: registration from today on, or from the year's first day; scores before its last."""
    registration = _away_from_tet(working_day_after(max(on, starts_on), TO_REGISTER))
    signing = _away_from_tet(working_day_after(registration, TO_SIGN))
    self_score = working_day_after(max(ends_on - SCORED_BEFORE_THE_END, signing), TO_SCORE)
    verification = working_day_after(self_score, TO_VERIFY)
    return [
        (Milestone.Kind.REGISTRATION, registration),
        (Milestone.Kind.SIGNING, signing),
        (Milestone.Kind.SELF_SCORE, self_score),
        (Milestone.Kind.VERIFICATION, verification),
        (Milestone.Kind.RANKING, working_day_after(verification, TO_RANK)),
    ]


def _away_from_tet(day: date) -> date:
    """The day itself, or the first working day when offices are at work again after Tết."""
    while is_near_tet(day):
        day = working_day_after(day, 1)
    return day


def _quarters(starts_on: date) -> Iterator[PeriodPlan]:
    first = starts_on
    for place, name in enumerate(ROMAN, 1):
        months = starts_on.month - 1 + 3 * place
        after = date(starts_on.year + months // 12, months % 12 + 1, 1)
        until = after - timedelta(days=1)
        yield PeriodPlan(f"quy-{place}", f"Quý {name}", first, until, working_day_after(until, TO_REPORT))
        first = after
