"""What others do to posts, members and parts while a reorganisation passes them on, and before one is annulled."""

from datetime import date

import pytest

from tests.factories.people import a_person
from tests.factories.seasons import NOON, TODAY, a_key, a_pact_open_for_signing, a_season
from tests.records.conduct.test_succession import BUILDER, a_merger, annulled, done, give, refusal_of
from tests.together import queued
from thidua.core.actor import PostKind
from thidua.records.directory.actions import end_post
from thidua.records.directory.models import Post, Unit
from thidua.records.directory.reorganising import dissolving
from thidua.records.seasons.actions.blocs import set_members
from thidua.records.seasons.actions.planning import end_role, give_role
from thidua.records.seasons.models import Membership, SeasonRole

pytestmark = pytest.mark.both
DAY, LATER = date(2016, 3, 1), date(2016, 7, 31)


def merged(world, place, into):
    return done(a_merger(world.units[place], into=world.units[into]))


def ended(part, on=LATER):
    return end_role(part, until_on=on, by=BUILDER, at=NOON, key=a_key())


def given_head(world, unit):
    return give_role(
        world.season, role="head", person=a_person("Trần Văn Mới"), unit=unit, from_on=TODAY, by=BUILDER, at=NOON,
        key=a_key(),
    )  # fmt: skip


def test_a_post_ended_while_its_unit_passes_on_ends(own_database):
    world = a_season(3)
    post = give(a_person("Trần Văn Thư"), world.units[1], PostKind.STAFF)
    answers = queued(
        Post.objects.filter(pk=post.pk),
        lambda: end_post(post, until_on=LATER, by=BUILDER, at=NOON, key=a_key()),
        lambda: merged(world, 1, into=2),
    )
    until_on = Post.objects.filter(person=post.person).latest("pk").until_on
    assert until_on == (None if answers[0] == ["post.ended_before"] else LATER)


def test_a_part_ended_while_its_unit_passes_on_ends(own_database):
    world = a_season(3)
    part = world.season.roles.get(role="secretariat")
    answers = queued(
        SeasonRole.objects.filter(pk=part.pk),
        lambda: ended(part),
        lambda: merged(world, 0, into=2),
    )
    until_on = SeasonRole.objects.filter(role="secretariat").latest("pk").until_on
    assert until_on == (None if answers[0] == ["season.part_ended"] else LATER)


def test_a_unit_that_ends_meanwhile_becomes_no_member(own_database):
    world = a_season(3)
    set_members(world.bloc, units=world.units[1:], seen_version=1, by=world.secretary, at=NOON, key=a_key())
    ending = world.units[1]
    queued(
        Unit.objects.filter(pk=ending.pk),
        lambda: merged(world, 1, into=2),
        lambda: set_members(world.bloc, units=world.units, seen_version=2, by=world.secretary, at=NOON, key=a_key()),
    )
    assert not Membership.objects.filter(unit=ending, left_on=None).exists()


def test_no_part_is_given_for_a_unit_that_is_no_more(db):
    world = a_season(3)
    merged(world, 1, into=2)
    assert refusal_of(given_head, world, world.units[1]) == ["unit.has_passed"]


def test_a_part_that_was_ended_since_keeps_a_reorganisation_standing(db):
    world = a_pact_open_for_signing()
    row = merged(world, 0, into=2)
    ended(world.season.roles.get(role="secretariat", until_on=None))
    assert refusal_of(annulled, row) == ["succession.post_changed"]


def test_a_head_given_since_keeps_a_reorganisation_standing(db):
    world = a_pact_open_for_signing()
    row = done(dissolving(world.units[0], on=DAY, ground=a_merger(world.units[0], into=world.units[1]).ground))
    given_head(world, world.units[2])
    assert refusal_of(annulled, row) == ["season.has_head"]
