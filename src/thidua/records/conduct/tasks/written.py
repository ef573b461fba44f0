"""Tasks of reports in words: written and mended by the officer, signed by the leader; units that owe theirs."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from django.db.models import Count

from thidua.core.answer import Sentence
from thidua.core.scoring import Name
from thidua.core.workflow.handing_in import OPEN_FOR_ENTRY, Handing
from thidua.records.conduct.tasks.desk import Desk, Own, Task
from thidua.records.results.models import WrittenReport
from thidua.records.results.topics import Topic, topics
from thidua.records.seasons.models import BlocSeason, Campaign, Membership, Period
from thidua.records.seasons.queries.campaigns import JOINED

Asked = dict[int, list[Topic]]  # what a bloc's units owe by now, by the bloc's key
STOPS_ASKING = timedelta(days=30)  # after its due day: the year goes on, and who owes stands on the list


def tasks(desk: Desk) -> Iterator[Task]:
    """Five queries: periods, campaigns, one's own reports, how many units are in the kept blocs and have signed."""
    kept = [bloc.pk for bloc in desk.kept if desk.may("reports.enter_on_behalf", bloc)]
    blocs = {own.bloc.pk: own.bloc for own in desk.own.values()} | {key: desk.blocs[key] for key in kept}
    if not blocs:
        return
    asked = _asked(blocs, desk.on)
    yield from _own(desk, asked)
    yield from _kept(desk, asked, kept)


def _asked(blocs: Mapping[int, BlocSeason], on: date) -> Asked:
    periods = list(Period.objects.filter(bloc_season__in=blocs).order_by("position", "pk"))
    seasons = {bloc.season_id for bloc in blocs.values()}
    run = Campaign.objects.filter(season__in=seasons, membership=None, state__in=JOINED)
    campaigns = list(run.exclude(kind=Campaign.Kind.REGULAR).order_by("starts_on", "pk"))
    found = {}
    for key, bloc in blocs.items():
        own = [one for one in periods if one.bloc_season_id == key]
        for period in own:
            period.bloc_season = bloc
        joint = [one for one in campaigns if one.season_id == bloc.season_id and one.bloc_season_id in (None, key)]
        found[key] = [
            topic for topic in topics(own, joint, year=bloc.season.emulation_year)
            if topic.is_asked_for and topic.opens_on <= on <= topic.due_on + STOPS_ASKING
        ]  # fmt: skip
    return found


def _own(desk: Desk, asked: Asked) -> Iterator[Task]:
    """What one's units owe, and whatever waits for the leader or was returned, owed or not."""
    begun = WrittenReport.objects.filter(membership__in=desk.own).select_related("period__bloc_season", "campaign")
    reports = {(one.membership_id, one.period_id, one.campaign_id): one for one in begun}
    for key, own in desk.own.items():
        for topic in asked[own.bloc.pk]:
            yield from _of_one(own, topic, reports.get((key, *topic.keys)) or topic.blank(key))


def _of_one(own: Own, topic: Topic, report: WrittenReport) -> Iterator[Task]:
    due, slugs = topic.due_on, (topic.slug, own.member.unit.slug)
    if "officer" in own.roles and report.handing in OPEN_FOR_ENTRY and own.may("reports.enter"):
        key = "task.mend_written" if report.handing is Handing.RETURNED else "task.write_report"
        yield own.task(due, Sentence(key, name=_named(topic)), "written_report", *slugs)
    if report.handing is Handing.SUBMITTED and own.may("reports.sign"):
        yield own.task(due, Sentence("task.sign_written", name=_named(topic)), "written_report", *slugs)


def _kept(desk: Desk, asked: Asked, kept: list[int]) -> Iterator[Task]:
    members: dict[int, int] = dict(
        Membership.objects.filter(bloc_season__in=kept, left_on=None)
        .order_by()
        .values_list("bloc_season")
        .annotate(count=Count("pk"))
    )
    rows = (
        WrittenReport.objects.filter(state=Handing.SIGNED.value, membership__bloc_season__in=kept)
        .filter(membership__left_on=None)
        .order_by()
        .values_list("membership__bloc_season", "period", "campaign")
        .annotate(count=Count("pk"))
    )
    signed = {row[:3]: row[3] for row in rows}
    for bloc, topic in [(key, topic) for key in kept for topic in asked[key]]:
        missing = members.get(bloc, 0) - signed.get((bloc, *topic.keys), 0)
        if missing and topic.until_on < desk.on:
            title = Sentence("task.chase_written", count=missing, name=_named(topic))
            asks = f"ve={topic.slug}&loc=chua-gui"
            yield desk.task(topic.due_on, title, desk.blocs[bloc], "written_reports", asked=asks)


def _named(topic: Topic) -> Name | str:
    """The kind of report where it has a name of its own, else with what it is about."""
    return topic.kind.name if topic.period else topic.paper_name
