"""Parts in a season reach into the records of its members, as long as they are members."""

from datetime import date

import pytest

from tests.factories.awards import someone_in
from tests.factories.seasons import a_season
from thidua.core.workflow.stages import Stage
from thidua.records.awards.access import may_keep, may_read, units_swept_by
from thidua.records.seasons.models import BlocSeason, Membership, Season

pytestmark = [pytest.mark.both, pytest.mark.django_db]
DAY = date(2016, 3, 4)


@pytest.fixture
def world():
    return a_season()


def answers(world, person):
    """Whether the secretariat keeps the record, whether the head reads it, whether its unit is swept."""
    unit = world.units[1]
    return (
        may_keep(world.secretary, person, on=DAY).is_yes,
        may_read(world.head, person, on=DAY).is_yes,
        unit in units_swept_by(world.secretary, on=DAY),
    )


def test_of_a_unit_that_has_left_its_bloc_the_season_knows_no_more_records(world):
    person = someone_in(world.units[1])
    assert answers(world, person) == (True, True, True)
    Membership.objects.filter(bloc_season=world.bloc, unit=world.units[1]).update(left_on=DAY)
    assert answers(world, person) == (False, False, False)


def test_a_closed_season_reaches_into_records_until_the_next_one_of_its_cluster_is_there(world):
    person = someone_in(world.units[1])
    BlocSeason.objects.filter(pk=world.bloc.pk).update(stage=Stage.CLOSED.value)
    assert answers(world, person) == (True, True, True)
    Season.objects.create(cluster=world.season.cluster, slug="nam-2017", name="Năm 2017", emulation_year=2017)
    assert answers(world, person) == (False, False, False)
    BlocSeason.objects.filter(pk=world.bloc.pk).update(stage=Stage.REVIEWING.value)
    assert answers(world, person) == (True, True, True)
