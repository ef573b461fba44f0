"""The head of a season: appointed by a decision or elected by minutes, one after the other, and how it goes round."""

from datetime import date

import pytest

from tests.factories.seasons import NOON, TODAY, a_key, a_season
from thidua.core.answer import NotPossible
from thidua.records.desk.models import Notice
from thidua.records.directory.models import Person
from thidua.records.journal.queries import events_about
from thidua.records.papers.steps import Shown
from thidua.records.seasons.actions.heads import choose_head_selection, name_head
from thidua.records.seasons.actions.planning import give_role
from thidua.records.seasons.heading import Heading
from thidua.records.seasons.models import HeadSelection, SeasonRole
from thidua.records.seasons.queries.frame import roles_of
from thidua.records.seasons.queries.roles import heads_of

DECISION = Shown("Quyết định phân công", "15/QĐ-BTP", date(2016, 3, 1))
MINUTES = Shown("Biên bản bầu", "", date(2016, 3, 1))


def named(world, place=1, ground=DECISION, votes=(None, None), *, by=None, from_on=None):
    person = Person.objects.get(pk=world.leaders[place].person)
    heading = Heading(person, world.units[place], ground, *votes)
    return name_head(world.season, heading=heading, from_on=from_on, by=by or world.head, at=NOON, key=a_key())


def why(world, *given, **more):
    with pytest.raises(NotPossible) as refused:
        named(world, *given, **more)
    return [sentence.key for sentence in refused.value]


def elects(world):
    choose_head_selection(world.season, selection=HeadSelection.ELECTED, by=world.head, at=NOON, key=a_key())
    world.season.refresh_from_db()


@pytest.mark.both
def test_a_new_head_begins_and_the_one_before_ends_the_day_before(db):
    world = a_season()
    new = named(world)
    old = SeasonRole.objects.get(season=world.season, person=world.head.person, role="head")
    assert (old.until_on, new.from_on, new.until_on) == (date(2016, 3, 3), TODAY, None)
    assert (new.chosen, new.ground.number) == ("appointed", "15/QĐ-BTP")
    assert "head" in roles_of(world.leaders[1], world.season, on=TODAY)
    assert "head" not in roles_of(world.head, world.season, on=TODAY)
    assert Notice.objects.get(person=new.person).key == "notice.head_named"
    assert events_about(world.season)[-1] == "season.head_named"


def test_a_head_that_is_named_again_gets_the_paper(db):
    world = a_season()
    head = named(world, 0)
    assert (head.from_on, head.ground.title) == (None, "Quyết định phân công")
    assert SeasonRole.objects.filter(season=world.season, role="head").count() == 1


def test_an_appointment_needs_its_decision_and_has_no_votes(db):
    world = a_season()
    assert why(world, 1, MINUTES) == ["head.needs_decision"]
    assert why(world, 1, DECISION, (9, 10)) == ["head.appointed_without_votes"]
    assert why(world, 1, by=world.secretary) == ["rights.not_yours"]


@pytest.mark.both
def test_an_election_needs_the_day_of_its_minutes_and_the_votes(db):
    world = a_season()
    elects(world)
    assert why(world, 1, Shown("Biên bản bầu")) == ["head.needs_minutes", "head.needs_votes"]
    assert why(world, 1, MINUTES, (23, 22)) == ["head.more_votes_than_given"]
    head = named(world, 1, MINUTES, (20, 22))
    assert (head.chosen, head.votes_for, head.votes_given) == ("elected", 20, 22)
    assert events_about(world.season.cluster)[-1] == "cluster.head_selection_chosen"


def test_nobody_follows_a_head_before_his_own_first_day(db):
    world = a_season()
    named(world, 1, from_on=TODAY)
    with pytest.raises(NotPossible) as refused:
        named(world, 2, by=world.leaders[1], from_on=TODAY)
    assert [sentence.key for sentence in refused.value] == ["head.too_early"]


def test_heads_are_listed_with_their_years_newest_first(db):
    world = a_season()
    named(world)
    assert [head.person_id for head in heads_of(world.season.cluster)] == [world.leaders[1].person, world.head.person]


def test_a_head_given_without_a_paper_is_one_all_the_same(db):
    world = a_season()
    head = SeasonRole.objects.get(season=world.season, role="head")
    assert (head.chosen, head.ground) == ("", None)
    with pytest.raises(NotPossible):
        give_role(
            world.season, role="head", person=head.person, unit=head.unit, from_on=None, by=world.head, at=NOON,
            key=a_key(),
        )  # fmt: skip
