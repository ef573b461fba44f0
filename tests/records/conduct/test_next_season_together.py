"""Two who copy a season, or name its head, at one instant."""

from datetime import date

import pytest

from tests.factories.scores import DECEMBER
from tests.factories.seasons import NOON, a_key, a_season
from tests.together import queued
from thidua.core.workflow.copying import Part
from thidua.records.conduct.actions import copy_season
from thidua.records.conduct.next_season import BlocWish, Wish, prepared
from thidua.records.directory.models import Person
from thidua.records.papers.steps import Shown
from thidua.records.seasons.actions.heads import name_head
from thidua.records.seasons.heading import Heading
from thidua.records.seasons.models import Cluster, Season, SeasonRole

pytestmark = pytest.mark.both


def test_a_season_copied_by_two_at_once_is_made_once(own_database):
    world = a_season(members=1)
    blocs = {world.bloc.bloc.slug: BlocWish(date(2017, 1, 1), date(2017, 12, 31))}
    wish = Wish("nam-2017", "Năm thi đua 2017", 2017, "", blocs, frozenset(Part), frozenset())
    seen = prepared(world.season, wish, on=DECEMBER.date()).seal

    def copies(by):
        return lambda: copy_season(world.season, wish=wish, seen=seen, by=by, at=DECEMBER, key=a_key())

    answers = queued(Cluster.objects.all(), copies(world.head), copies(world.secretary))
    assert answers.count(["season.slug_taken"]) == 1
    assert Season.objects.filter(slug="nam-2017").count() == 1


def test_of_two_heads_named_at_once_one_holds_the_part(own_database):
    world = a_season(members=3)
    decision = Shown("Quyết định phân công", "15/QĐ-BTP", date(2016, 3, 1))

    def names(place):
        heading = Heading(Person.objects.get(pk=world.leaders[place].person), world.units[place], decision)
        return lambda: name_head(world.season, heading=heading, from_on=None, by=world.head, at=NOON, key=a_key())

    answers = queued(Season.objects.all(), names(1), names(2))
    # The head before has gone with the first of them, and names nobody any more.
    assert answers.count(["rights.not_yours"]) == 1
    assert SeasonRole.objects.filter(season=world.season, role="head", until_on=None).count() == 1
