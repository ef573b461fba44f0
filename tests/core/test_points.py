"""Exact points: rounding, storing, showing."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.answer import NotPossible
from thidua.core.points import NEVER, RoundAt, Rounding, RoundMode, from_stored, round_to, shown, to_stored, typed

CENT = Fraction(1, 100)
WIDE = st.builds(Fraction, st.integers(-(2**190), 2**190), st.integers(1, 2**187))


@pytest.mark.parametrize(
    ("points", "mode", "rounded"),
    [
        ("1.005", RoundMode.HALF_UP, "1.01"),
        ("1.0049", RoundMode.HALF_UP, "1.00"),
        ("-1.005", RoundMode.HALF_UP, "-1.01"),
        ("1.009", RoundMode.DOWN, "1.00"),
        ("-1.009", RoundMode.DOWN, "-1.00"),
        ("1.001", RoundMode.UP, "1.01"),
        ("1.00", RoundMode.UP, "1.00"),
    ],
)
def test_a_half_goes_where_the_mode_says(points: str, mode: RoundMode, rounded: str) -> None:
    assert round_to(Fraction(points), CENT, mode) == Fraction(rounded)


@given(WIDE, st.sampled_from([CENT, Fraction(1, 4), Fraction(1), Fraction(1, 3)]), st.sampled_from(RoundMode))
def test_rounding_gives_a_multiple_less_than_one_unit_away(points: Fraction, unit: Fraction, mode: RoundMode) -> None:
    rounded = round_to(points, unit, mode)

    assert (rounded / unit).denominator == 1
    assert abs(rounded - points) < unit
    if mode is RoundMode.HALF_UP:
        assert abs(rounded - points) <= unit / 2


def test_a_sheet_rounds_only_where_it_says() -> None:
    third = Fraction(1, 3)
    at_items = Rounding(CENT, RoundAt.ITEM)

    assert at_items.rounded(third, RoundAt.ITEM) == Fraction("0.33")
    assert at_items.rounded(third, RoundAt.TOTAL) == third
    assert NEVER.rounded(third, RoundAt.ITEM) == NEVER.rounded(third, RoundAt.TOTAL) == third


def test_stored_parts_round_half_up() -> None:
    assert to_stored(Fraction("185.25")) == (1_852_500, "741/4")
    assert to_stored(Fraction("0.00005")) == (1, "1/20000")
    assert to_stored(Fraction("-0.00005")) == (-1, "-1/20000")


@given(WIDE)
def test_stored_points_come_back_exactly(points: Fraction) -> None:
    assert from_stored(*to_stored(points)) == points


def test_a_denominator_of_187_bits_comes_back_exactly() -> None:
    points = Fraction(2**188 + 1, 2**187 - 1)

    assert points.denominator.bit_length() == 187
    assert from_stored(*to_stored(points)) == points


@pytest.mark.parametrize(
    ("parts", "exact"), [(1, "1/2"), (5000, "2/4"), (5000, "1"), (5000, "1/0"), (5000, "1/-2"), (5000, "a/b"), (0, "")]
)
def test_columns_that_do_not_agree_are_refused(parts: int, exact: str) -> None:
    with pytest.raises(ValueError):
        from_stored(parts, exact)


@pytest.mark.parametrize(
    ("points", "text"),
    [
        ("185.25", "185,25"),
        ("185.245", "185,25"),
        ("40", "40,00"),
        ("-0.5", "-0,50"),
        ("-0.001", "0,00"),
        ("0.05", "0,05"),
    ],
)
def test_points_are_shown_with_a_comma(points: str, text: str) -> None:
    assert shown(Fraction(points)) == text


def test_places_mark_and_trimming_can_be_chosen() -> None:
    assert shown(Fraction("1.75"), mark=".") == "1.75"
    assert shown(Fraction("1.75"), places=0) == "2"
    assert shown(Fraction("1.50"), trim=True) == "1,5"
    assert shown(Fraction(100), trim=True) == "100"
    assert shown(Fraction(100), places=0, trim=True) == "100"


@pytest.mark.parametrize(
    ("text", "points"), [("185,25", "185.25"), (" 185.25 ", "185.25"), ("-1", "-1"), ("+2,5", "2.5")]
)
def test_typed_points_are_read_with_comma_or_dot(text: str, points: str) -> None:
    assert typed(text) == Fraction(points)


@pytest.mark.parametrize("text", ["", "một", "1.234,5", "1 234", "1/2", "1e3", ",5", "5,", "9" * 13, "١"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NotPossible) as caught:
        typed(text)

    assert caught.value.sentences[0].key == "points.not_a_number"


@given(st.integers(-(10**9), 10**9))
def test_what_is_shown_can_be_typed_again(hundredths: int) -> None:
    points = Fraction(hundredths, 100)

    assert typed(shown(points)) == points
