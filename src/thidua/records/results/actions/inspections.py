"""Acts on a round of inspections: planned, announced, its teams and days changed, closed with its table."""

from datetime import date, datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, Sentence, refuse, require
from thidua.core.texts import composed
from thidua.core.workflow.inspecting import HAS_MINUTES, PlanState, VisitMove, VisitState, may_visit
from thidua.records.desk.steps.notices import notify, notify_people
from thidua.records.journal.actions import act
from thidua.records.journal.models import HasToken
from thidua.records.journal.steps import record
from thidua.records.results.access.inspections import may_plan
from thidua.records.results.inspection_plan import InspectionPlan, TeamPlan, VisitPlan
from thidua.records.results.models import Inspection, InspectionTeam, TeamMember, Visit
from thidua.records.results.queries.inspections import homes_of
from thidua.records.results.steps.inspections import (
    people_of,
    require_complete,
    require_no_interest,
    seat,
    write_plan,
    written_day,
)
from thidua.records.seasons.models import BlocSeason

WITH = ("bloc_season__season__cluster", "bloc_season__bloc")


@act
def plan_inspection(bloc: BlocSeason, *, plan: InspectionPlan, by: Actor, at: datetime, key: str) -> Inspection:
    """The secretariat writes down a round; nobody is told before it is announced.

    Raises NotPossible with every fault of the plan, among them whoever would look at the own unit and units
    that would look at each other.
    """
    bloc = BlocSeason.objects.select_related("season__cluster", "bloc").get(pk=bloc.pk)
    require(may_plan(by, bloc, on=local_day(at)))
    inspection = Inspection(bloc_season=bloc)
    write_plan(inspection, plan, on=local_day(at))
    record("inspection.planned", by=by, at=at, subjects=_subjects(inspection), body=_body(plan))
    return inspection


@act
def amend_inspection(
    inspection: Inspection, *, plan: InspectionPlan, seen_version: int, by: Actor, at: datetime, key: str
) -> Inspection:
    """Writes a round anew while nobody knows of it. Raises as `plan_inspection`, and once it was announced."""
    inspection = _locked(inspection, by, at)
    if inspection.at_state is not PlanState.DRAFT:
        raise refuse("inspection.is_announced")
    inspection.expect(seen_version)
    inspection.turn()
    write_plan(inspection, plan, on=local_day(at))
    record("inspection.planned", by=by, at=at, subjects=_subjects(inspection), body=_body(plan))
    return inspection


@act
def announce_inspection(inspection: Inspection, *, by: Actor, at: datetime, key: str) -> Inspection:
    """Units and teams are told; from now on the plan stands, and single visits and teams are changed one by one."""
    inspection = _locked(inspection, by, at)
    if inspection.at_state is not PlanState.DRAFT:
        raise refuse("inspection.is_announced")
    require_complete(inspection)
    inspection.state, inspection.announced_at = PlanState.OPEN.value, at
    inspection.turn()
    inspection.save()
    slugs = (*_slugs(inspection), inspection.public_id)
    for visit in inspection.visits.select_related("membership__unit"):
        told = Sentence("notice.inspection_of_unit", name=inspection.name, on=written_day(visit.on))
        notify(visit.membership.unit, told, at=at, place="visit", slugs=(*_slugs(inspection), visit.public_id))
    members = people_of(list(inspection.teams.all()))
    notify_people(members, Sentence("notice.in_a_team", name=inspection.name), at=at, place="inspection", slugs=slugs)
    record("inspection.announced", by=by, at=at, subjects=_subjects(inspection))
    return inspection


@act
def change_team(
    team: InspectionTeam, *, people: TeamPlan, because: str, by: Actor, at: datetime, key: str
) -> InspectionTeam:
    """Somebody falls ill or has other duties: the team goes on with these people; who left stays readable.

    Raises NotPossible without a reason, or naming new interests of their own.
    """
    inspection = _locked(team.inspection, by, at)
    _require_open(inspection)
    if not because.strip():
        raise refuse("inspection.needs_reason")
    everyone = _teams(inspection) | {team.number: people}
    homes = homes_of(
        [person for one in everyone.values() for person in one.people], inspection.bloc_season.season, on=local_day(at)
    )
    if strangers := [person.full_name for person in people.people if person.pk not in homes]:
        raise NotPossible(*(Sentence("inspection.person_without_unit", name=name) for name in strangers))
    visits = [
        VisitPlan(visit.membership, visit.team.number, visit.on)
        for visit in inspection.visits.exclude(state=VisitState.CANCELLED.value).select_related("team", "membership")
    ]
    require_no_interest([everyone[number] for number in sorted(everyone)], visits, homes)
    team.members.filter(left_at=None).update(left_at=at)
    seat(team, people, homes)
    notify_people(
        list(people.people), Sentence("notice.in_a_team", name=inspection.name), at=at, place="inspection",
        slugs=(*_slugs(inspection), inspection.public_id),
    )  # fmt: skip
    names = {"team": team.number, "people": [person.full_name for person in people.people], "reason": because.strip()}
    record("inspection.team_changed", by=by, at=at, subjects=_subjects(inspection), body=names)
    return team


