import re
from fractions import Fraction

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from thidua.base.numbers import figure, read_dong, read_figure
from thidua.core.answer import NotPossible


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("9,5", "9.5"),
        ("9.5", "9.5"),
        (" 9,50 ", "9.5"),
        ("1.000,5", "1000.5"),
        ("95%", "95"),
        ("1.234.567", "1234567"),
        ("−3", "-3"),
    ],
)
def test_figures_are_read_as_officers_type_them(typed, value):
    assert read_figure(typed) == Fraction(value)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("mười", "figure.not_one"),
        ("9/10", "figure.not_one"),
        ("1.000", "figure.ambiguous"),
        ("", "figure.not_one"),
        ("9" * 31, "figure.too_long"),
    ],
)
def test_what_is_no_figure_or_two_figures_is_refused_with_its_reason(typed, key):
    with pytest.raises(NotPossible) as refused:
        read_figure(typed)
    assert refused.value.sentences[0].key == key


@given(st.integers(0, 10**11).map(lambda value: Fraction(value, 100)))
def test_a_figure_that_is_written_can_be_read_again_unless_it_may_mean_two_things(value):
    with translation.override("vi"):
        written = figure(value)
    if re.fullmatch(r"\d{1,3}\.\d{3}", written):
        with pytest.raises(NotPossible):
            read_figure(written)
    else:
        assert read_figure(written) == value


def test_figures_stand_in_the_readers_form():
    with translation.override("vi"):
        assert figure(Fraction("1234.5")) == "1.234,5"
    with translation.override("en"):
        assert figure(Fraction("1234.5")) == "1,234.5"


@pytest.mark.parametrize(
    "typed", ["1.234.000", "1234000", "1,234,000", " 1.234.000 đ", "1.234.000đồng", "1 234 000 VND"]
)
def test_sums_of_money_are_read_as_officers_type_them(typed):
    assert read_dong(typed) == 1_234_000


def test_a_thousand_is_a_thousand_since_dong_are_whole():
    assert read_dong("1.234") == 1234


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "figure.not_dong"),
        ("hai triệu", "figure.not_dong"),
        ("1.234.000,50", "figure.not_dong"),
        ("1.23", "figure.not_dong"),
        ("1.234,000", "figure.not_dong"),
        ("-5", "figure.not_dong"),
        ("9.999.999.999.999", "figure.too_much_money"),
    ],
)
def test_what_is_no_whole_sum_is_refused_with_its_reason(typed, key):
    with pytest.raises(NotPossible) as refused:
        read_dong(typed)
    assert [one.key for one in refused.value] == [key]
