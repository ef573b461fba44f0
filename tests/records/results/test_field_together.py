"""Two acts at once on visits, points, exemplars and initiatives: one after the other, whoever comes first."""

import pytest

from tests.factories.inspections import LATER, ON_THE_DAY, a_finding, a_season_inspected, an_agreed_visit
from tests.factories.results import a_season_of_results
from tests.factories.seasons import a_key
from tests.factories.stories import (
    A_PROOF,
    JUNE,
    MAY,
    THE_DAY,
    a_nurtured_exemplar,
    a_signed_initiative,
    a_slip,
    an_introduced_exemplar,
)
from tests.together import together
from thidua.records.journal.queries import first_faulty_line
from thidua.records.results.actions.exemplar_book import give_consent
from thidua.records.results.actions.exemplars import introduce_exemplar
from thidua.records.results.actions.initiatives import receive_initiatives
from thidua.records.results.actions.points import answer_point, close_point
from thidua.records.results.actions.visits import report_visit
from thidua.records.results.models import Exemplar, Initiative

pytestmark = pytest.mark.both


def test_a_finding_sent_again_while_the_first_is_still_on_its_way_counts_once(own_database):
    world, visit = a_season_inspected()
    key = a_key()
    first, second = together(
        lambda: a_finding(world, visit, key=key), lambda: a_finding(world, visit, key=key, at=LATER)
    )
    assert first == second
    assert visit.findings.count() == 1


def test_minutes_never_leave_out_a_finding_that_was_noted_at_the_same_instant(own_database):
    world, visit = a_season_inspected()
    for content in (0, 1):
        a_finding(world, visit, content)
    signing, noting = together(
        lambda: report_visit(visit, conclusion="Tốt", seen_findings=2, by=world.leaders[1], at=ON_THE_DAY, key=a_key()),
        lambda: a_finding(world, visit, text="Thêm một điểm"),
    )
    assert (signing == ["inspection.findings_changed"]) != (noting == ["inspection.visit_is_reported"])
    visit.refresh_from_db()
    assert visit.findings.count() == (3 if visit.state == "planned" else 2)
    assert first_faulty_line() is None


def test_a_point_answered_and_closed_at_once_is_closed_in_the_end_or_waits(own_database):
    world, visit = a_season_inspected()
    point = an_agreed_visit(world, visit)
    answers = together(
        lambda: answer_point(point, text="Xong", shown=A_PROOF, by=world.officers[2], at=JUNE, key=a_key()),
        lambda: close_point(point, reply="Đã xem", by=world.leaders[1], at=JUNE, key=a_key()),
    )
    point.refresh_from_db()
    assert point.state == "closed"
    assert answers[0] in (["inspection.point_is_closed"], point)
    assert point.mendings.filter(accepted=None).count() == 0


def test_of_two_that_would_be_the_second_only_one_is_introduced(own_database):
    world = a_season_of_results()
    an_introduced_exemplar(world)
    waiting = [a_nurtured_exemplar(world) for _ in range(2)]
    for one in waiting:
        give_consent(
            one, name="Trần Thị Lan", on=THE_DAY, file=a_slip(), by=world.officers[1], at=MAY, key=a_key()
        )  # fmt: skip

    def introduce(one):
        return lambda: introduce_exemplar(
            one, because="21/23 phiếu", on=THE_DAY, by=world.leaders[1], at=MAY, key=a_key()
        )

    answers = together(*(introduce(one) for one in waiting))
    assert answers.count(["exemplar.enough_introduced"]) == 1
    assert Exemplar.objects.filter(state="introduced").count() == 2


def test_no_number_of_the_book_is_given_twice(own_database):
    world = a_season_of_results()
    signed = [a_signed_initiative(world, place) for place in (1, 2)]
    together(
        *(
            lambda one=one: receive_initiatives([one], by=world.secretary, at=JUNE, key=a_key())  # type: ignore[misc]
            for one in signed
        )
    )
    assert sorted(Initiative.objects.values_list("number", flat=True)) == [1, 2]
    assert first_faulty_line() is None
