"""Two acts at once on one conference: one after the other, whoever comes first."""

import pytest

from tests.factories.conferences import a_plan, a_prepared_conference, an_answer, an_invited_conference, at
from tests.factories.seasons import NOON, a_key, a_season
from tests.together import together
from thidua.records.councils.actions.conferences import amend_conference, hold_conference
from thidua.records.councils.actions.delegates import send_invitations
from thidua.records.desk.models import Notice

pytestmark = pytest.mark.both


def test_letters_sent_by_two_at_once_go_out_once(own_database):
    world = a_season()
    one = a_prepared_conference(world)
    answers = together(
        *(lambda by=by: send_invitations(one, by=by, at=NOON, key=a_key()) for by in (world.secretary, world.head))
    )
    assert answers.count(["conference.all_invited"]) == 1
    assert one.invitations.filter(membership__isnull=False).count() == 3
    assert Notice.objects.filter(key="notice.invited").count() == 3


def test_of_two_who_amend_at_once_the_second_is_told(own_database):
    world = a_season()
    one = a_prepared_conference(world)
    answers = together(
        *(
            lambda by=by: amend_conference(
                one, plan=a_plan(world), seen_version=one.version, by=by, at=NOON, key=a_key()
            )
            for by in (world.secretary, world.head)
        )
    )
    assert answers.count(["shared.changed_since"]) == 1


def test_an_answer_at_the_instant_at_which_it_was_held_counts_or_is_refused(own_database):
    world = a_season()
    one = an_invited_conference(world)
    answer, _held = together(
        lambda: an_answer(world, one), lambda: hold_conference(one, by=world.secretary, at=at(12), key=a_key())
    )
    came = one.invitations.filter(coming="comes").count()
    assert came == (0 if answer == ["conference.is_held"] else 1)
