"""Takes the locks under which a unit's figures change."""

from collections.abc import Iterable

from thidua.records.results.models import Report

WITH = ("membership__unit", "membership__bloc_season__season__cluster", "membership__bloc_season__bloc", "period")


def locked_reports(reports: Iterable[int]) -> dict[int, Report]:
    """Reports by key, in the order of their keys, under lock with all others of the same units.

    A running total is checked against the periods around it, so two periods of one unit never change at once.
    """
    asked = sorted(set(reports))
    units = Report.objects.filter(pk__in=asked).values("membership")
    list(Report.objects.select_for_update().filter(membership__in=units).order_by("pk").values_list("pk"))
    found = Report.objects.select_related(*WITH).filter(pk__in=asked).order_by("pk")
    return {report.pk: report for report in found}


def locked_report(report: int) -> Report:
    return locked_reports([report])[report]
