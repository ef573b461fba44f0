"""A visit, an exemplar and an initiative of unit 1 beside what else a world holds, as far as others may read them."""

from dataclasses import dataclass

from tests.factories.inspections import CONTENTS, the_person
from tests.factories.seasons import NOON, TODAY, World, a_key
from tests.factories.stories import a_slip, an_idea, the_field, told
from thidua.core.workflow.inspecting import Outcome
from thidua.records.papers.steps import Shown
from thidua.records.results.actions.exemplar_book import give_consent, log_support
from thidua.records.results.actions.exemplars import introduce_exemplar, register_exemplar, spot_exemplar
from thidua.records.results.actions.initiatives import (
    begin_initiative,
    receive_initiatives,
    sign_initiatives,
    submit_initiative,
)
from thidua.records.results.actions.inspections import announce_inspection, plan_inspection
from thidua.records.results.actions.visits import note_finding, report_visit
from thidua.records.results.inspection_plan import InspectionPlan, TeamPlan, VisitPlan
from thidua.records.results.models import (
    Author,
    Exemplar,
    Initiative,
    Inspection,
    InspectionContent,
    InspectionTeam,
    TeamMember,
    Visit,
    VisitFinding,
)
from thidua.records.seasons.models import Membership

A_PAPER = Shown("Báo cáo", "12/BC-STP", TODAY)


def with_a_field(world: World) -> World:
    """Unit 0 has visited unit 1 and signed the minutes; unit 1 has introduced an exemplar and an initiative."""
    member = Membership.objects.get(bloc_season=world.bloc, unit=world.units[1])
    _a_visit(world, member)
    _an_exemplar(world, member)
    _an_initiative(world, member)
    return world


def _a_visit(world: World, member: Membership) -> None:
    team = TeamPlan(the_person(world.officers[0]), (the_person(world.leaders[0]),))
    plan = InspectionPlan(
        "Kiểm tra chéo", TODAY, TODAY, contents=CONTENTS[:1], teams=(team,), visits=(VisitPlan(member, 1, TODAY),)
    )
    planned = plan_inspection(world.bloc, plan=plan, by=world.secretary, at=NOON, key=a_key())
    visit = announce_inspection(planned, by=world.secretary, at=NOON, key=a_key()).visits.get()
    note_finding(
        visit, content=planned.contents.get(), outcome=Outcome.NOTED, text="Sổ ghi đủ", due_on=None, files=[],
        by=world.officers[0], at=NOON, key=a_key(),
    )  # fmt: skip
    report_visit(visit, conclusion="Tốt", seen_findings=1, by=world.officers[0], at=NOON, key=a_key())


def _an_exemplar(world: World, member: Membership) -> None:
    one = spot_exemplar(member, told=told(world), by=world.officers[1], at=NOON, key=a_key())
    one = register_exemplar(
        one, goal="Giữ vững", mentor="", seen_version=1, by=world.leaders[1], at=NOON, key=a_key()
    )  # fmt: skip
    log_support(one, text="Tập huấn", on=TODAY, shown=None, by=world.officers[1], at=NOON, key=a_key())
    give_consent(one, name="Trần Thị Lan", on=TODAY, file=a_slip(), by=world.officers[1], at=NOON, key=a_key())
    introduce_exemplar(one, because="21/23 phiếu", on=TODAY, by=world.leaders[1], at=NOON, key=a_key())


def _an_initiative(world: World, member: Membership) -> None:
    one = begin_initiative(member, told=an_idea(world), shown=[A_PAPER], by=world.officers[1], at=NOON, key=a_key())
    one = submit_initiative(one, seen_version=1, by=world.officers[1], at=NOON, key=a_key())
    [one] = sign_initiatives([one], by=world.leaders[1], at=NOON, key=a_key())
    receive_initiatives([one], by=world.secretary, at=NOON, key=a_key())


@dataclass(frozen=True)
class FieldNames:
    """Public ids of a world's visit, exemplar and initiative, for addresses; a word for nothing where there is none."""

    inspection: str = "khong-co-gi"
    visit: str = "khong-co-gi"
    finding: str = "khong-co-gi"
    exemplar: str = "khong-co-gi"
    initiative: str = "khong-co-gi"


def names_of(world: World) -> FieldNames:
    one = VisitFinding.objects.filter(visit__inspection__bloc_season=world.bloc).order_by("pk")
    finding = one.select_related("visit__inspection").first()
    exemplar = Exemplar.objects.filter(membership__bloc_season=world.bloc).order_by("pk").first()
    initiative = Initiative.objects.filter(membership__bloc_season=world.bloc).order_by("pk").first()
    if finding is None or exemplar is None or initiative is None:
        return FieldNames()
    visit = finding.visit
    ids = (visit.inspection, visit, finding, exemplar, initiative)
    return FieldNames(*(row.public_id for row in ids))


def a_wide_field(world: World) -> None:
    """Every unit visited with a point to mend, with two exemplars and two initiatives; a team of as many people."""
    members = list(Membership.objects.filter(bloc_season=world.bloc).select_related("unit"))
    inspection = Inspection.objects.create(
        bloc_season=world.bloc, name="Kiểm tra chéo", from_on=TODAY, until_on=TODAY, state="open", announced_at=NOON
    )
    content = InspectionContent.objects.create(inspection=inspection, position=1, text="Sổ theo dõi")
    teams = InspectionTeam.objects.bulk_create(
        InspectionTeam(inspection=inspection, number=number) for number in range(1, 4)
    )
    person = the_person(world.officers[0])
    TeamMember.objects.bulk_create(TeamMember(team=team, person=person, home=members[0]) for team in teams)
    visits = Visit.objects.bulk_create(
        Visit(
            inspection=inspection, team=teams[place % 3], membership=member, on=TODAY, state="reported",
            signed_at=NOON, signed_by={"name": "Trần Huy Bách"},
        )
        for place, member in enumerate(members)
    )  # fmt: skip
    VisitFinding.objects.bulk_create(
        VisitFinding(
            visit=visit, content=content, outcome="mend", text="Thiếu minh chứng", noted_at=NOON,
            noted_by={"name": "Trần Huy Bách"}, due_on=TODAY, state="open",
        )
        for visit in visits
    )  # fmt: skip
    field = the_field(world)
    Exemplar.objects.bulk_create(
        Exemplar(
            membership=member, kind="person", name=f"Người {n}", field=field, did="Việc tốt", state=state,
            spotted_at=NOON, spotted_by={"name": "Cán Bộ"}, consent_name="Người", consent_on=TODAY,
        )
        for member in members
        for n, state in enumerate(("introduced", "spotted"))
    )  # fmt: skip
    made = Initiative.objects.bulk_create(
        Initiative(
            membership=member, title=f"Sáng kiến {n}", field=field, applied_on=TODAY, begun_at=NOON,
            begun_by={"name": "Cán Bộ"}, state="signed", signed_at=NOON, signed_by={"name": "Lãnh Đạo"},
        )
        for member in members
        for n in range(2)
    )  # fmt: skip
    Author.objects.bulk_create(
        Author(initiative=one, position=1, name="Cán Bộ", share_percent=100) for one in made
    )  # fmt: skip
