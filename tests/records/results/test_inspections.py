"""A round of inspections: planned without own interest, announced, changed, closed."""

from datetime import date

import pytest

from tests.factories.inspections import (
    LATER,
    MAY,
    ON_THE_DAY,
    a_plan,
    a_planned_inspection,
    a_reported_visit,
    a_season_inspected,
    an_inspection,
    the_member,
    the_person,
)
from tests.factories.results import a_season_of_results
from tests.factories.seasons import a_key
from thidua.core.answer import NotPossible, Unknown
from thidua.core.workflow.inspecting import PlanState, VisitState
from thidua.records.desk.queries import notices_for
from thidua.records.journal.queries import body_of, events_about, lines_about
from thidua.records.results.access.inspections import inspection_for, visible_visits, visit_for
from thidua.records.results.actions.inspections import (
    amend_inspection,
    announce_inspection,
    cancel_visit,
    change_team,
    close_inspection,
    move_visit,
    plan_inspection,
)
from thidua.records.results.inspection_plan import TeamPlan
from thidua.records.results.queries.inspections import inspections_of, teams_of

pytestmark = [pytest.mark.django_db, pytest.mark.both]


@pytest.fixture
def world():
    return a_season_of_results(4)


def planned(world, *teams, **other):
    return plan_inspection(world.bloc, plan=a_plan(world, *teams, **other), by=world.secretary, at=MAY, key=a_key())


def keys(refused):
    return [sentence.key for sentence in refused.value]


def address(world):
    return world.season.cluster.slug, world.season.slug, world.bloc.bloc.slug


def test_a_round_is_written_down_with_its_teams_and_visits(world):
    inspection = planned(world, ([world.leaders[1], world.officers[2]], [3]), ([world.leaders[3]], [0]))

    first, second = teams_of(inspection)
    assert [one.person.full_name for one in first.people] == ["Lãnh Đạo B", "Cán Bộ Một"]
    assert [one.is_leader for one in first.people] == [True, False]
    assert [one.home.unit for one in second.people] == [world.units[3]]
    assert {visit.membership.unit for visit in inspection.visits.all()} == {world.units[3], world.units[0]}
    assert events_about(inspection) == ["inspection.planned"]


def test_a_member_of_the_inspected_unit_is_refused_by_name(world):
    with pytest.raises(NotPossible) as refused:
        planned(world, ([world.leaders[1], world.officers[2]], [2]))
    [sentence] = refused.value
    assert (sentence.key, sentence.values["who"], sentence.values["team"]) == (
        "inspection.own_unit", ("Cán Bộ Một",), 1,
    )  # fmt: skip


def test_units_that_look_at_each_other_are_refused_on_both_sides(world):
    with pytest.raises(NotPossible) as refused:
        planned(world, ([world.leaders[1]], [2]), ([world.leaders[2]], [1]))
    assert keys(refused) == ["inspection.in_return", "inspection.in_return"]
    assert [sentence.values["team"] for sentence in refused.value] == [1, 2]


def test_a_ring_of_three_units_is_welcome(world):
    inspection = planned(world, ([world.leaders[1]], [2]), ([world.leaders[2]], [3]), ([world.leaders[3]], [0]))
    assert inspection.visits.count() == 3


def test_every_fault_of_a_plan_is_told_at_once(world):
    with pytest.raises(NotPossible) as refused:
        planned(world, ([world.outsider], [2, 2]), from_on=date(2016, 5, 16), until_on=date(2016, 5, 20))
    assert sorted(set(keys(refused))) == [
        "inspection.outside_the_round", "inspection.person_without_unit", "inspection.visited_twice",
    ]  # fmt: skip


def test_only_head_and_secretariat_plan_and_others_do_not_see_the_draft(world):
    with pytest.raises(NotPossible) as refused:
        plan_inspection(world.bloc, plan=a_plan(world), by=world.officers[1], at=MAY, key=a_key())
    assert keys(refused) == ["rights.not_yours"]
    inspection = a_planned_inspection(world, ([world.leaders[1]], [2]))
    with pytest.raises(Unknown):
        inspection_for(world.officers[1], *address(world), inspection.public_id, on=MAY.date())
    assert inspection_for(world.head, *address(world), inspection.public_id, on=MAY.date()) == inspection


def test_a_draft_is_written_anew_and_a_second_saver_is_told(world):
    inspection = a_planned_inspection(world, ([world.leaders[1]], [2]))
    plan = a_plan(world, ([world.leaders[3]], [2]))
    amend_inspection(inspection, plan=plan, seen_version=1, by=world.secretary, at=MAY, key=a_key())
    [team] = teams_of(inspection)
    assert [one.home.unit for one in team.people] == [world.units[3]]
    with pytest.raises(NotPossible) as refused:
        amend_inspection(inspection, plan=plan, seen_version=1, by=world.secretary, at=MAY, key=a_key())
    assert keys(refused) == ["shared.changed_since"]


