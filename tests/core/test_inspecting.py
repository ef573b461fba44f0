"""Nobody looks at the own unit, and no two units look at each other."""

from hypothesis import given
from hypothesis import strategies as st

from thidua.core.workflow.inspecting import (
    HAS_MINUTES,
    PointMove,
    PointState,
    Team,
    VisitMove,
    VisitState,
    may_mend,
    may_visit,
    own_interests,
)

UNITS = st.frozensets(st.integers(1, 5), max_size=2)
TEAMS = st.lists(st.builds(Team, UNITS, UNITS), max_size=3)


def team(homes, visited):
    return Team(frozenset(homes), frozenset(visited))


def test_a_team_that_visits_a_unit_of_its_own_people_is_found():
    [found] = own_interests([team({1, 2}, {2, 3})])
    assert (found.team, found.home, found.visited, found.is_own) == (0, 2, 2, True)


def test_of_a_swap_between_two_teams_both_sides_are_named():
    found = own_interests([team({1}, {2}), team({2}, {1})])
    assert [(one.team, one.home, one.visited) for one in found] == [(0, 1, 2), (1, 2, 1)]
    assert not any(one.is_own for one in found)


def test_a_swap_inside_one_mixed_team_is_found_too():
    found = own_interests([team({1, 2}, {1, 2})])
    assert {(one.home, one.visited) for one in found} == {(1, 1), (2, 2), (1, 2), (2, 1)}


def test_a_ring_of_three_is_no_swap():
    assert own_interests([team({1}, {2}), team({2}, {3}), team({3}, {1})]) == []


@given(TEAMS)
def test_what_is_found_is_exactly_who_looks_and_is_looked_at(teams):
    looks = {(home, visited) for one in teams for home in one.homes for visited in one.visited}
    wanted = {(home, visited) for home, visited in looks if (visited, home) in looks}
    assert {(one.home, one.visited) for one in own_interests(teams)} == wanted
    for one in own_interests(teams):
        assert one.home in teams[one.team].homes
        assert one.visited in teams[one.team].visited


def test_minutes_are_signed_once_and_then_the_unit_answers_once():
    assert {state for state in VisitState if may_visit(state, VisitMove.REPORT).is_yes} == {VisitState.PLANNED}
    assert {state for state in VisitState if may_visit(state, VisitMove.ANSWER).is_yes} == {VisitState.REPORTED}
    assert {state for state in VisitState if may_visit(state, VisitMove.NOTE).is_yes} & HAS_MINUTES == set()
    assert may_visit(VisitState.AGREED, VisitMove.NOTE).because.key == "inspection.visit_is_agreed"


def test_a_closed_point_is_closed():
    assert [move for move in PointMove if may_mend(PointState.CLOSED, move).is_yes] == []
    assert may_mend(PointState.CLOSED, PointMove.ANSWER).because.key == "inspection.point_is_closed"
