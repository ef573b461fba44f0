"""Tasks of reporting: a period's report entered, mended and signed, corrections signed, late units reminded."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from thidua.base.prepared import prepared
from thidua.core.answer import Sentence
from thidua.core.workflow.handing_in import OPEN_FOR_ENTRY, Handing
from thidua.records.conduct.tasks.desk import Desk, Task
from thidua.records.results.models import Correction, Report
from thidua.records.seasons.models import OPENS_BEFORE_THE_END


def tasks(desk: Desk) -> Iterator[Task]:
    """Three queries: own reports, own corrections, how many reports of the kept blocs are not signed."""
    yield from _reports(desk)
    yield from _corrections(desk)
    yield from _kept(desk)


def _reports(desk: Desk) -> Iterator[Task]:
    for report in _asked_for(own=list(desk.own), until=desk.on + OPENS_BEFORE_THE_END):
        own, period = desk.own[report.membership_id], report.period
        slugs = (period.slug, own.member.unit.slug)
        if "officer" in own.roles and report.handing in OPEN_FOR_ENTRY and own.may("results.enter"):
            key = "task.enter_report" if report.handing is Handing.DRAFT else "task.mend_report"
            yield own.task(report.due_on, Sentence(key, period=period.name), "report", *slugs)
        if report.handing is Handing.SUBMITTED and own.may("results.sign"):
            yield own.task(report.due_on, Sentence("task.sign_report", period=period.name), "report", *slugs)


@prepared
def _asked_for(*, own: list[int], until: date) -> QuerySet[Report]:
    asked_for = Report.objects.filter(period__until_on__lte=until, membership__in=own)
    waiting = asked_for.exclude(state=Handing.SIGNED.value)
    return waiting.select_related("period").order_by("period__position", "pk")


def _corrections(desk: Desk) -> Iterator[Task]:
    for pk, count in _submitted(own=list(desk.own)):
        own = desk.own[pk]
        if own.may("results.sign"):
            about = Sentence("task.of_unit", unit=own.member.name, bloc=own.bloc.bloc.name)
            yield Task(None, Sentence("task.sign_corrections", count=count), about, "sign_many", ())


@prepared
def _submitted(*, own: list[int]) -> QuerySet[Any, Any]:
    member = "result__report__membership"
    waiting = Correction.objects.filter(**{f"{member}__in": own}, state=Handing.SUBMITTED.value)
    return waiting.order_by().values_list(member).annotate(count=Count("pk"))


def _kept(desk: Desk) -> Iterator[Task]:
    kept = {bloc.pk: bloc for bloc in desk.kept if desk.may("results.enter_on_behalf", bloc)}
    for pk, slug, name, due, count in _unsigned(blocs=list(kept), until=desk.on + OPENS_BEFORE_THE_END):
        title = Sentence("task.chase_reports", count=count, period=name)
        yield desk.task(due, title, kept[pk], "results", asked=f"ky={slug}")


@prepared
def _unsigned(*, blocs: list[int], until: date) -> QuerySet[Any, Any]:
    """By bloc and period: how many reports that are asked for by that day are not signed."""
    asked_for = Report.objects.filter(period__until_on__lte=until, membership__bloc_season__in=blocs)
    unsigned = asked_for.filter(membership__left_on=None).exclude(state=Handing.SIGNED.value)
    period = ("period__slug", "period__name", "period__due_on")
    rows = unsigned.order_by("period__position").values_list("membership__bloc_season", *period)
    return rows.annotate(count=Count("pk"))
