"""Bonuses of awards: the founders' cases I15, I16 and C11, and the whole table on one day."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.base.law import law, register
from thidua.core.law.conditions.groups import Doubt
from thidua.core.law.history import Kind
from thidua.core.law.money import bonus_dong, bonus_of, granted_by, paid

ONE, MANY, HOUSE = Kind.INDIVIDUAL, Kind.COLLECTIVE, Kind.HOUSEHOLD
FEBRUARY, NOVEMBER = date(2026, 2, 10), date(2026, 11, 20)


def dong(award, to, on):
    return bonus_of(law(), award, to, on).dong


def paid_of(codes, year, on):
    granted = [granted_by(law(), bonus_of(law(), code, ONE, on), year, on) for code in codes]
    return [one.dong for one in paid(law(), granted, on)]


def test_I15_titles_of_the_same_year_bring_the_highest_bonus_only():
    """D152 art. 49(5)."""
    assert paid_of(["LDTT", "CSTDCS"], 2025, FEBRUARY) == [0, 2_340_000]


def test_I15_titles_that_reward_different_years_bring_each_their_own():
    """D152 art. 49(5): one year, and three."""
    assert paid_of(["CSTDCS", "CSTD_BO"], 2025, FEBRUARY) == [2_340_000, 7_020_000]


def test_a_title_and_a_form_are_both_paid():
    """D152 art. 49(7)."""
    assert paid_of(["CSTDCS", "BK_BO"], 2025, FEBRUARY) == [2_340_000, 3_510_000]


def test_whoever_is_not_paid_reads_for_which_award():
    granted = [granted_by(law(), bonus_of(law(), code, ONE, FEBRUARY), 2025, FEBRUARY) for code in ("LDTT", "CSTDCS")]
    lower, higher = paid(law(), granted, FEBRUARY)
    assert lower.instead is higher.granted
    assert higher.instead is None


@pytest.mark.parametrize(("on", "paid_out"), [(date(2026, 6, 30), 710_000), (date(2026, 7, 1), 760_000)])
def test_I16_the_base_salary_is_that_of_the_day_of_the_decision(on, paid_out):
    """D152 art. 49(1)-(2): 0.3 of 2,340,000 and of 2,530,000, rounded up to a full 10,000."""
    assert dong("LDTT", ONE, on) == paid_out


def test_C11_an_excellent_labour_collective():
    """D152 art. 50(2), 49(2)."""
    assert dong("TTLDXS", MANY, NOVEMBER) == 3_800_000


@pytest.mark.parametrize(
    ("award", "to", "amount"),
    [
        ("CSTDTQ", ONE, 11_390_000),
        ("CSTD_BO", ONE, 7_590_000),
        ("CO_CP", MANY, 30_360_000),
        ("HCSV", ONE, 116_380_000),
        ("HCSV", MANY, 232_760_000),
        ("HCLD_NHI", ONE, 18_980_000),
        ("HCLD_NHI", MANY, 37_950_000),
        ("BK_TTG", ONE, 8_860_000),
        ("BK_TTG", MANY, 17_710_000),
        ("GK", ONE, 760_000),
        ("GK", MANY, 1_520_000),
    ],
)
def test_the_table_at_the_salary_of_2026(award, to, amount):
    """D152 art. 50-54."""
    assert dong(award, to, NOVEMBER) == amount


@pytest.mark.parametrize(
    ("on", "multiple"),
    [(date(2023, 12, 31), 1), (date(2024, 1, 1), Fraction(3, 2)), (date(2025, 7, 1), Fraction(3, 2))],
)
def test_a_multiple_is_that_of_the_day(on, multiple):
    assert bonus_of(law(), "BK_BO", ONE, on).multiple == multiple


@pytest.mark.parametrize("on", [date(2024, 6, 1), FEBRUARY, NOVEMBER])
def test_a_household_has_one_and_a_half_times_the_individuals_multiple(on):
    """D152 art. 54; which of the two is rounded was not read, so it is in doubt."""
    for award in ("GK", "BK_BO", "BK_TTG"):
        household, person = bonus_of(law(), award, HOUSE, on), bonus_of(law(), award, ONE, on)
        assert household.multiple == person.multiple * Fraction(3, 2)
        assert household.doubt is Doubt.CHECK


def test_a_commemorative_medal_brings_no_more_than_that():
    assert bonus_of(law(), "KNC", ONE, NOVEMBER).is_limit


def test_no_bonus_is_made_up_where_no_text_gives_one():
    assert bonus_of(law(), "LDTT", MANY, NOVEMBER) is None
    assert bonus_of(law(), "LDTT", ONE, date(1990, 1, 1)) is None


@given(st.fractions(min_value=0, max_value=100, max_denominator=20), st.integers(1_000_000, 5_000_000))
def test_a_bonus_is_the_least_full_ten_thousand_that_is_not_below(multiple, salary):
    amount = bonus_dong(multiple, salary)
    assert amount % 10_000 == 0
    assert amount - 10_000 < multiple * salary <= amount


def test_every_bonus_of_the_law_can_be_reckoned_today():
    for row in law().rows("bonus", NOVEMBER):
        award, to, _ = row.about
        assert bonus_of(law(), award, Kind(to), NOVEMBER).award is register()[award]
