"""Proportional points and their cap."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.scoring.asking import input_refusal, points_for, said_for, sheet_refusal
from tests.factories.sheets import FORMULA_LINE

PLAIN = "{kind: proportional}"
GENEROUS = "{kind: proportional, cap: 120}"
ENDLESS = "{kind: proportional, cap: none, at_most: 300}"
PERCENTS = st.fractions(min_value=0, max_value=300, max_denominator=10_000)


@pytest.mark.parametrize(
    ("formula", "percent", "points"),
    [
        (PLAIN, "50", "5"),
        (PLAIN, "100", "10"),
        (PLAIN, "130", "10"),
        (GENEROUS, "110", "11"),
        (GENEROUS, "120", "12"),
        (GENEROUS, "130", "12"),
        (ENDLESS, "250", "25"),
    ],
)
def test_points_grow_with_the_share_up_to_the_cap(formula: str, percent: str, points: str) -> None:
    assert points_for(formula, Fraction(percent)) == Fraction(points)


@given(PERCENTS)
def test_points_are_exact_and_never_above_the_cap(percent: Fraction) -> None:
    assert points_for(ENDLESS, percent) == percent / 10
    assert points_for(GENEROUS, percent) == min(percent, 120) / 10
    assert points_for(PLAIN, percent) == min(percent, 100) / 10


def test_a_third_stays_a_third() -> None:
    assert points_for(PLAIN, Fraction(100, 3)) == Fraction(10, 3)


def test_the_sentence_says_whether_the_cap_was_met() -> None:
    assert said_for(PLAIN, Fraction("97.5")) == "Đạt 97,5 %, điểm chuẩn 10: 9,75 điểm."
    assert said_for(PLAIN, Fraction(100)) == "Đạt 100 %, điểm chuẩn 10: 10 điểm."
    assert said_for(PLAIN, Fraction(130)) == "Đạt 130 %, tính đến 100 %, điểm chuẩn 10: 10 điểm."
    assert said_for(GENEROUS, Fraction(130), "en") == "130 % reached, counted up to 120 %, standard 10: 12 points."


def test_a_share_above_what_can_be_is_refused() -> None:
    assert input_refusal(ENDLESS, Fraction(301)) == "scoring.input.above_most"
    assert input_refusal(PLAIN, Fraction(-1, 2)) == "scoring.input.below_nought"


def test_a_cap_below_the_standard_is_refused() -> None:
    assert sheet_refusal("{kind: proportional, cap: 95}") == ("scoring.sheet.cap_below_standard", FORMULA_LINE)
    assert sheet_refusal("{kind: proportional, cap: always}") == ("read.not_number", FORMULA_LINE)
