"""Inputs as rows keep them, names, and what results fill in beforehand."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.sheets import EVERY_KIND
from thidua.core.scoring import Fact, Given, InputKind, Name, Precise, as_written, from_written, parse, prefill
from thidua.core.scoring.values import Value

SHEET = parse(EVERY_KIND)
NUMBERS = [InputKind.PERCENT, InputKind.NUMBER, InputKind.COUNT, InputKind.DAYS, InputKind.POINTS]


@given(st.sampled_from(NUMBERS), st.fractions())
def test_a_figure_kept_is_the_figure_again(kind: InputKind, figure: Fraction) -> None:
    assert from_written(kind, as_written(figure)) == figure


@pytest.mark.parametrize(
    ("kind", "value", "written"),
    [
        (InputKind.YES_NO, True, "yes"),
        (InputKind.YES_NO, False, "no"),
        (InputKind.LEVEL, "part", "part"),
        (InputKind.LEVEL, "yes", "yes"),
        (InputKind.PERCENT, Fraction("97.5"), "195/2"),
        (InputKind.COUNT, Fraction(3), "3/1"),
    ],
)
def test_a_row_keeps_a_value_as_a_short_text(kind: InputKind, value: Value, written: str) -> None:
    assert as_written(value) == written
    kept = from_written(kind, written)
    assert (kept, type(kept)) == (value, type(value))


@pytest.mark.parametrize(
    ("kind", "written"), [(InputKind.YES_NO, "true"), (InputKind.COUNT, "yes"), (InputKind.PERCENT, "1/0")]
)
def test_a_text_that_was_never_kept_is_an_error(kind: InputKind, written: str) -> None:
    with pytest.raises(ValueError):
        from_written(kind, written)


def test_a_name_is_vietnamese_unless_english_is_asked_for() -> None:
    name = Name("Tốt", "Good")

    assert (str(name), name.within("vi"), name.within("en")) == ("Tốt", "Tốt", "Good")


def test_a_precise_figure_is_exact_in_the_journal() -> None:
    assert str(Precise(Fraction(1, 3), 9)) == "1/3"


def test_results_fill_in_figures_achievements_and_judgements() -> None:
    facts = {
        "on-time": Fact(Fraction("97.5"), Fraction(95)),
        "meetings": Fact(Fraction(45), Fraction(60)),
        "plan": Fact(is_met=True),
        "initiatives": Fact(Fraction(2)),
        "not-in-the-sheet": Fact(Fraction(1)),
    }

    assert prefill(SHEET, facts) == {
        "A.1": Given(Fraction("97.5")),
        "A.2": Given(Fraction(75)),
        "A.3": Given(True),
        "B.4": Given(Fraction(2)),
    }


@pytest.mark.parametrize(
    "fact", [Fact(), Fact(Fraction(45)), Fact(Fraction(45), Fraction(0)), Fact(None, Fraction(60))]
)
def test_an_achievement_without_figure_or_target_stays_missing(fact: Fact) -> None:
    assert prefill(SHEET, {"meetings": fact}) == {}


def test_a_judgement_of_not_met_is_a_no_and_none_is_missing() -> None:
    assert prefill(SHEET, {"plan": Fact(is_met=False)}) == {"A.3": Given(False)}
    assert prefill(SHEET, {"plan": Fact()}) == {}
    assert prefill(SHEET, {}) == {}


@given(st.fractions(0, 10**6), st.fractions(Fraction(1, 100), 10**6))
def test_an_achievement_is_the_exact_share_of_the_registered_figure(figure: Fraction, target: Fraction) -> None:
    (given,) = prefill(SHEET, {"meetings": Fact(figure, target)}).values()

    assert given.value == figure * 100 / target
