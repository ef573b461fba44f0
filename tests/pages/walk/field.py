"""Inspections, exemplars and initiatives of the second unit, some of them not told to anybody else yet."""

from datetime import timedelta

from tests.factories.inspections import CONTENTS, the_member, the_person
from tests.factories.seasons import NOON, TODAY, World, a_key
from tests.factories.stories import a_slip, an_idea, told
from tests.pages.walk.addresses import OWN
from thidua.core.workflow.inspecting import Outcome
from thidua.records.files.models import StoredFile
from thidua.records.papers.steps import Shown
from thidua.records.results.actions import exemplar_book, exemplars, initiatives, inspections, points, visits
from thidua.records.results.inspection_plan import InspectionPlan, TeamPlan, VisitPlan

A_MONTH_LATER = TODAY + timedelta(days=30)


def a_field(world: World, scan: StoredFile, secret: str) -> None:
    """The unit was visited by people of the first one and has mended a point; another round is still being written.

    One exemplar is introduced and one told within the unit alone; one initiative is received and one a draft.
    """
    _inspected(world, scan, secret)
    _held_up(world, Shown(secret, "12/BC-STP", TODAY, scan), secret)
    _thought_of(world, Shown(secret, "12/BC-STP", TODAY, scan), secret)


def _inspected(world: World, scan: StoredFile, secret: str) -> None:
    serves = {"by": world.secretary, "at": NOON}
    team = TeamPlan(the_person(world.officers[0]), (the_person(world.leaders[0]),))
    visit_plan = VisitPlan(the_member(world, OWN), 1, TODAY)
    plan = InspectionPlan("Kiểm tra chéo", TODAY, TODAY, contents=CONTENTS[:1], teams=(team,), visits=(visit_plan,))
    inspections.plan_inspection(world.bloc, plan=plan, key=a_key(), **serves)
    announced = inspections.plan_inspection(world.bloc, plan=plan, key=a_key(), **serves)
    visit = inspections.announce_inspection(announced, key=a_key(), **serves).visits.get()
    inspects = {"by": world.officers[0], "at": NOON}
    point = visits.note_finding(
        visit, content=announced.contents.get(), outcome=Outcome.MEND, text=secret, due_on=A_MONTH_LATER, files=[scan],
        key=a_key(), **inspects,
    )  # fmt: skip
    visits.report_visit(visit, conclusion=secret, seen_findings=1, key=a_key(), **inspects)
    visits.answer_minutes(visit, agrees=True, remark="", by=world.leaders[OWN], at=NOON, key=a_key())
    shown = Shown(secret, "12/BC-STP", TODAY, scan)
    points.answer_point(point, text=secret, shown=shown, by=world.officers[OWN], at=NOON, key=a_key())


def _held_up(world: World, shown: Shown, secret: str) -> None:
    types, signs = {"by": world.officers[OWN], "at": NOON}, {"by": world.leaders[OWN], "at": NOON}
    one, hidden = (
        exemplars.spot_exemplar(the_member(world, OWN), told=told(world, did=secret), key=a_key(), **types)
        for _ in range(2)
    )
    for each in (one, hidden):
        exemplars.register_exemplar(each, goal="Giữ vững", mentor="", seen_version=1, key=a_key(), **signs)
        exemplar_book.log_support(each, text=secret, on=TODAY, shown=shown, key=a_key(), **types)
    exemplar_book.give_consent(one, name="Trần Thị Lan", on=TODAY, file=a_slip(), key=a_key(), **types)
    exemplars.introduce_exemplar(one, because="21/23 phiếu", on=TODAY, key=a_key(), **signs)


def _thought_of(world: World, shown: Shown, secret: str) -> None:
    types = {"by": world.officers[OWN], "at": NOON}
    one, _draft = (
        initiatives.begin_initiative(
            the_member(world, OWN), told=an_idea(world, benefit=secret), shown=[shown], key=a_key(), **types
        )
        for _ in range(2)
    )
    one = initiatives.submit_initiative(one, seen_version=1, key=a_key(), **types)
    [one] = initiatives.sign_initiatives([one], by=world.leaders[OWN], at=NOON, key=a_key())
    initiatives.receive_initiatives([one], by=world.secretary, at=NOON, key=a_key())
