from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.measuring import Measured, course_of, year_so_far

counts = st.integers(0, 10**6).map(Fraction)
numbers = st.lists(st.none() | counts.map(Measured), max_size=12)
ratios = st.lists(
    st.tuples(counts, counts).map(lambda two: Measured(numerator=min(two), denominator=max(two))), min_size=1
)


def number(value):
    return Measured(Fraction(value))


def ratio(top, bottom):
    return Measured(numerator=Fraction(top), denominator=Fraction(bottom))


def test_a_sum_adds_its_periods():
    assert year_so_far("sum", [number(12), None, number(14)]) == number(26)


def test_a_running_total_is_the_newest_one():
    assert year_so_far("last", [number(5), number(12), None]) == number(12)


def test_a_ratio_sums_numerators_and_denominators_apart():
    year = year_so_far("ratio", [ratio(1, 2), ratio(90, 100)])
    assert year == ratio(91, 102)
    assert year.figure == Fraction(9100, 102), "and is no mean of 50 % and 90 %"


@pytest.mark.parametrize("aggregation", ["sum", "last", "ratio"])
def test_what_is_judged_in_words_stands_as_it_was_judged_last(aggregation):
    met, missed = Measured(is_met=True), Measured(is_met=False)
    assert year_so_far(aggregation, [missed, met, None]) == met
    assert year_so_far(aggregation, [met, missed]) == missed


@pytest.mark.parametrize("aggregation", ["sum", "last", "ratio"])
@pytest.mark.parametrize("periods", [[], [None, None], [None, Measured()]])
def test_nothing_known_makes_no_year(aggregation, periods):
    assert year_so_far(aggregation, periods) is None


def test_another_way_of_making_a_year_is_an_error():
    with pytest.raises(ValueError, match="'mean'"):
        year_so_far("mean", [])


@pytest.mark.parametrize(
    ("measured", "figure"),
    [
        (number(7), 7),
        (ratio(39, 40), Fraction(195, 2)),
        (ratio(0, 0), None),
        (Measured(is_met=True), None),
        (Measured(), None),
    ],
)
def test_a_figure_is_the_number_or_the_percentage(measured, figure):
    assert measured.figure == figure


@given(numbers, numbers)
def test_a_sum_may_be_made_in_two_halves(first, second):
    halves = [year_so_far("sum", first), year_so_far("sum", second)]
    assert year_so_far("sum", first + second) == year_so_far("sum", halves)


@given(ratios)
def test_a_ratio_of_the_year_lies_between_its_worst_and_best_period(periods):
    known = [one.figure for one in periods if one.figure is not None]
    year = year_so_far("ratio", periods).figure
    assert (year is None) == (not known)
    assert year is None or min(known) <= year <= max(known)


@given(st.sampled_from(["sum", "last", "ratio"]), numbers)
def test_the_course_ends_with_the_year_so_far(aggregation, periods):
    course = course_of(aggregation, periods)
    year = year_so_far(aggregation, periods)
    assert len(course) == len(periods)
    assert (course[-1] if course else None) == (year.figure if year else None)


@given(st.lists(counts, min_size=1))
def test_a_sum_never_falls_from_period_to_period(values):
    course = course_of("sum", [Measured(value) for value in values])
    assert list(course) == sorted(course)
