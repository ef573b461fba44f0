"""The guide to a stage counts what is done and leads to where the rest is done."""

from datetime import date

from django.urls import reverse

from tests.factories.evaluations import next_year
from tests.factories.handovers import a_prepared_handover, signed, ticked
from tests.factories.results import a_season_of_results, a_signed_report
from tests.factories.scores import a_season_scoring, a_season_verifying, a_signed_card, moved, verified
from tests.factories.seasons import NOON, TODAY, a_key, a_pact_open_for_signing, a_season
from thidua.core.workflow.stages import Stage
from thidua.figures.guide import guide_to
from thidua.records.seasons.actions.pacts import close_signing, sign_pact
from thidua.records.seasons.models import BlocSeason


def steps(world, on=TODAY):
    bloc = BlocSeason.objects.get(pk=world.bloc.pk)
    return {step.name.key.removeprefix("guide."): (step.done, step.all) for step in guide_to(bloc, on=on)}


def test_a_plan_is_ticked_off_part_by_part(db):
    world = a_season()
    told = steps(world)
    assert told["motto"] == told["members"] == told["roles"] == (1, 1)
    assert told["guidance"] == told["campaigns"] == (0, 1)


def test_the_signing_counts_units_until_it_is_closed(db):
    world = a_pact_open_for_signing()
    sign_pact(world.pact(), unit=world.units[1], by=world.leaders[1], at=NOON, key=a_key())
    told = steps(world)
    assert (told["registrations"], told["signatures"]) == ((3, 3), (1, 3))
    assert (told["open_signing"], told["close_signing"]) == ((1, 1), (0, 1))
    close_signing(world.pact(), by=world.head, at=NOON, key=a_key())
    assert steps(world)["lock_list"] == (0, 1)


def test_reports_belong_to_it_once_their_period_is_nearly_over(db):
    world = a_season_of_results()
    world.bloc.stage = Stage.RUNNING.value
    a_signed_report(world, 1)
    told = [(step.name.values.get("period"), step.done) for step in guide_to(world.bloc, on=date(2016, 6, 25))]
    assert [one for one in told if one[0]] == [("Quý I", 1), ("Quý II", 0)]


def test_scoring_counts_signed_cards(db):
    world = a_season_scoring()
    a_signed_card(world, 1)
    assert steps(world)["cards"] == (1, 3)


def test_verification_counts_verified_cards(db):
    world = a_season_verifying()
    done, units = steps(world)["verified"]
    verified(world, 1)
    assert steps(world)["verified"] == (done + 1, units)


def test_the_years_end_goes_from_the_evaluation_over_the_hand_over_to_the_next_season(db):
    world, handover = a_prepared_handover()
    moved(world, Stage.REVIEWING)
    assert steps(world) == {"evaluation": (0, 1), "handover": (0, 1), "next_season": (0, 1)}
    signed(world, ticked(world, handover))
    next_year(world)
    assert steps(world) == {"evaluation": (0, 1), "handover": (1, 1), "next_season": (1, 1)}


def test_every_step_of_a_plan_leads_to_a_page(db):
    world = a_season()
    slugs = (world.season.cluster.slug, world.season.slug)
    for step in guide_to(world.bloc, on=TODAY):
        assert reverse(step.place, args=slugs if step.of_season else (*slugs, "khoi"))
