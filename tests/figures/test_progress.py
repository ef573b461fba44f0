from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from tests.factories.results import (
    APRIL,
    JULY,
    a_report_on_behalf,
    a_season_of_results,
    a_signed_report,
    a_submitted_report,
    a_wide_bloc,
    the_report,
)
from tests.factories.seasons import A_PAPER, NOON, a_key, figures_for
from thidua.core.measuring import Standing
from thidua.figures.progress import progress_board
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.results.actions import Reached
from thidua.records.seasons.actions.commitments import enter_commitments_on_behalf
from thidua.records.seasons.actions.period_targets import give_period_targets
from thidua.records.seasons.models import Period


def registered(world, figure=40, place=1):
    sheet = world.sheet(place)
    return enter_commitments_on_behalf(
        sheet, figures=figures_for(sheet, figure), paper=A_PAPER, by=world.secretary, at=NOON, key=a_key()
    )


def board(world, on=date(2016, 4, 6), period=None):
    until = Period.objects.get(bloc_season=world.bloc, slug=period) if period else None
    return progress_board(world.bloc, on=on, until_period=until)


def cell(world, code="cuoc", place=1, **asked):
    [found] = [one for one in board(world, **asked).rows[place].cells if one.indicator.code == code]
    return found


def test_a_unit_is_measured_to_the_end_of_what_it_has_signed_last(db):
    world = a_season_of_results()
    registered(world)
    assert board(world).rows[1].through is None
    a_submitted_report(world)
    assert board(world).rows[1].through is None, "what is not signed does not stand"
    a_signed_report(world, 2)
    assert board(world).rows[2].through.slug == "quy-1"
    a_signed_report(world, 2, "quy-2", at=JULY)
    assert board(world).rows[2].through.slug == "quy-2"


def test_a_unit_that_falls_silent_is_measured_by_what_is_due(db):
    world = a_season_of_results()
    registered(world)
    a_signed_report(world)
    on_the_due_day, after_it = date(2016, 7, 8), date(2016, 7, 9)
    assert cell(world, on=on_the_due_day).target == Fraction(40 * 91, 366)
    silent = board(world, on=after_it).rows[1]
    assert [period.slug for period in silent.overdue] == ["quy-2"]
    assert cell(world, on=after_it).target == Fraction(40 * 182, 366)


def test_the_target_to_date_follows_days_own_way_or_the_registered_figure(db):
    world = a_season_of_results()
    line = world.sheet(2).lines.get(indicator__code="cuoc")
    first = Period.objects.get(bloc_season=world.bloc, slug="quy-1")
    give_period_targets(
        world.sheet(2), targets={line.pk: {first.pk: Fraction(12)}}, seen_version=1, by=world.officers[2], at=NOON,
        key=a_key(),
    )  # fmt: skip
    for place in (1, 2):
        registered(world, place=place)
        a_signed_report(world, place)
    assert (cell(world).target, cell(world).is_own_target) == (Fraction(40 * 91, 366), False)
    own = cell(world, place=2)
    assert (own.target, own.is_own_target, own.standing) == (12, True, Standing.ON)
    assert cell(world, "luy-ke").target == cell(world, "ty-le").target == 40


def test_where_lower_is_better_fewer_is_ahead(db):
    world = a_season_of_results()
    registered(world, figure=10)
    a_signed_report(world)
    backlog = cell(world, "ton-dong")
    assert (backlog.figure, backlog.percent, backlog.standing) == (8, 120, Standing.AHEAD)


def test_what_was_registered_is_due_in_full_at_the_end_of_the_last_period(db):
    world = a_season_of_results()
    registered(world)
    world.bloc.periods.filter(slug="quy-4").update(until_on=date(2016, 10, 31))
    assert cell(world, period="quy-4").target == 40


def test_a_content_counts_as_reached_by_its_figure_or_by_its_word(db):
    world = a_season_of_results()
    registered(world, figure=12)
    a_signed_report(world)
    row = board(world).rows[1]
    assert {one.indicator.code: one.is_reached for one in row.cells} == {
        "ty-le": True, "cuoc": True, "luy-ke": False, "ton-dong": True, "hoc-tap": True
    }  # fmt: skip
    assert (row.reached, row.known) == (4, 5)


def test_reports_after_the_period_asked_for_are_left_out(db):
    world = a_season_of_results()
    registered(world)
    a_signed_report(world)
    a_signed_report(world, period="quy-2", at=JULY)
    assert (cell(world).figure, cell(world).course) == (24, (12, 24))
    earlier = cell(world, period="quy-1")
    assert (earlier.figure, earlier.course) == (12, (12,))


def test_the_bloc_adds_sums_and_takes_ratios_of_sums(db):
    world = a_season_of_results()
    for place in (1, 2):
        registered(world, place=place)
    a_signed_report(world, 1)
    a_signed_report(world, 2, ty_le=Reached(numerator=Fraction(0), denominator=Fraction(10)))
    total = {one.indicator.code: one for one in board(world).totals}
    assert (total["ty-le"].figure, total["ty-le"].target) == (78, None)
    assert (total["cuoc"].figure, total["cuoc"].target) == (24, Fraction(2 * 40 * 91, 366))
    assert (total["hoc-tap"].figure, total["hoc-tap"].reached, total["hoc-tap"].known) == (None, 2, 2)


def test_a_total_has_no_target_where_a_unit_has_none(db):
    world = a_season_of_results()
    registered(world, place=1)
    for place in (1, 2):
        a_signed_report(world, place)
    total = board(world).totals[1]
    assert (total.figure, total.target, total.share) == (24, None, None)


def test_what_was_entered_on_behalf_or_is_disputed_is_marked(db):
    world = a_season_of_results()
    report = a_report_on_behalf(world, 2)
    a_signed_report(world, 1)
    assert [row.on_behalf for row in board(world).rows] == [False, False, True]
    EntryOnBehalf.objects.filter(subject=report.token).update(state=EntryOnBehalf.State.DISPUTED)
    assert [row.is_disputed for row in board(world).rows] == [False, False, True]


def test_a_report_handed_in_late_stays_marked(db):
    world = a_season_of_results()
    a_signed_report(world, at=datetime(2016, 4, 14, 3, tzinfo=UTC))
    row = board(world, on=date(2016, 6, 1)).rows[1]
    assert ([period.slug for period in row.late], row.overdue) == (["quy-1"], ())


def test_a_unit_that_has_left_is_not_on_the_board(db):
    world = a_season_of_results()
    world.bloc.members.filter(unit=world.units[2]).update(left_on=date(2016, 4, 1))
    assert len(board(world, on=date(2016, 3, 31)).rows) == 3
    assert len(board(world, on=date(2016, 4, 1)).rows) == 2


@pytest.mark.both
@pytest.mark.parametrize("members", [22, 700])
def test_the_board_takes_eight_queries_whatever_its_size(db, django_assert_num_queries, members):
    world = a_wide_bloc(members)
    with django_assert_num_queries(8):
        found = board(world, on=APRIL.date())
        assert len({row.member.unit.name for row in found.rows}) == members
        assert all(one.indicator.content.number == 1 for one in found.rows[-1].cells)
    assert found.totals[1].figure == 12 * members
    assert the_report(world, 0).handing.value == "signed"
