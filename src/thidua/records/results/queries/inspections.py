"""Questions about inspections: rounds of a season, visits with their figures, findings, what waits for whom."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, F, Prefetch, Q, QuerySet

from thidua.core.actor import Actor
from thidua.core.workflow.inspecting import HAS_MINUTES, Outcome, PlanState, PointState
from thidua.records.directory.models import Person, Post
from thidua.records.directory.queries import in_force
from thidua.records.results.models import Inspection, InspectionTeam, Mending, TeamMember, Visit, VisitFinding
from thidua.records.seasons.models import Membership, Season

STANDING = Q(findings__withdrawn_at=None)
WITH_BLOC = ("bloc_season__season__cluster", "bloc_season__bloc")
WITH = ("inspection", "team", "membership__unit", "membership__bloc_season__season__cluster")


def inspections_of(season: Season) -> QuerySet[Inspection]:
    """Rounds of all blocs of a season, the newest first, with how many visits they have and have done."""
    return (
        Inspection.objects.filter(bloc_season__season=season)
        .select_related(*WITH_BLOC)
        .annotate(
            planned=Count("visits", filter=~Q(visits__state="cancelled")),
            done=Count("visits", filter=Q(visits__state__in=HAS_MINUTES)),
        )
        .order_by("-from_on", "-pk")
    )


def homes_of(people: Iterable[Person], season: Season, *, on: date) -> dict[int, Membership]:
    """From which member unit of the season each person comes, by key of the person: the unit of a post, or above it."""
    posts = Post.objects.filter(in_force(on), person__in=list(people)).select_related("unit").order_by("pk")
    members = Membership.objects.filter(bloc_season__season=season, left_on=None).select_related("unit")
    by_unit = {member.unit_id: member for member in members}
    homes: dict[int, Membership] = {}
    for post in posts:
        for part in reversed(post.unit.path.strip("/").split("/")):
            if (home := by_unit.get(int(part))) is not None:
                homes.setdefault(post.person_id, home)
                break
    return homes


def teams_of(inspection: Inspection) -> list[InspectionTeam]:
    """Teams with `people`: those who are in them now, the leader first."""
    now_in = TeamMember.objects.filter(left_at=None).select_related("person", "home")
    return list(inspection.teams.prefetch_related(Prefetch("members", now_in, to_attr="people")))


def leader_of(team: InspectionTeam) -> Person | None:
    found = team.members.filter(is_leader=True, left_at=None).select_related("person").first()
    return found.person if found else None


def is_in_team(actor: Actor, team: int) -> bool:
    """`team` by its key."""
    return actor.person is not None and TeamMember.objects.filter(team=team, person=actor.person, left_at=None).exists()


def with_figures(visits: QuerySet[Visit], *, on: date) -> QuerySet[Visit]:
    """Visits with `met`, `mend`, `noted`, `still_open`, `answered` and `overdue`: how many findings are such."""
    mend = STANDING & Q(findings__outcome=Outcome.MEND.value)
    return visits.annotate(
        met=Count("findings", filter=STANDING & Q(findings__outcome=Outcome.MET.value)),
        mend=Count("findings", filter=mend),
        noted=Count("findings", filter=STANDING & Q(findings__outcome=Outcome.NOTED.value)),
        still_open=Count("findings", filter=mend & Q(findings__state=PointState.OPEN.value)),
        answered=Count("findings", filter=mend & Q(findings__state=PointState.ANSWERED.value)),
        overdue=Count("findings", filter=mend & Q(findings__state=PointState.OPEN.value, findings__due_on__lt=on)),
    )


def visits_of(inspection: Inspection) -> QuerySet[Visit]:
    """Visits by day, then in protocol order."""
    return inspection.visits.select_related("team", "membership__unit").order_by("on", "membership__position", "pk")


def findings_of(visit: Visit) -> list[VisitFinding]:
    """What was seen, with files and answers; withdrawn findings too, last of all."""
    found = visit.findings.select_related("content").prefetch_related(
        "files__file", Prefetch("mendings", Mending.objects.select_related("paper__file").order_by("pk"))
    )
    return list(found.order_by(F("withdrawn_at").asc(nulls_first=True), "content__position", "pk"))


def contents_without_finding(visit: Visit) -> list[str]:
    """What the team has not yet said anything to."""
    seen = visit.findings.filter(withdrawn_at=None).values("content")
    return list(visit.inspection.contents.exclude(pk__in=seen).values_list("text", flat=True))


def visits_of_teams_of(actor: Actor, inspections: Iterable[Inspection]) -> QuerySet[Visit]:
    """Visits of announced rounds that a team of this actor makes."""
    teams = TeamMember.objects.filter(person=actor.person, left_at=None).values("team")
    return Visit.objects.filter(inspection__in=list(inspections), team__in=teams).exclude(
        inspection__state=PlanState.DRAFT.value
    )
