"""Two at one hand-over at one instant: both sign, one ticks while the other signs, two prepare."""

import pytest

from tests.factories.evaluations import a_ranked_season
from tests.factories.handovers import NEXT, a_heading, a_prepared_handover, signed, ticked, told
from tests.together import queued
from thidua.core.workflow.handing_over import Side
from thidua.records.conduct.actions import prepare_handover, sign_handover, take_back_ticks
from thidua.records.conduct.models import Handover
from thidua.records.seasons.models import Season

pytestmark = pytest.mark.both


def test_of_two_who_prepare_at_once_one_makes_the_list(own_database):
    world = a_ranked_season()

    def prepares():
        given = {"heading": a_heading(world), "due_on": None, **told(world.head)}
        return lambda: prepare_handover(world.season, **given)

    answers = queued(Season.objects.all(), prepares(), prepares())
    assert answers.count(["handover.is_prepared"]) == 1
    assert Handover.objects.count() == 1


@pytest.mark.parametrize("side", list(Side))
def test_a_side_that_signs_twice_at_once_signs_once(own_database, side):
    world, handover = a_prepared_handover()
    handover = ticked(world, handover)
    if side is Side.RECEIVER:
        handover = signed(world, handover, Side.GIVER)
    by = world.head if side is Side.GIVER else world.leaders[NEXT]

    def signs():
        return lambda: sign_handover(handover, side=side, seen_version=handover.version, **told(by))

    answers = queued(Handover.objects.all(), signs(), signs())
    refused = ["handover.is_given"] if side is Side.GIVER else ["handover.is_signed"]
    assert answers.count(refused) == 1


def test_nobody_signs_a_list_of_which_a_tick_is_taken_back_at_that_instant(own_database):
    world, handover = a_prepared_handover()
    handover = ticked(world, handover)
    picked = [handover.items.first().public_id]
    answers = queued(
        Handover.objects.all(),
        lambda: take_back_ticks(handover, side=Side.RECEIVER, picked=picked, **told(world.officers[NEXT])),
        lambda: sign_handover(handover, side=Side.GIVER, seen_version=handover.version, **told(world.head)),
    )
    now_is = Handover.objects.get()
    refused = {"handover.not_all_answered"} if now_is.given_at is None else {"handover.is_given"}
    assert [answer for answer in answers if isinstance(answer, list)] == [list(refused)]
    assert (now_is.given_at is None) == (now_is.items.get(public_id=picked[0]).reply == "")
