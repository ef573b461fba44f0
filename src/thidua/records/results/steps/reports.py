"""Opens the reports of a bloc's periods."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice

from django.db.models import Q

from thidua.records.results.models import Report, Result
from thidua.records.seasons.models import BlocSeason, Membership, Period

ROWS_AT_ONCE = 500


def open_reports(bloc: BlocSeason) -> None:
    """A report for every member and period with a line for every indicator; what is open already stays as it is."""
    _open(bloc, list(bloc.members.filter(left_on=None)), list(bloc.periods.all()))


def open_reports_from(member: Membership, on: date) -> None:
    """For a unit that joins in the midst of the year: reports of the periods that end on that day or later."""
    _open(member.bloc_season, [member], list(member.bloc_season.periods.filter(until_on__gte=on)))


def _open(bloc: BlocSeason, members: Sequence[Membership], periods: Sequence[Period]) -> None:
    indicators = list(bloc.indicators.all())
    there = set(Report.objects.filter(membership__bloc_season=bloc).values_list("membership", "period"))
    opened = Report.objects.bulk_create(
        (
            Report(membership=member, period=period)
            for member in members
            for period in periods
            if (member.pk, period.pk) not in there
        ),
        batch_size=ROWS_AT_ONCE,
    )
    lines = (Result(report=report, indicator=indicator) for report in opened for indicator in indicators)
    while batch := list(islice(lines, ROWS_AT_ONCE)):
        Result.objects.bulk_create(batch)


def extend_reports(members: Iterable[int], period: Period, *, until_on: date, reason: str) -> None:
    """These members, by key, hand in the period's reports later than the others."""
    reports = Report.objects.filter(membership__in=members, period=period)
    earlier = Q(extended_to=None) | Q(extended_to__lt=until_on)  # nobody is given less than before
    reports.filter(earlier).update(extended_to=until_on, extended_because=reason)
