"""Which seasons an actor sees: a unit that has left its bloc is a stranger from that day on."""

from datetime import date, timedelta

import pytest

from tests.factories.seasons import TODAY, a_season
from thidua.records.seasons.access import clusters_to_plan, may, may_plan, visible_seasons
from thidua.records.seasons.models import Membership
from thidua.records.seasons.queries.frame import roles_of

pytestmark = pytest.mark.both
THE_DAY_BEFORE = TODAY - timedelta(days=1)


@pytest.fixture
def world(db):
    return a_season()


def left(world, place: int, on: date) -> None:
    Membership.objects.filter(bloc_season=world.bloc, unit=world.units[place]).update(left_on=on)


def test_a_unit_that_has_left_sees_the_season_no_more(world):
    leader = world.leaders[1]
    left(world, 1, TODAY)

    seen = [list(visible_seasons(leader, on=day)) for day in (THE_DAY_BEFORE, TODAY)]
    read = [may(leader, "season.read", season=world.season, on=day).is_yes for day in (THE_DAY_BEFORE, TODAY)]

    assert seen == [[world.season], []]
    assert read == [True, False]
    assert may_plan(leader, world.season.cluster, on=TODAY).because is None


def test_a_unit_that_has_left_enters_and_signs_no_more(world):
    left(world, 1, TODAY)
    leader, own = world.leaders[1], world.units[1]

    roles = [roles_of(leader, world.season, on=day, unit=own) for day in (THE_DAY_BEFORE, TODAY)]

    assert roles == [{"public", "signed_in", "member", "leader"}, {"public", "signed_in"}]


def test_a_part_outlives_the_membership_of_the_unit(world):
    left(world, 0, TODAY)

    assert list(visible_seasons(world.head, on=TODAY)) == [world.season]
    assert clusters_to_plan(world.head, on=TODAY) == [world.season.cluster]