@act
def move_visit(visit: Visit, *, to: date, place: str, by: Actor, at: datetime, key: str) -> Visit:
    """Another day or place for a visit that has not been reported; the unit and the team are told."""
    inspection = _locked(visit.inspection, by, at)
    _require_open(inspection)
    visit = Visit.objects.select_for_update().get(pk=visit.pk)
    require(may_visit(visit.at_state, VisitMove.MOVE))
    if not inspection.from_on <= to <= inspection.until_on:
        raise refuse("inspection.outside_the_round", unit=visit.membership.short_name, on=to)
    before, visit.on, visit.place = visit.on, to, composed(place.strip())
    visit.turn()
    visit.save()
    told = Sentence(
        "notice.visit_moved", unit=visit.membership.short_name, before=written_day(before), on=written_day(to)
    )
    _tell(visit, inspection, told, at)
    body = {"before": before.isoformat(), "after": to.isoformat(), "place": visit.place}
    record("inspection.visit_moved", by=by, at=at, subjects=[visit, *_subjects(inspection)], body=body)
    return visit


@act
def cancel_visit(visit: Visit, *, because: str, by: Actor, at: datetime, key: str) -> Visit:
    """The visit does not take place. Raises NotPossible without a reason, or once it was reported."""
    inspection = _locked(visit.inspection, by, at)
    _require_open(inspection)
    visit = Visit.objects.select_for_update().get(pk=visit.pk)
    require(may_visit(visit.at_state, VisitMove.CANCEL))
    if not because.strip():
        raise refuse("inspection.needs_reason")
    visit.state, visit.cancelled_because = VisitState.CANCELLED.value, composed(because.strip())
    visit.turn()
    visit.save()
    told = Sentence("notice.visit_cancelled", unit=visit.membership.short_name, reason=visit.cancelled_because)
    _tell(visit, inspection, told, at)
    body = {"reason": visit.cancelled_because}
    record("inspection.visit_cancelled", by=by, at=at, subjects=[visit, *_subjects(inspection)], body=body)
    return visit


@act
def close_inspection(inspection: Inspection, *, by: Actor, at: datetime, key: str) -> Inspection:
    """The round ends and every member sees its closing table; points that are still open go on to be followed.

    Raises NotPossible naming the units whose minutes are missing.
    """
    inspection = _locked(inspection, by, at)
    _require_open(inspection)
    ended = [*(state.value for state in HAS_MINUTES), VisitState.CANCELLED.value]
    waiting = inspection.visits.exclude(state__in=ended).order_by("membership__position")
    if names := tuple(waiting.values_list("membership__short_name", flat=True)):
        raise refuse("inspection.without_minutes", count=len(names), units=names[:10])
    inspection.state, inspection.closed_at = PlanState.CLOSED.value, at
    inspection.turn()
    inspection.save()
    record("inspection.closed", by=by, at=at, subjects=_subjects(inspection))
    return inspection


def _locked(inspection: Inspection, by: Actor, at: datetime) -> Inspection:
    inspection = Inspection.objects.select_for_update(of=("self",)).select_related(*WITH).get(pk=inspection.pk)
    require(may_plan(by, inspection.bloc_season, on=local_day(at)))
    return inspection


def _require_open(inspection: Inspection) -> None:
    if inspection.at_state is not PlanState.OPEN:
        raise refuse(f"inspection.is_{inspection.state}")


def _teams(inspection: Inspection) -> dict[int, TeamPlan]:
    found: dict[int, TeamPlan] = {}
    members = TeamMember.objects.filter(team__inspection=inspection, left_at=None).select_related("person", "team")
    for one in members.order_by("team__number", "-is_leader", "pk"):
        plan = found.get(one.team.number)
        found[one.team.number] = TeamPlan(plan.leader, (*plan.members, one.person)) if plan else TeamPlan(one.person)
    return found


def _tell(visit: Visit, inspection: Inspection, told: Sentence, at: datetime) -> None:
    slugs = (*_slugs(inspection), visit.public_id)
    notify(visit.membership.unit, told, at=at, place="visit", slugs=slugs)
    notify_people(people_of([visit.team]), told, at=at, place="visit", slugs=slugs)


def _slugs(inspection: Inspection) -> tuple[str, str, str]:
    bloc = inspection.bloc_season
    return bloc.season.cluster.slug, bloc.season.slug, bloc.bloc.slug


def _subjects(inspection: Inspection) -> list[HasToken]:
    return [inspection, inspection.bloc_season]


def _body(plan: InspectionPlan) -> dict[str, object]:
    return {
        "name": plan.name,
        "ground": plan.ground,
        "from": plan.from_on.isoformat(),
        "until": plan.until_on.isoformat(),
        "contents": [one.text for one in plan.contents],
        "teams": [[person.full_name for person in team.people] for team in plan.teams],
        "visits": [[one.membership.short_name, one.team, one.on.isoformat(), one.place] for one in plan.visits],
    }
