from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.measuring import Standing, achieved_share, gone_share, standing, target_to_date

FIRST, LAST = date(2016, 1, 1), date(2016, 12, 31)
shares = st.fractions(0, 1)
figures = st.fractions(0, 10**6)
targets = st.fractions(Fraction(1, 1000), 10**6)
both_ways = st.booleans()


def test_a_year_of_366_days_is_half_gone_after_its_183rd_day():
    assert gone_share(FIRST, LAST, date(2016, 7, 1)) == Fraction(1, 2)


def test_the_last_day_of_a_period_is_gone_at_its_end():
    assert gone_share(FIRST, LAST, date(2016, 6, 30)) == Fraction(182, 366)
    assert gone_share(date(2015, 10, 1), date(2016, 9, 30), date(2016, 3, 31)) == Fraction(183, 366)


@given(st.integers(-400, 800))
def test_the_share_of_the_year_stays_between_nothing_and_all(days):
    share = gone_share(FIRST, LAST, FIRST + timedelta(days))
    assert 0 <= share <= 1
    assert (share == 0) == (days < 0)
    assert (share == 1) == (days >= 365)


def test_a_sum_is_expected_in_step_with_the_days():
    assert target_to_date("sum", Fraction(61), period_target=None, gone=Fraction(182, 366)) == Fraction(61 * 182, 366)


@pytest.mark.parametrize("aggregation", ["last", "ratio"])
def test_running_totals_and_ratios_are_expected_whole(aggregation):
    assert target_to_date(aggregation, Fraction(95), period_target=None, gone=Fraction(1, 4)) == 95


@given(st.sampled_from(["sum", "last", "ratio"]), st.none() | figures, figures, shares)
def test_the_units_own_target_for_the_period_comes_first(aggregation, registered, own, gone):
    assert target_to_date(aggregation, registered, period_target=own, gone=gone) == own


@given(st.sampled_from(["sum", "last", "ratio"]), shares)
def test_without_a_registered_figure_there_is_no_target(aggregation, gone):
    assert target_to_date(aggregation, None, period_target=None, gone=gone) is None


@given(figures, shares, shares)
def test_a_target_to_date_never_falls_and_ends_at_the_registered_figure(registered, one, other):
    earlier, later = sorted([one, other])
    at = {gone: target_to_date("sum", registered, period_target=None, gone=gone) for gone in (earlier, later, 1)}
    assert at[earlier] <= at[later] <= registered == at[1]


@pytest.mark.parametrize("gone", [Fraction(-1, 100), Fraction(101, 100)])
def test_more_than_a_year_is_an_error(gone):
    with pytest.raises(ValueError, match="between 0 and 1"):
        target_to_date("sum", Fraction(1), period_target=None, gone=gone)


@pytest.mark.parametrize(
    ("figure", "target", "lower", "share"),
    [
        (63, 61, False, Fraction(63, 61)),
        (8, 10, True, Fraction(6, 5)),
        (12, 10, True, Fraction(4, 5)),
        (0, 10, True, 2),
        (30, 10, True, 0),
        (0, 0, False, 1),
        (3, 0, False, 1),
        (0, 0, True, 1),
        (3, 0, True, 0),
        (None, 10, False, None),
        (3, None, True, None),
    ],
)
def test_what_share_of_its_target_a_figure_reaches(figure, target, lower, share):
    given_figure = None if figure is None else Fraction(figure)
    given_target = None if target is None else Fraction(target)
    assert achieved_share(given_figure, given_target, lower_is_better=lower) == share


@given(figures, targets, both_ways)
def test_a_share_of_one_and_more_is_reached_and_nothing_else_is(figure, target, lower):
    reached = figure <= target if lower else figure >= target
    assert (achieved_share(figure, target, lower_is_better=lower) >= 1) == reached


@given(figures, figures, targets, both_ways)
def test_a_better_figure_never_has_a_smaller_share(one, other, target, lower):
    worse, better = sorted([one, other], reverse=lower)
    share_of_worse = achieved_share(worse, target, lower_is_better=lower)
    assert share_of_worse <= achieved_share(better, target, lower_is_better=lower)


@pytest.mark.parametrize(
    ("share", "where"),
    [
        (None, Standing.NONE),
        (Fraction(1), Standing.ON),
        (Fraction(99999, 100000), Standing.BEHIND),
        (Fraction(100001, 100000), Standing.AHEAD),
    ],
)
def test_only_exactly_on_target_is_on_target(share, where):
    assert standing(share) is where
