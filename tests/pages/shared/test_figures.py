"""Figures and days as officers write them."""

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from thidua.pages.shared.figures import clock_time, day, moment, money, number, when


@pytest.mark.parametrize(
    ("value", "places", "vietnamese", "english"),
    [
        (1234567, None, "1.234.567", "1,234,567"),
        (Decimal("1234.5"), None, "1.234,5", "1,234.5"),
        (Decimal("98.70"), 2, "98,70", "98.70"),
        (Fraction(2, 3), 2, "0,67", "0.67"),
        (Fraction(1, 200), 2, "0,01", "0.01"),
        (Fraction(-1, 200), 2, "−0,01", "−0.01"),
        (Decimal("0.005"), 2, "0,01", "0.01"),
        (-0.0001, 2, "0,00", "0.00"),
        (0, None, "0", "0"),
    ],
)
def test_figures_are_written_with_the_reader_s_marks(value, places, vietnamese, english):
    assert number(value, places) == vietnamese
    with translation.override("en"):
        assert number(value, places) == english


@given(st.fractions(max_denominator=10**6), st.integers(0, 6))
def test_a_rounded_figure_is_at_most_half_a_step_away(value, places):
    with translation.override("en"):
        shown = Fraction(number(value, places).replace(",", "").replace("−", "-"))
    assert abs(shown - value) <= Fraction(1, 2 * 10**places)


def test_money_never_leaves_its_sign_on_another_line():
    assert money(2_530_000) == "2.530.000\N{NO-BREAK SPACE}đ"
    with translation.override("en"):
        assert money(2_530_000) == "2,530,000\N{NO-BREAK SPACE}VND"


def test_an_instant_is_shown_by_vietnamese_clocks():
    late = datetime(2016, 6, 26, 18, 30, tzinfo=UTC)
    assert (day(late), clock_time(late), moment(late)) == ("27/6/2016", "01:30", "27/6/2016 01:30")


def test_when_is_as_short_as_it_stays_clear():
    today = date(2016, 6, 27)
    assert when(datetime(2016, 6, 27, 2, 12, tzinfo=UTC), today) == "09:12"
    assert when(datetime(2016, 6, 24, 2, 12, tzinfo=UTC), today) == "24/6"
    assert when(date(2015, 12, 3), today) == "3/12/2015"
    assert when(today, today) == "27/6"
