"""Points chosen by an expert inside named bands, with a reason."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.scoring.asking import input_refusal, points_for, said_for, sheet_refusal
from tests.factories.sheets import FORMULA_LINE

GOOD = "{from: 7, to: 10, name: {vi: Tốt, en: Good}}"
REST = "{from: 2, to: 6.5, name: {vi: Còn lại, en: The rest}}"
JUDGED = f"{{kind: judged, step: 0.5, bands: [{GOOD}, {REST}]}}"


@given(st.integers(4, 20))
def test_every_step_inside_the_range_is_taken_as_chosen(halves: int) -> None:
    assert points_for(JUDGED, Fraction(halves, 2)) == Fraction(halves, 2)


@pytest.mark.parametrize(
    ("value", "reason", "key"),
    [
        (Fraction(11), "có", "outside_range"),
        (Fraction(1), "có", "outside_range"),
        (Fraction("6.75"), "có", "between_steps"),
        (Fraction(8), " ", "reason_needed"),
        (Fraction(-1), "có", "below_nought"),
        (True, "có", "not_a_figure"),
    ],
)
def test_what_lies_outside_or_has_no_reason_is_refused(value: Fraction | bool, reason: str, key: str) -> None:
    assert input_refusal(JUDGED, value, reason) == f"scoring.input.{key}"


def test_the_sentence_names_the_band_in_the_readers_language() -> None:
    assert said_for(JUDGED, Fraction(7)) == "Mức Tốt (từ 7 đến 10): chấm 7 điểm."
    assert said_for(JUDGED, Fraction("6.5"), "en") == "Level The rest (from 2 to 6.5): 6.5 points given."


@pytest.mark.parametrize(
    ("rest", "key"),
    [
        ("step: 0.5, bands: []", "no_bands"),
        ("step: 0, bands: []", "not_above_nought"),
        (f"step: 0.5, bands: [{GOOD}, {REST.replace('6.5', '6')}]", "bands_do_not_join"),
        (f"step: 0.5, bands: [{GOOD}, {REST.replace('6.5', '7')}]", "bands_do_not_join"),
        (f"step: 0.5, bands: [{REST}]", "best_is_not_maximum"),
        (f"step: 0.5, bands: [{GOOD.replace('7', '7.2')}]", "bound_between_steps"),
        (f"step: 0.5, bands: [{GOOD.replace('7', '-1')}]", "bound_between_steps"),
        (f"step: 0.5, bands: [{GOOD.replace('7', '10.5')}]", "band_upside_down"),
    ],
)
def test_bands_that_do_not_join_are_refused(rest: str, key: str) -> None:
    assert sheet_refusal(f"{{kind: judged, {rest}}}") == (f"scoring.sheet.{key}", FORMULA_LINE)


def test_without_a_step_points_go_by_quarters() -> None:
    quarters = f"{{kind: judged, bands: [{GOOD}]}}"

    assert points_for(quarters, Fraction("7.25")) == Fraction("7.25")
    assert input_refusal(quarters, Fraction("7.2")) == "scoring.input.between_steps"


def test_a_band_needs_a_name_in_both_languages() -> None:
    assert sheet_refusal("{kind: judged, bands: [{from: 7, to: 10, name: {vi: Tốt, en: ' '}}]}")[0] == "read.missing"
