from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.measuring import Allowed, Form, Measured, faults_of

parts = st.none() | st.fractions(-5, 100)


def keys(form, typed, allowed=None):
    return [sentence.key for sentence in faults_of("Đúng hạn", form, typed, allowed)]


def ratio(top, bottom):
    as_figure = [None if part is None else Fraction(part) for part in (top, bottom)]
    return Measured(numerator=as_figure[0], denominator=as_figure[1])


@pytest.mark.parametrize(
    ("kind", "aggregation", "form"),
    [
        ("number", "sum", Form.NUMBER),
        ("number", "last", Form.NUMBER),
        ("number", "ratio", Form.RATIO),
        ("yes_no", "last", Form.WORDS),
        ("judged", "last", Form.WORDS),
    ],
)
def test_the_form_of_a_line_follows_from_its_indicator(kind, aggregation, form):
    assert Form.of(kind, aggregation) is form


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        (ratio(39, None), "measure.half_a_ratio"),
        (ratio(None, 40), "measure.half_a_ratio"),
        (ratio(-1, 40), "figure.below_zero"),
        (ratio(1, -40), "figure.below_zero"),
        (ratio("38.5", 40), "measure.not_whole"),
        (ratio(0, 0), "measure.nothing_came_up"),
        (ratio(41, 40), "measure.more_than_all"),
        (Measured(Fraction(97)), "measure.other_form"),
    ],
)
def test_what_is_wrong_with_a_ratio(typed, key):
    assert keys(Form.RATIO, typed) == [key]


def test_what_is_wrong_with_a_number():
    assert keys(Form.NUMBER, Measured(Fraction(-1))) == ["figure.below_zero"]
    assert keys(Form.NUMBER, Measured(is_met=True)) == ["measure.other_form"]
    assert keys(Form.NUMBER, Measured(Fraction("3.5"))) == []


def test_a_line_holds_nothing_beside_its_own_form():
    assert keys(Form.NUMBER, Measured(Fraction(3), is_met=True)) == ["measure.other_form"]
    assert keys(Form.RATIO, Measured(Fraction(97), Fraction(39), Fraction(40))) == ["measure.other_form"]


def test_words_ask_for_a_word():
    assert keys(Form.WORDS, Measured(Fraction(1))) == ["measure.other_form"]
    assert keys(Form.WORDS, Measured(is_met=False)) == []


@given(st.integers(0, 30))
def test_a_running_total_lies_between_the_signed_ones_around_it(value):
    allowed = Allowed(Fraction(5), "Quý I", Fraction(20), "Quý III")
    expected = ["measure.falls"] if value < 5 else ["measure.overtakes"] if value > 20 else []
    assert keys(Form.NUMBER, Measured(Fraction(value)), allowed) == expected


@pytest.mark.parametrize("form", list(Form))
def test_an_empty_line_has_no_fault(form):
    assert keys(form, Measured()) == []


@given(st.sampled_from(list(Form)), st.builds(Measured, parts, parts, parts, st.none() | st.booleans()))
def test_what_has_no_fault_can_be_reckoned(form, typed):
    if keys(form, typed) or typed.is_empty:
        return
    if form is Form.RATIO:
        assert 0 <= typed.figure <= 100
    elif form is Form.NUMBER:
        assert typed.value >= 0
    else:
        assert typed.is_met is not None
