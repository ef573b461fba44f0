"""Who sees which visit of an inspection, and who may note, sign, answer and close there."""

from datetime import date

from django.db.models import Q, QuerySet

from thidua.base.library import rights
from thidua.core.actor import Actor
from thidua.core.answer import UNKNOWN, YES, Answer, Unknown, not_possible, require
from thidua.core.workflow.inspecting import PlanState
from thidua.records.results.models import Inspection, TeamMember, Visit, VisitFinding
from thidua.records.results.queries.inspections import WITH, is_in_team, leader_of
from thidua.records.seasons import access
from thidua.records.seasons.models import BlocSeason
from thidua.records.seasons.queries.frame import roles_of


def may_plan(by: Actor, bloc: BlocSeason, *, on: date) -> Answer:
    return access.may(by, "inspection.plan", season=bloc.season, bloc=bloc, on=on)


def roles_at(by: Actor, visit: Visit, *, on: date) -> frozenset[str]:
    """Parts in the season, posts in the visited unit, and `inspector` for the people of the visiting team."""
    member = visit.membership
    roles = roles_of(by, member.bloc_season.season, on=on, unit=member.unit)
    return roles | {"inspector"} if is_in_team(by, visit.team_id) else roles


def may(by: Actor, what: str, visit: Visit, *, on: date) -> Answer:
    """The grid's answer towards a visit: `what` as inspection.note, inspection.answer.

    Who looks through other eyes reads no visit that is closed to the own ones.
    """
    if by.eyes is not None and not may(by.eyes.viewer, "inspection.read", visit, on=on).is_yes:
        return UNKNOWN
    return rights().answer(what, roles_at(by, visit, on=on), visit.membership.bloc_season.at_stage)


def may_report(by: Actor, visit: Visit, *, on: date) -> Answer:
    """The minutes are signed by the team's leader alone."""
    answer = may(by, "inspection.note", visit, on=on)
    if not answer.is_yes:
        return answer
    leader = leader_of(visit.team)
    if leader is not None and leader.pk == by.person:
        return YES
    return not_possible("inspection.only_leader", name=leader.full_name if leader else "–")


def visible_inspections(actor: Actor, found: QuerySet[Inspection], *, planner: bool) -> QuerySet[Inspection]:
    """Announced rounds, and for who plans also those that are still being written."""
    return found if planner else found.exclude(state=PlanState.DRAFT.value)


def visible_visits(actor: Actor, inspection: Inspection, *, on: date) -> QuerySet[Visit]:
    """All for those who lead the season; else one's own unit's and those of one's own teams."""
    visits = inspection.visits.all() if actor.eyes is None else visible_visits(actor.eyes.viewer, inspection, on=on)
    if rights().answer("inspection.read", roles_of(actor, inspection.bloc_season.season, on=on)).is_yes:
        return visits
    teams = TeamMember.objects.filter(person=actor.person, left_at=None, person__isnull=False).values("team")
    seen = visits.filter(Q(membership__unit__in=actor.units) | Q(team__in=teams))
    return seen if inspection.at_state is not PlanState.DRAFT else seen.none()


def inspection_for(
    actor: Actor, cluster: str, season: str, bloc: str, public_id: str, *, on: date, to: str = "season.read"
) -> Inspection:
    """The round at an address. Raises Unknown for none, or for one that is still written by others."""
    found = access.bloc_for(actor, cluster, season, bloc, to=to, on=on)
    inspection = Inspection.objects.filter(bloc_season=found, public_id=public_id).first()
    if inspection is None:
        raise Unknown
    inspection.bloc_season = found
    if inspection.at_state is PlanState.DRAFT and not may_plan(actor, found, on=on).is_yes:
        raise Unknown
    return inspection


def visit_for(actor: Actor, cluster: str, season: str, bloc: str, public_id: str, *, on: date) -> Visit:
    """The visit at an address, for those who may read it. Raises Unknown otherwise."""
    found = access.bloc_for(actor, cluster, season, bloc, to="season.read", on=on)
    visit = Visit.objects.filter(inspection__bloc_season=found, public_id=public_id).select_related(*WITH).first()
    if visit is None or visit.inspection.at_state is PlanState.DRAFT:
        raise Unknown
    visit.inspection.bloc_season = visit.membership.bloc_season = found
    require(may(actor, "inspection.read", visit, on=on))
    return visit


def finding_at(visit: Visit, public_id: str) -> VisitFinding:
    """A finding of a visit. Raises Unknown for another's."""
    found = visit.findings.select_related("content").filter(public_id=public_id).first()
    if found is None:
        raise Unknown
    found.visit = visit
    return found
