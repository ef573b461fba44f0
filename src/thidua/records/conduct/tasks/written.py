"""Tasks of reports in words: written and mended by the officer, signed by the leader; units that owe theirs."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, QuerySet

from thidua.base.prepared import prepared
from thidua.core.answer import Sentence
from thidua.core.workflow.handing_in import OPEN_FOR_ENTRY, Handing
from thidua.records.conduct.tasks.desk import Desk, Own, Task
from thidua.records.results.models import WrittenReport
from thidua.records.results.queries.written import later_days_of
from thidua.records.results.topics import Topic
from thidua.records.seasons.models import Membership

Asked = dict[int, list[Topic]]  # what a bloc's units owe by now, by the bloc's key
STOPS_ASKING = timedelta(days=30)  # after its due day: the year goes on, and who owes stands on the list


def tasks(desk: Desk) -> Iterator[Task]:
    """Four queries beside the desk's topics: one's own reports and days; units of kept blocs, who signed."""
    kept = [bloc.pk for bloc in desk.kept if desk.may("reports.enter_on_behalf", bloc)]
    blocs = {own.bloc.pk for own in desk.own.values()} | set(kept)
    if not blocs:
        return
    asked = {key: _asked(desk.topics[key], desk.on) for key in blocs}
    yield from _own(desk, asked)
    yield from _kept(desk, asked, kept)


def _asked(topics: Iterable[Topic], on: date) -> list[Topic]:
    return [one for one in topics if one.is_asked_for and one.opens_on <= on <= one.due_on + STOPS_ASKING]


def _own(desk: Desk, asked: Asked) -> Iterator[Task]:
    """What one's units owe, and whatever waits for the leader or was returned, owed or not."""
    begun = _begun(own=list(desk.own))
    reports = {(one.membership_id, one.period_id, one.campaign_id): one for one in begun}
    later = later_days_of(desk.own, [topic for found in asked.values() for topic in found])
    for key, own in desk.own.items():
        for topic in asked[own.bloc.pk]:
            of_unit = topic.moved_to(later.get((key, *topic.keys)))
            yield from _of_one(own, of_unit, reports.get((key, *topic.keys)) or topic.blank(key))


@prepared
def _begun(*, own: list[int]) -> QuerySet[WrittenReport]:
    return WrittenReport.objects.filter(membership__in=own).select_related("period__bloc_season", "campaign")


def _of_one(own: Own, topic: Topic, report: WrittenReport) -> Iterator[Task]:
    due, slugs = topic.due_on, (topic.slug, own.member.unit.slug)
    if "officer" in own.roles and report.handing in OPEN_FOR_ENTRY and own.may("reports.enter"):
        key = "task.mend_written" if report.handing is Handing.RETURNED else "task.write_report"
        yield own.task(due, Sentence(key, name=topic.called), "written_report", *slugs)
    if report.handing is Handing.SUBMITTED and own.may("reports.sign"):
        yield own.task(due, Sentence("task.sign_written", name=topic.called), "written_report", *slugs)


def _kept(desk: Desk, asked: Asked, kept: list[int]) -> Iterator[Task]:
    members: dict[int, int] = dict(_members(blocs=kept))
    signed = {row[:3]: row[3] for row in _signed(blocs=kept)}
    for bloc, topic in [(key, topic) for key in kept for topic in asked[key]]:
        missing = members.get(bloc, 0) - signed.get((bloc, *topic.keys), 0)
        if missing and topic.until_on < desk.on:
            title = Sentence("task.chase_written", count=missing, name=topic.called)
            asks = f"ve={topic.slug}&loc=chua-gui"
            yield desk.task(topic.due_on, title, desk.blocs[bloc], "written_reports", asked=asks)


@prepared
def _members(*, blocs: list[int]) -> QuerySet[Any, Any]:
    members = Membership.objects.filter(bloc_season__in=blocs, left_on=None)
    return members.order_by().values_list("bloc_season").annotate(count=Count("pk"))


@prepared
def _signed(*, blocs: list[int]) -> QuerySet[Any, Any]:
    of_blocs = WrittenReport.objects.filter(membership__bloc_season__in=blocs, membership__left_on=None)
    signed = of_blocs.filter(state=Handing.SIGNED.value).order_by()
    return signed.values_list("membership__bloc_season", "period", "campaign").annotate(count=Count("pk"))
