"""Steps: strict and open edges, what lies on an edge, and how it is told."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.scoring.asking import input_refusal, points_for, said_for, sheet_refusal
from tests.factories.sheets import FORMULA_LINE, a_sheet_of_one

OVERLAP = '{kind: steps, at_most: 100, steps: {">95": 10, ">=75": 5, else: 1}}'
BOTH_EDGES = '{kind: steps, steps: {">95": 10, ">=95": 9, ">=75": 5, else: 0}}'
FEWER_IS_BETTER = '{kind: steps, of: number, steps: {"<=90": 10, "<93": 8, "<=93": 7, "<100": 3, else: 0}}'
FIGURES = st.fractions(min_value=0, max_value=100, max_denominator=1000)


@pytest.mark.parametrize(
    ("percent", "points"), [("100", 10), ("95.01", 10), ("95", 5), ("75", 5), ("74.99", 1), ("0", 1)]
)
def test_the_edge_itself_belongs_to_the_step_below_where_the_step_above_is_strict(percent: str, points: int) -> None:
    assert points_for(OVERLAP, Fraction(percent)) == points


@pytest.mark.parametrize(("percent", "points"), [("95.001", 10), ("95", 9), ("94.999", 5)])
def test_one_edge_may_stand_strict_and_open(percent: str, points: int) -> None:
    assert points_for(BOTH_EDGES, Fraction(percent)) == points


@pytest.mark.parametrize(("figure", "points"), [(0, 10), (90, 10), (92, 8), (93, 7), (99, 3), (100, 0), (250, 0)])
def test_steps_may_ask_for_little(figure: int, points: int) -> None:
    assert points_for(FEWER_IS_BETTER, Fraction(figure)) == points


@given(FIGURES, FIGURES)
def test_more_never_gives_less(one: Fraction, other: Fraction) -> None:
    less, more = sorted((one, other))

    assert points_for(BOTH_EDGES, less) <= points_for(BOTH_EDGES, more)
    assert points_for(FEWER_IS_BETTER, less) >= points_for(FEWER_IS_BETTER, more)


def test_the_sentence_names_figure_and_step() -> None:
    assert said_for(OVERLAP, Fraction("97.5")) == "Đạt 97,5 %, thuộc mức > 95 %: 10 điểm."
    assert said_for(OVERLAP, Fraction(70)) == "Đạt 70 %, không tới mức ≥ 75 %: 1 điểm."
    assert said_for(FEWER_IS_BETTER, Fraction(93), "en") == "93 reached, step ≤ 93: 7 points."
    assert said_for(FEWER_IS_BETTER, Fraction(100), "en") == "100 reached, short of step < 100: 0 points."


def test_a_figure_just_short_of_an_edge_is_told_with_enough_decimals() -> None:
    assert said_for(OVERLAP, Fraction("95.004")) == "Đạt 95,004 %, thuộc mức > 95 %: 10 điểm."
    assert said_for(OVERLAP, Fraction("74.99996")) == "Đạt 74,99996 %, không tới mức ≥ 75 %: 1 điểm."
    assert said_for(OVERLAP, Fraction("97.33333")) == "Đạt 97,33 %, thuộc mức > 95 %: 10 điểm."
    fine = '{kind: steps, steps: {">=95.125": 10, else: 0}}'
    assert said_for(fine, Fraction("95.126")) == "Đạt 95,13 %, thuộc mức ≥ 95,125 %: 10 điểm."


def test_an_edge_nearer_than_nine_decimals_is_told_with_nine() -> None:
    assert said_for(OVERLAP, 75 - Fraction(1, 10**12)).startswith("Đạt 75 %, không tới mức ≥ 75 %")


@pytest.mark.parametrize(
    ("value", "key"),
    [
        (Fraction(101), "above_most"),
        (Fraction(-1), "below_nought"),
        (True, "not_a_figure"),
        ("95", "not_a_figure"),
    ],
)
def test_a_figure_that_cannot_be_is_refused(value: Fraction | bool | str, key: str) -> None:
    assert input_refusal(OVERLAP, value) == f"scoring.input.{key}"


@pytest.mark.parametrize(
    ("steps", "key"),
    [
        ('{">=95": 9, else: 0}', "best_is_not_maximum"),
        ('{">=75": 10, ">=95": 9, else: 0}', "steps_out_of_order"),
        ('{">=95": 10, ">95": 9, else: 0}', "steps_out_of_order"),
        ('{">95": 10, ">95.0": 9, else: 0}', "steps_out_of_order"),
        ('{">=95": 10, "<=75": 5, else: 0}', "steps_out_of_order"),
        ('{"<=5": 10, "<=3": 5, else: 0}', "steps_out_of_order"),
        ('{">=95": 10, ">=75": 10, else: 0}', "step_gives_no_less"),
        ('{">=95": 10, ">=75": 5, else: 5}', "step_gives_no_less"),
        ('{">=95": 10, else: -1}', "below_nought"),
        ('{">=95": 10, "=90": 5, else: 0}', "not_an_edge"),
        ("{95: 10, else: 0}", "not_an_edge"),
        ("{else: 0}", "no_steps"),
        ('{">100": 10, else: 0}', "step_out_of_reach"),
        ('{"<0": 10, else: 0}', "step_out_of_reach"),
    ],
)
def test_steps_that_contradict_themselves_are_refused(steps: str, key: str) -> None:
    formula = f"{{kind: steps, at_most: 100, steps: {steps}}}"

    assert sheet_refusal(formula) == (f"scoring.sheet.{key}", FORMULA_LINE)


def test_points_for_all_the_rest_must_be_said() -> None:
    assert sheet_refusal('{kind: steps, steps: {">=95": 10}}') == ("read.missing", FORMULA_LINE)
    assert (
        sheet_refusal('{kind: steps, at_most: 0, steps: {">=95": 10, else: 0}}')[0] == "scoring.sheet.not_above_nought"
    )


def test_without_a_limit_any_figure_is_taken() -> None:
    sheet = a_sheet_of_one('{kind: steps, of: number, steps: {">100": 10, else: 0}}')

    assert sheet.criterion("A.1").formula.asks == "number"
    assert points_for('{kind: steps, of: number, steps: {">100": 10, else: 0}}', Fraction(10**6)) == 10
