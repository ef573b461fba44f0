from datetime import date

import pytest

from tests.factories.people import a_unit_named
from tests.factories.results import APRIL, JULY, a_report_on_behalf, a_season_of_results, a_signed_report, a_wide_bloc
from tests.factories.seasons import A_PAPER, NOON, TODAY, a_key, a_pact_open_for_signing, an_actor, figures_for
from thidua.core.actor import PostKind
from thidua.figures.achieved import achieved_by
from thidua.figures.progress import progress_board
from thidua.figures.situation import bloc_situations, home_of, unit_situation
from thidua.records.conduct.tasks import desk_of
from thidua.records.seasons.actions.commitments import enter_commitments_on_behalf
from thidua.records.seasons.actions.pacts import sign_pact
from thidua.records.seasons.models import Membership


def member(world, place=1):
    return Membership.objects.select_related("unit", "bloc_season__season__cluster").get(
        bloc_season=world.bloc, unit=world.units[place]
    )


def test_a_unit_alone_stands_as_on_the_board(db):
    world = a_season_of_results()
    sheet = world.sheet(2)
    enter_commitments_on_behalf(
        sheet, figures=figures_for(sheet, 40), paper=A_PAPER, by=world.secretary, at=NOON, key=a_key()
    )
    a_report_on_behalf(world)
    [row] = [row for row in progress_board(world.bloc, on=APRIL.date()).rows if row.member.unit == world.units[2]]
    assert unit_situation(member(world, 2), on=APRIL.date()).progress == row


def test_a_unit_knows_what_it_signed_and_what_is_asked_of_it(db):
    world = a_pact_open_for_signing()
    before = unit_situation(member(world), on=TODAY)
    assert (before.signed_at, before.reports_asked, before.place, before.ranked) == (None, 0, None, 0)
    sign_pact(world.pact(), unit=world.units[1], by=world.leaders[1], at=NOON, key=a_key())
    after = unit_situation(member(world), on=date(2016, 4, 1))
    assert (after.signed_at, after.reports_asked, after.reports_signed) == (NOON, 1, 0)


def test_home_is_the_unit_one_acts_for_else_the_one_above_ones_own(db):
    world = a_season_of_results()
    assert home_of(desk_of(world.officers[1], on=TODAY)).unit == world.units[1]
    office = a_unit_named("Văn phòng", "van-phong", world.units[2])
    clerk = an_actor("Người Cơ Sở", office, PostKind.STAFF)
    assert home_of(desk_of(clerk, on=TODAY)).unit == world.units[2]
    assert home_of(desk_of(world.outsider, on=TODAY)) is None


def test_a_bloc_counts_sheets_signatures_and_the_reports_that_are_asked_for(db):
    world = a_season_of_results()
    a_signed_report(world)
    [one] = bloc_situations([world.bloc], on=APRIL.date())
    assert (one.members, one.registered, one.signed) == (3, 0, 0)
    assert (one.period.period.slug, one.period.signed, one.period.reports) == ("quy-1", 1, 3)
    [later] = bloc_situations([world.bloc], on=JULY.date())
    assert (later.period.period.slug, later.period.signed) == ("quy-2", 0)


@pytest.mark.parametrize("members", [22, 700])
def test_situations_take_the_same_queries_for_any_number_of_units(db, django_assert_num_queries, members):
    world = a_wide_bloc(members)
    own = member(world, 0)
    with django_assert_num_queries(13):
        unit_situation(own, on=JULY.date())
    with django_assert_num_queries(6):
        bloc_situations([world.bloc], on=JULY.date())


def test_what_a_season_achieved_counts_figures_only_once_a_ranking_is_locked(db):
    world = a_season_of_results()
    a_signed_report(world)
    achieved = achieved_by(world.season, on=APRIL.date())
    assert (achieved.blocs, achieved.contents, achieved.reports) == (1, 1, 1)
    assert (achieved.locked, achieved.reached, achieved.known) == (0, 0, 0)


def test_a_new_line_of_the_journal_makes_the_sums_anew(db, django_assert_num_queries):
    world = a_season_of_results()
    assert achieved_by(world.season, on=APRIL.date()).reports == 0
    a_signed_report(world)
    assert achieved_by(world.season, on=APRIL.date()).reports == 1
    with django_assert_num_queries(1):
        achieved_by(world.season, on=APRIL.date())
