"""Comparison with last year: what a unit had reached by the end of the period that stood at the same place."""

from datetime import date

import pytest

from tests.factories.results import JULY, a_season_of_results, a_signed_report
from tests.factories.seasons import World
from thidua.records.conduct.queries.baselines import same_period_before
from thidua.records.results.actions import Reached
from thidua.records.seasons.models import BlocSeason, Indicator, Membership, Period, Season

pytestmark = pytest.mark.django_db


def the_year_after(world: World) -> BlocSeason:
    """The same bloc a year later: one unit, the same periods, indicators that go on."""
    season = Season.objects.create(cluster=world.season.cluster, slug="nam-2017", name="2017", emulation_year=2017)
    bloc = BlocSeason.objects.create(
        season=season, bloc=world.bloc.bloc, starts_on=date(2017, 1, 1), ends_on=date(2017, 12, 31)
    )
    unit = world.units[1]
    Membership.objects.create(bloc_season=bloc, unit=unit, position=1, name=unit.name, short_name=unit.short_name)
    for one in world.bloc.periods.all():
        days = {name: getattr(one, name).replace(year=2017) for name in ("from_on", "until_on", "due_on")}
        Period.objects.create(bloc_season=bloc, name=one.name, slug=one.slug, position=one.position, **days)
    for one in world.bloc.indicators.all():
        told = {
            name: getattr(one, name) for name in ("content", "code", "name", "short_name", "unit_of_measure", "kind")
        }
        Indicator.objects.create(
            bloc_season=bloc,
            continues=one,
            better=one.better,
            aggregation=one.aggregation,
            position=one.position,
            **told,
        )
    return bloc


def test_sums_go_up_to_the_same_period_and_running_totals_are_its_last():
    world = a_season_of_results()
    a_signed_report(world)
    a_signed_report(world, period="quy-2", at=JULY, cuoc=Reached(value=20), luy_ke=Reached(value=9))
    bloc, unit = the_year_after(world), world.units[1].pk
    codes = dict(bloc.indicators.values_list("code", "pk"))

    def before(period: str) -> dict[str, object]:
        found = same_period_before(bloc, bloc.periods.get(slug=period), {unit})
        return {code: found.get((unit, codes[code])) for code in ("cuoc", "luy-ke", "hoc-tap")}

    assert before("quy-1") == {"cuoc": 12, "luy-ke": 5, "hoc-tap": None}
    assert before("quy-2") == {"cuoc": 32, "luy-ke": 9, "hoc-tap": None}


def test_a_season_that_continues_nothing_has_nothing_to_compare_with():
    world = a_season_of_results()
    a_signed_report(world)
    assert same_period_before(world.bloc, world.bloc.periods.get(slug="quy-1"), {world.units[1].pk}) == {}
