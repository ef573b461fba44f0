"""A round of inspections in a season of three units or more: who of whom visits whom, and how far it has come."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from tests.factories.kept import kept
from tests.factories.results import a_season_of_results
from tests.factories.seasons import World, a_key
from thidua.core.actor import Actor
from thidua.core.workflow.inspecting import Outcome
from thidua.records.directory.models import Person
from thidua.records.results.actions.inspections import announce_inspection, plan_inspection
from thidua.records.results.actions.visits import answer_minutes, note_finding, report_visit
from thidua.records.results.inspection_plan import InspectionPlan, LookedAt, TeamPlan, VisitPlan
from thidua.records.results.models import Inspection, Visit, VisitFinding
from thidua.records.seasons.models import Membership

MAY = datetime(2016, 5, 4, 3, 0, tzinfo=UTC)
FIRST_DAY, LAST_DAY, DUE = date(2016, 5, 9), date(2016, 5, 20), date(2016, 6, 10)
ON_THE_DAY = datetime(2016, 5, 10, 3, 0, tzinfo=UTC)
LATER = datetime(2016, 5, 12, 3, 0, tzinfo=UTC)
CONTENTS = (LookedAt("Sổ theo dõi phong trào thi đua"), LookedAt("Minh chứng của kết quả quý I"))


def the_member(world: World, place: int) -> Membership:
    return Membership.objects.select_related("unit").get(bloc_season=world.bloc, unit=world.units[place])


def the_person(actor: Actor) -> Person:
    return Person.objects.get(pk=actor.person)


def a_plan(world: World, *teams: tuple[list[Actor], list[int]], **other: object) -> InspectionPlan:
    """Each team as its people, the leader first, and the places of the units that it visits."""
    told = {"name": "Kiểm tra chéo đợt 1", "from_on": FIRST_DAY, "until_on": LAST_DAY, "contents": CONTENTS} | other
    return InspectionPlan(
        teams=tuple(TeamPlan(*(the_person(people[0]), tuple(map(the_person, people[1:])))) for people, _ in teams),
        visits=tuple(
            VisitPlan(the_member(world, place), number, ON_THE_DAY.date(), "Trụ sở đơn vị")
            for number, (_, visited) in enumerate(teams, 1)
            for place in visited
        ),
        **told,  # type: ignore[arg-type]
    )


def a_planned_inspection(world: World, *teams: tuple[list[Actor], list[int]]) -> Inspection:
    return plan_inspection(world.bloc, plan=a_plan(world, *teams), by=world.secretary, at=MAY, key=a_key())


def an_inspection(world: World, looked_at: Sequence[int] = (2,)) -> Inspection:
    """Announced: people of unit 1 look at unit 2, led by the unit's leader, the officer with him."""
    planned = a_planned_inspection(world, ([world.leaders[1], world.officers[1]], list(looked_at)))
    return announce_inspection(planned, by=world.secretary, at=MAY, key=a_key())


@kept
def a_season_inspected(members: int = 4) -> tuple[World, Visit]:
    world = a_season_of_results(members)
    return world, an_inspection(world).visits.get()


def a_finding(
    world: World, visit: Visit, content: int = 0, outcome: Outcome = Outcome.MET, **other: object
) -> VisitFinding:
    told = {
        "text": "Sổ ghi đủ, cập nhật hằng tuần.", "due_on": DUE if outcome is Outcome.MEND else None, "files": [],
        "by": world.officers[1], "at": ON_THE_DAY, "key": a_key(),
    } | other  # fmt: skip
    return note_finding(visit, content=visit.inspection.contents.all()[content], outcome=outcome, **told)


def a_reported_visit(world: World, visit: Visit) -> VisitFinding:
    """Minutes signed by the team's leader; gives the one finding that is to be mended."""
    a_finding(world, visit)
    point = a_finding(world, visit, 1, Outcome.MEND, text="Thiếu minh chứng của ba cuộc tuyên truyền.")
    report_visit(
        visit, conclusion="Đơn vị thực hiện tốt, còn một điểm cần khắc phục.", seen_findings=2, by=world.leaders[1],
        at=LATER, key=a_key(),
    )  # fmt: skip
    return point


def an_agreed_visit(world: World, visit: Visit) -> VisitFinding:
    point = a_reported_visit(world, visit)
    answer_minutes(visit, agrees=True, remark="", by=world.leaders[2], at=LATER, key=a_key())
    return point
