"""Sums of money: what a line comes to, and how a sum is said."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.dong import DIGITS, amount_dong, in_words, written_dong


@pytest.mark.parametrize(
    ("dong", "words"),
    [
        (0, "Không đồng"),
        (5, "Năm đồng"),
        (10, "Mười đồng"),
        (11, "Mười một đồng"),
        (14, "Mười bốn đồng"),
        (15, "Mười lăm đồng"),
        (20, "Hai mươi đồng"),
        (21, "Hai mươi mốt đồng"),
        (24, "Hai mươi tư đồng"),
        (55, "Năm mươi lăm đồng"),
        (101, "Một trăm linh một đồng"),
        (105, "Một trăm linh năm đồng"),
        (110, "Một trăm mười đồng"),
        (1_000, "Một nghìn đồng"),
        (1_005, "Một nghìn không trăm linh năm đồng"),
        (1_050, "Một nghìn không trăm năm mươi đồng"),
        (45_250_000, "Bốn mươi lăm triệu hai trăm năm mươi nghìn đồng"),
        (1_000_005, "Một triệu không trăm linh năm đồng"),
        (100_000_000, "Một trăm triệu đồng"),
        (1_234_567_891, "Một tỷ hai trăm ba mươi tư triệu năm trăm sáu mươi bảy nghìn tám trăm chín mươi mốt đồng"),
        (2_005_000_000, "Hai tỷ không trăm linh năm triệu đồng"),
        (1_000_000_000_000, "Một nghìn tỷ đồng"),
    ],
)
def test_sums_are_said_as_cashiers_write_them(dong, words):
    assert in_words(dong) == words


def _heard(words: str) -> int:
    """The number that somebody who hears it writes down."""
    digits = {word: value for value, word in enumerate(DIGITS)} | {"mốt": 1, "tư": 4, "lăm": 5}
    total = group = last = 0
    for word in words.lower().removesuffix(" đồng").split():
        if word in digits:
            group, last = group + digits[word], digits[word]
        elif word in ("trăm", "mươi"):
            group += last * ({"trăm": 100, "mươi": 10}[word] - 1)
        elif word == "mười":
            group += 10
        elif word in ("nghìn", "triệu"):
            total, group = total + group * {"nghìn": 10**3, "triệu": 10**6}[word], 0
        elif word == "tỷ":
            total, group = (total + group) * 10**9, 0
    return total + group


@given(st.integers(0, 999_999_999_999))
def test_who_hears_a_sum_writes_the_same_sum(dong):
    assert _heard(in_words(dong)) == dong


@given(st.fractions(min_value=0, max_value=10_000, max_denominator=1000), st.integers(0, 10**9))
def test_a_line_is_off_by_half_a_dong_at_most(quantity, price):
    assert abs(amount_dong(quantity, price) - quantity * price) <= Fraction(1, 2)


def test_half_a_dong_counts_as_one():
    assert amount_dong(Fraction(1, 2), 3) == 2


def test_a_sum_is_written_in_groups_of_three():
    assert [written_dong(one) for one in (0, 999, 1_234_000, -45_000)] == ["0", "999", "1.234.000", "-45.000"]
