"""Tasks of inspections: visit, sign the minutes, mend, look at answers; announce a round and close it."""

from collections.abc import Iterator

from django.db.models import Count, Exists, Min, OuterRef

from thidua.core.answer import Sentence
from thidua.core.workflow.inspecting import PlanState, PointState, VisitState
from thidua.records.conduct.tasks.desk import Desk, Task
from thidua.records.results.models import Inspection, TeamMember, Visit, VisitFinding
from thidua.records.seasons.models import BlocSeason


def tasks(desk: Desk) -> Iterator[Task]:
    """Six queries: teams, visits of these teams, own minutes, own points, answers to look at, rounds that are kept."""
    leads = _teams(desk)
    yield from _visits(desk, leads)
    yield from _minutes(desk)
    yield from _points(desk)
    yield from _answers(desk, leads)
    yield from _kept(desk)


def _teams(desk: Desk) -> dict[int, bool]:
    """The teams in which the actor is, by key, and whether as their leader."""
    if desk.actor.person is None:
        return {}
    mine = TeamMember.objects.filter(
        person=desk.actor.person, left_at=None, team__inspection__bloc_season__in=desk.blocs
    )
    return dict(mine.values_list("team", "is_leader"))


def _task(desk: Desk, bloc: BlocSeason, title: Sentence, place: str, name: str, **more: object) -> Task:
    about = more.get("about") or Sentence("task.of_bloc", bloc=bloc.bloc.name)
    return Task(more.get("due"), title, about, place, (*bloc.slugs, name))  # type: ignore[arg-type]


def _visits(desk: Desk, leads: dict[int, bool]) -> Iterator[Task]:
    found = Visit.objects.filter(
        team__in=leads, inspection__state=PlanState.OPEN.value, state=VisitState.PLANNED.value
    ).select_related("membership", "inspection")
    for visit in found.order_by("on", "pk"):
        key = "task.inspect" if leads[visit.team_id] else "task.help_inspect"
        title = Sentence(key, unit=visit.membership.short_name)
        yield _task(desk, desk.blocs[visit.inspection.bloc_season_id], title, "visit", visit.public_id, due=visit.on)


def _minutes(desk: Desk) -> Iterator[Task]:
    for visit in Visit.objects.filter(membership__in=desk.own, state=VisitState.REPORTED.value).order_by("pk"):
        own = desk.own[visit.membership_id]
        if own.may("inspection.agree"):
            yield own.task(None, Sentence("task.sign_minutes"), "minutes", visit.public_id)


def _points(desk: Desk) -> Iterator[Task]:
    waiting = VisitFinding.objects.filter(
        visit__membership__in=desk.own, visit__signed_at__isnull=False, withdrawn_at=None, state=PointState.OPEN.value
    ).order_by("visit")
    rows = waiting.values_list("visit__membership", "visit__public_id")
    for member, visit, count, due in rows.annotate(count=Count("pk"), due=Min("due_on")):
        own = desk.own[member]
        if own.may("inspection.mend") and "officer" in own.roles:
            yield own.task(due, Sentence("task.mend_points", count=count), "visit", visit)


def _answers(desk: Desk, leads: dict[int, bool]) -> Iterator[Task]:
    """For the leader of the team, and for the secretariat of the bloc."""
    kept = {bloc.pk for bloc in desk.kept if desk.may("inspection.close_point", bloc)}
    mine = {team for team, is_leader in leads.items() if is_leader}
    waiting = VisitFinding.objects.filter(
        visit__inspection__bloc_season__in=desk.blocs, withdrawn_at=None, state=PointState.ANSWERED.value
    ).order_by("visit")
    rows = waiting.values_list("visit__inspection__bloc_season", "visit__team", "visit__public_id")
    for bloc, team, visit, count in rows.annotate(count=Count("pk")):
        if bloc in kept or team in mine:
            yield _task(desk, desk.blocs[bloc], Sentence("task.close_points", count=count), "visit", visit)


def _kept(desk: Desk) -> Iterator[Task]:
    kept = {bloc.pk: bloc for bloc in desk.kept if desk.may("inspection.plan", bloc)}
    without = Visit.objects.filter(inspection=OuterRef("pk"), state=VisitState.PLANNED.value)
    rounds = Inspection.objects.filter(bloc_season__in=kept).exclude(state=PlanState.CLOSED.value)
    for one in rounds.annotate(is_waiting=Exists(without)).order_by("pk"):
        bloc = kept[one.bloc_season_id]
        if one.at_state is PlanState.DRAFT:
            yield _task(desk, bloc, Sentence("task.announce_inspection"), "inspection", one.public_id, due=one.from_on)
        elif not one.is_waiting:
            yield _task(desk, bloc, Sentence("task.close_inspection"), "inspection", one.public_id, due=one.until_on)
