"""Tasks of inspections: visit, sign the minutes, mend, look at answers; announce a round and close it."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, QuerySet

from thidua.base.prepared import prepared
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
    return dict(_mine(person=desk.actor.person, blocs=list(desk.blocs)))


@prepared
def _mine(*, person: int, blocs: list[int]) -> QuerySet[Any, tuple[int, bool]]:
    mine = TeamMember.objects.filter(person=person, left_at=None, team__inspection__bloc_season__in=blocs)
    return mine.order_by().values_list("team", "is_leader")


def _task(desk: Desk, bloc: BlocSeason, title: Sentence, place: str, name: str, **more: object) -> Task:
    about = more.get("about") or Sentence("task.of_bloc", bloc=bloc.bloc.name)
    return Task(more.get("due"), title, about, place, (*bloc.slugs, name))  # type: ignore[arg-type]


def _visits(desk: Desk, leads: dict[int, bool]) -> Iterator[Task]:
    for visit in _planned(teams=list(leads)):
        key = "task.inspect" if leads[visit.team_id] else "task.help_inspect"
        title = Sentence(key, unit=visit.membership.short_name)
        yield _task(desk, desk.blocs[visit.inspection.bloc_season_id], title, "visit", visit.public_id, due=visit.on)


@prepared
def _planned(*, teams: list[int]) -> QuerySet[Visit]:
    planned = Visit.objects.filter(team__in=teams, state=VisitState.PLANNED.value)
    of_open = planned.filter(inspection__state=PlanState.OPEN.value)
    return of_open.select_related("membership", "inspection").order_by("on", "pk")


def _minutes(desk: Desk) -> Iterator[Task]:
    for visit in _reported(own=list(desk.own)):
        own = desk.own[visit.membership_id]
        if own.may("inspection.agree"):
            yield own.task(None, Sentence("task.sign_minutes"), "minutes", visit.public_id)


@prepared
def _reported(*, own: list[int]) -> QuerySet[Visit]:
    return Visit.objects.filter(membership__in=own, state=VisitState.REPORTED.value).order_by("pk")


def _points(desk: Desk) -> Iterator[Task]:
    for member, visit, count, due in _open_points(own=list(desk.own)):
        own = desk.own[member]
        if own.may("inspection.mend") and "officer" in own.roles:
            yield own.task(due, Sentence("task.mend_points", count=count), "visit", visit)


@prepared
def _open_points(*, own: list[int]) -> QuerySet[Any, Any]:
    """By visit: the unit's membership, the visit's public id, how many points wait, and the first day."""
    waiting = VisitFinding.objects.filter(
        visit__membership__in=own, visit__signed_at__isnull=False, withdrawn_at=None, state=PointState.OPEN.value
    )
    rows = waiting.order_by("visit").values_list("visit__membership", "visit__public_id")
    return rows.annotate(count=Count("pk"), due=Min("due_on"))


def _answers(desk: Desk, leads: dict[int, bool]) -> Iterator[Task]:
    """For the leader of the team, and for the secretariat of the bloc."""
    kept = {bloc.pk for bloc in desk.kept if desk.may("inspection.close_point", bloc)}
    mine = {team for team, is_leader in leads.items() if is_leader}
    for bloc, team, visit, count in _answered(blocs=list(desk.blocs)):
        if bloc in kept or team in mine:
            yield _task(desk, desk.blocs[bloc], Sentence("task.close_points", count=count), "visit", visit)


@prepared
def _answered(*, blocs: list[int]) -> QuerySet[Any, Any]:
    """By visit: the bloc, the team, the visit's public id, and how many answers are to be looked at."""
    waiting = VisitFinding.objects.filter(
        visit__inspection__bloc_season__in=blocs, withdrawn_at=None, state=PointState.ANSWERED.value
    )
    rows = waiting.order_by("visit").values_list("visit__inspection__bloc_season", "visit__team", "visit__public_id")
    return rows.annotate(count=Count("pk"))


def _kept(desk: Desk) -> Iterator[Task]:
    kept = {bloc.pk: bloc for bloc in desk.kept if desk.may("inspection.plan", bloc)}
    for one in _rounds(blocs=list(kept)):
        bloc = kept[one.bloc_season_id]
        if one.at_state is PlanState.DRAFT:
            yield _task(desk, bloc, Sentence("task.announce_inspection"), "inspection", one.public_id, due=one.from_on)
        elif not one.is_waiting:
            yield _task(desk, bloc, Sentence("task.close_inspection"), "inspection", one.public_id, due=one.until_on)


@prepared
def _rounds(*, blocs: list[int]) -> QuerySet[Any, Any]:
    """Rounds that are not closed; `is_waiting` where a visit has not been made yet."""
    planned = Visit.objects.filter(inspection=OuterRef("pk"), state=VisitState.PLANNED.value)
    rounds = Inspection.objects.filter(bloc_season__in=blocs).exclude(state=PlanState.CLOSED.value)
    return rounds.annotate(is_waiting=Exists(planned)).order_by("pk")
