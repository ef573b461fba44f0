"""Takes the locks under which a unit's figures change."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from thidua.base.prepared import prepared
from thidua.records.results.models import Report

WITH = ("membership__unit", "membership__bloc_season__season__cluster", "membership__bloc_season__bloc", "period")


def locked_reports(reports: Iterable[int]) -> dict[int, Report]:
    """Reports by key, in the order of their keys, under lock with all others of the same units.

    A running total is checked against the periods around it, so two periods of one unit never change at once.
    """
    asked = sorted(set(reports))
    _held_with_others(keys=asked)
    return {report.pk: report for report in _reports(keys=asked)}


@prepared
def _held_with_others(*, keys: list[int]) -> QuerySet[Any, Any]:
    units = Report.objects.filter(pk__in=keys).values("membership")
    return Report.objects.select_for_update().filter(membership__in=units).order_by("pk").values_list("pk")


@prepared
def _reports(*, keys: list[int]) -> QuerySet[Report]:
    return Report.objects.select_related(*WITH).filter(pk__in=keys).order_by("pk")


def locked_report(report: int) -> Report:
    return locked_reports([report])[report]
