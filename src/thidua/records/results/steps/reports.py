"""Opens the reports of a bloc's periods."""

from collections.abc import Iterable
from datetime import date
from itertools import islice

from thidua.records.results.models import Report, Result
from thidua.records.seasons.models import BlocSeason, Period

ROWS_AT_ONCE = 500


def open_reports(bloc: BlocSeason) -> None:
    """A report for every member and period with a line for every indicator; what is open already stays as it is."""
    periods, indicators = list(bloc.periods.all()), list(bloc.indicators.all())
    members = list(bloc.members.filter(left_on=None))
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
    reports.update(extended_to=until_on, extended_because=reason)
