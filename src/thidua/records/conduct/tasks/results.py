"""Tasks of reporting: a period's report entered, mended and signed, corrections signed, late units reminded."""

from collections.abc import Iterator

from django.db.models import Count

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
    asked_for = Report.objects.filter(period__until_on__lte=desk.on + OPENS_BEFORE_THE_END)
    waiting = asked_for.filter(membership__in=desk.own).exclude(state=Handing.SIGNED.value)
    for report in waiting.select_related("period").order_by("period__position", "pk"):
        own, period = desk.own[report.membership_id], report.period
        slugs = (period.slug, own.member.unit.slug)
        if "officer" in own.roles and report.handing in OPEN_FOR_ENTRY and own.may("results.enter"):
            key = "task.enter_report" if report.handing is Handing.DRAFT else "task.mend_report"
            yield own.task(report.due_on, Sentence(key, period=period.name), "report", *slugs)
        if report.handing is Handing.SUBMITTED and own.may("results.sign"):
            yield own.task(report.due_on, Sentence("task.sign_report", period=period.name), "report", *slugs)


def _corrections(desk: Desk) -> Iterator[Task]:
    member = "result__report__membership"
    waiting = Correction.objects.filter(**{f"{member}__in": desk.own}, state=Handing.SUBMITTED.value)
    for pk, count in waiting.order_by().values_list(member).annotate(count=Count("pk")):
        own = desk.own[pk]
        if own.may("results.sign"):
            about = Sentence("task.of_unit", unit=own.member.name, bloc=own.bloc.bloc.name)
            yield Task(None, Sentence("task.sign_corrections", count=count), about, "sign_many", ())


def _kept(desk: Desk) -> Iterator[Task]:
    kept = {bloc.pk: bloc for bloc in desk.kept if desk.may("results.enter_on_behalf", bloc)}
    asked_for = Report.objects.filter(period__until_on__lte=desk.on + OPENS_BEFORE_THE_END)
    unsigned = asked_for.filter(membership__bloc_season__in=kept, membership__left_on=None)
    counted = (
        unsigned.exclude(state=Handing.SIGNED.value)
        .order_by("period__position")
        .values_list("membership__bloc_season", "period__slug", "period__name", "period__due_on")
        .annotate(count=Count("pk"))
    )
    for pk, slug, name, due, count in counted:
        title = Sentence("task.chase_reports", count=count, period=name)
        yield desk.task(due, title, kept[pk], "results", asked=f"ky={slug}")
