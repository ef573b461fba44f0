"""Yes or no, levels, late days, and points for each case."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.scoring.asking import input_refusal, points_for, said_for, sheet_refusal
from tests.factories.sheets import FORMULA_LINE

YES_NO = "{kind: yes_no}"
LATE = "{kind: late_days, until: {0: 10, 2: 7.5, 5: 5, 10: 2.5}}"
ALL = "{code: all, points: 10, name: {vi: Đủ, en: All}}"
PART = "{code: part, points: 2.5, name: {vi: Một phần, en: Part}}"
LEVELS = f"{{kind: level, levels: [{ALL}, {PART}]}}"
EACH = "{kind: per_event, each: 1.5}"
LESS = "{kind: deduct_per_event, each: 3}"
CASES = st.integers(0, 50)


def test_yes_gives_all_and_no_gives_nothing() -> None:
    assert (points_for(YES_NO, True), points_for(YES_NO, False)) == (10, 0)
    assert said_for(YES_NO, True) == "Đạt: 10 điểm."
    assert said_for(YES_NO, False, "en") == "Not met: 0 points."


@pytest.mark.parametrize("value", [Fraction(1), "yes"])
def test_only_yes_or_no_answers_a_question(value: Fraction | str) -> None:
    assert input_refusal(YES_NO, value) == "scoring.input.not_yes_no"


@pytest.mark.parametrize(
    ("late", "points"),
    [(0, "10"), (1, "7.5"), (2, "7.5"), (3, "5"), (5, "5"), (6, "2.5"), (10, "2.5"), (11, "0"), (400, "0")],
)
def test_the_later_the_fewer(late: int, points: str) -> None:
    assert points_for(LATE, Fraction(late)) == Fraction(points)


def test_the_sentence_says_how_late() -> None:
    assert said_for(LATE, Fraction(4)) == "Chậm 4 ngày, trong mức đến 5 ngày: 5 điểm."
    assert said_for(LATE, Fraction(11), "en") == "11 days late, over 10 days: 0 points."


@pytest.mark.parametrize(
    ("until", "key"),
    [
        ("{}", "no_steps"),
        ("{0: 9}", "best_is_not_maximum"),
        ("{2: 10, 1: 5}", "steps_out_of_order"),
        ("{0: 10, 2: 10}", "step_gives_no_less"),
        ("{0: 10, 2: 0}", "step_gives_no_less"),
        ("{0: 10, soon: 5}", "not_days"),
        ("{-1: 10}", "not_days"),
    ],
)
def test_late_days_out_of_order_are_refused(until: str, key: str) -> None:
    assert sheet_refusal(f"{{kind: late_days, until: {until}}}") == (f"scoring.sheet.{key}", FORMULA_LINE)


def test_a_level_is_chosen_by_its_code() -> None:
    assert (points_for(LEVELS, "all"), points_for(LEVELS, "part")) == (10, Fraction("2.5"))
    assert said_for(LEVELS, "part") == "Mức Một phần: 2,5 điểm."
    assert said_for(LEVELS, "part", "en") == "Level Part: 2.5 points."
    assert input_refusal(LEVELS, "none") == "scoring.input.not_a_level"
    assert input_refusal(LEVELS, Fraction(10)) == "scoring.input.not_a_level"


@pytest.mark.parametrize(
    ("levels", "key"),
    [
        (f"{ALL}, {ALL}", "code_twice"),
        (f"{ALL}, {PART.replace('2.5', '-1')}", "below_nought"),
        (PART, "best_is_not_maximum"),
        ("", "best_is_not_maximum"),
        (ALL.replace("all", "'a b'"), "not_a_code"),
    ],
)
def test_levels_that_contradict_themselves_are_refused(levels: str, key: str) -> None:
    assert sheet_refusal(f"{{kind: level, levels: [{levels}]}}") == (f"scoring.sheet.{key}", FORMULA_LINE)


@given(CASES)
def test_cases_add_up_to_the_most_and_take_away_to_nought(cases: int) -> None:
    assert points_for(EACH, Fraction(cases)) == min(cases * Fraction("1.5"), 10)
    assert points_for(LESS, Fraction(cases)) == max(10 - 3 * cases, 0)


def test_the_sentence_counts_the_cases() -> None:
    assert said_for(EACH, Fraction(2)) == "2 lần, mỗi lần 1,5 điểm, nhiều nhất 10: 3 điểm."
    assert said_for(LESS, Fraction(2), "en") == "2 times, 3 off 10 each: 4 points left."


@pytest.mark.parametrize("formula", [EACH, LESS, LATE])
def test_half_a_case_is_refused(formula: str) -> None:
    assert input_refusal(formula, Fraction(1, 2)) == "scoring.input.not_whole"


@pytest.mark.parametrize("kind", ["per_event", "deduct_per_event"])
def test_a_case_must_count_for_something(kind: str) -> None:
    assert sheet_refusal(f"{{kind: {kind}, each: 0}}") == ("scoring.sheet.not_above_nought", FORMULA_LINE)


def test_an_unknown_kind_is_refused_with_the_known_ones() -> None:
    assert sheet_refusal("{kind: lottery}") == ("read.not_one_of", FORMULA_LINE)
