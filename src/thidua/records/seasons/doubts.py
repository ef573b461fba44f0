"""What had better be looked at in a bloc's calendar: days of rest, days out of their order. It keeps nothing."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from thidua.base.workdays import day_of_tet, is_working_day
from thidua.core.answer import Sentence
from thidua.core.days import SATURDAY
from thidua.records.seasons.models import Milestone
from thidua.records.seasons.plan import PeriodPlan

FAR = timedelta(days=90)  # a ranking of January is of the old year; a day further off is of another one


def doubts_about(
    milestones: Mapping[str, date], periods: Sequence[PeriodPlan], *, starts_on: date, ends_on: date
) -> list[Sentence]:
    """One sentence for each day, milestones by kind in the order of the year before the reports of the periods."""
    days = [(Sentence(f"milestone.{kind}"), milestones[kind]) for kind in Milestone.Kind if kind in milestones]
    due = [(Sentence("calendar.report_of", period=one.name), one.due_on) for one in periods]
    return [
        *_out_of_order(days),
        *_before_its_end(periods),
        *_of_another_year([*days, *due], starts_on - FAR, ends_on + FAR),
        *_at_rest([*days, *due]),
    ]


def _out_of_order(days: Sequence[tuple[Sentence, date]]) -> Iterator[Sentence]:
    for (earlier, first), (later, second) in pairwise(days):
        if second < first:
            yield Sentence("calendar.out_of_order", later=later, second=second, earlier=earlier, first=first)


def _before_its_end(periods: Sequence[PeriodPlan]) -> Iterator[Sentence]:
    for one in periods:
        if one.due_on <= one.until_on:
            yield Sentence("calendar.due_too_soon", period=one.name, due=one.due_on, until=one.until_on)


def _of_another_year(days: Sequence[tuple[Sentence, date]], first: date, last: date) -> Iterator[Sentence]:
    for what, on in days:
        if not first <= on <= last:
            yield Sentence("calendar.of_another_year", what=what, on=on)


def _at_rest(days: Sequence[tuple[Sentence, date]]) -> Iterator[Sentence]:
    for what, on in days:
        if (why := _rest_of(on)) is not None:
            yield Sentence("calendar.at_rest", what=what, on=on, why=why)


def _rest_of(on: date) -> Sentence | None:
    if number := day_of_tet(on):
        return Sentence("calendar.rest.tet", number=number)
    if is_working_day(on):
        return None
    return Sentence(f"calendar.rest.{on.weekday()}" if on.weekday() >= SATURDAY else "calendar.rest.holiday")