def test_a_round_without_teams_or_visits_is_not_announced(world):
    inspection = planned(world)
    with pytest.raises(NotPossible) as refused:
        announce_inspection(inspection, by=world.secretary, at=MAY, key=a_key())
    assert keys(refused) == ["inspection.needs_teams", "inspection.needs_visits"]


def test_units_and_teams_are_told_where_and_when(world):
    inspection = an_inspection(world)
    visit = inspection.visits.get()
    to_unit = notices_for(world.officers[2]).get(key="notice.inspection_of_unit")
    assert (to_unit.place, to_unit.slugs[-1], to_unit.values["on"]) == ("visit", visit.public_id, "10/5/2016")
    assert notices_for(world.leaders[1]).filter(key="notice.in_a_team").count() == 1
    with pytest.raises(NotPossible) as refused:
        amend_inspection(
            inspection, plan=a_plan(world), seen_version=2, by=world.secretary, at=MAY, key=a_key()
        )  # fmt: skip
    assert keys(refused) == ["inspection.is_announced"]


def test_whoever_neither_leads_nor_is_visited_nor_visits_knows_of_no_visit(world):
    visit = an_inspection(world).visits.get()
    on = MAY.date()
    for actor in (world.head, world.secretary, world.officers[1], world.leaders[2], world.officers[2]):
        assert visit_for(actor, *address(world), visit.public_id, on=on) == visit
        assert list(visible_visits(actor, visit.inspection, on=on)) == [visit]
    for actor in (world.leaders[3], world.officers[3], world.outsider):
        with pytest.raises(Unknown):
            visit_for(actor, *address(world), visit.public_id, on=on)
    assert list(visible_visits(world.officers[3], visit.inspection, on=on)) == []


def test_a_team_changes_with_a_reason_and_without_new_interests(world):
    inspection = an_inspection(world)
    [team] = inspection.teams.all()

    def change(people, because="Đồng chí đi học"):
        plan = TeamPlan(*map(the_person, people[:1]), tuple(map(the_person, people[1:])))
        return change_team(team, people=plan, because=because, by=world.secretary, at=MAY, key=a_key())

    with pytest.raises(NotPossible) as refused:
        change([world.leaders[1], world.officers[2]])
    assert keys(refused) == ["inspection.own_unit"]
    with pytest.raises(NotPossible) as refused:
        change([world.leaders[3]], because=" ")
    assert keys(refused) == ["inspection.needs_reason"]
    change([world.leaders[3], world.officers[1]])

    [now] = teams_of(inspection)
    assert [one.person_id for one in now.people] == [world.leaders[3].person, world.officers[1].person]
    assert team.members.exclude(left_at=None).count() == 2
    with pytest.raises(Unknown):
        visit_for(world.leaders[1], *address(world), inspection.visits.get().public_id, on=MAY.date())


def test_a_visit_is_moved_inside_the_round_and_both_sides_are_told(world):
    visit = an_inspection(world).visits.get()
    with pytest.raises(NotPossible) as refused:
        move_visit(visit, to=date(2016, 6, 1), place="", by=world.secretary, at=MAY, key=a_key())
    assert keys(refused) == ["inspection.outside_the_round"]

    move_visit(visit, to=date(2016, 5, 18), place="Hội trường", by=world.secretary, at=MAY, key=a_key())

    visit.refresh_from_db()
    assert (visit.on, visit.place) == (date(2016, 5, 18), "Hội trường")
    assert notices_for(world.leaders[2]).filter(key="notice.visit_moved").count() == 1
    assert notices_for(world.officers[1]).filter(key="notice.visit_moved").count() == 1
    assert body_of(lines_about(visit)[0])["before"] == "2016-05-10"


def test_a_round_closes_once_every_unit_has_its_minutes():
    world, visit = a_season_inspected()
    inspection = visit.inspection
    with pytest.raises(NotPossible) as refused:
        close_inspection(inspection, by=world.secretary, at=LATER, key=a_key())
    assert keys(refused) == ["inspection.without_minutes"]
    a_reported_visit(world, visit)

    close_inspection(inspection, by=world.secretary, at=LATER, key=a_key())

    inspection.refresh_from_db()
    assert inspection.at_state is PlanState.CLOSED
    [found] = inspections_of(world.season)
    assert (found.planned, found.done) == (1, 1)


def test_a_cancelled_visit_says_why_and_holds_up_nobody(world):
    visit = an_inspection(world).visits.get()
    cancel_visit(visit, because="Bão số 1", by=world.secretary, at=ON_THE_DAY, key=a_key())
    visit.refresh_from_db()
    assert (visit.at_state, visit.cancelled_because) == (VisitState.CANCELLED, "Bão số 1")
    close_inspection(visit.inspection, by=world.secretary, at=LATER, key=a_key())
    assert the_member(world, 2).visits.get().state == "cancelled"
