"""Months in posts: each counted once, what falls short carried down, a third less for women."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.base.law import law
from thidua.core.law.history import Service
from thidua.core.law.service import InPost, Post, long_service, months_between, next_rise, reached

HEAD, DEPUTY = "vu_truong", "pho_vu_truong"
POSTS = [Post(HEAD, 72), Post(DEPUTY, 120)]
RETIRED = date(2025, 12, 31)


def test_ten_years_as_deputy_are_enough():
    held = [Service(DEPUTY, date(2016, 1, 1), RETIRED)]
    assert long_service(held, POSTS, RETIRED) == (InPost(HEAD, 0, 0, 72), InPost(DEPUTY, 120, 0, 120))


def test_what_falls_short_above_is_added_below():
    held = [Service(DEPUTY, date(2014, 1, 1), date(2020, 12, 31)), Service(HEAD, date(2021, 1, 1), RETIRED)]
    head, deputy = long_service(held, POSTS, RETIRED)
    assert (head.months, head.is_enough) == (60, False)
    assert (deputy.own, deputy.carried, deputy.is_enough) == (84, 60, True)


def test_what_was_enough_above_is_not_counted_twice():
    held = [Service(DEPUTY, date(2016, 1, 1), date(2019, 12, 31)), Service(HEAD, date(2020, 1, 1), RETIRED)]
    head, deputy = long_service(held, POSTS, RETIRED)
    assert (head.is_enough, deputy.months, deputy.is_enough) == (True, 48, False)


def test_of_posts_held_at_once_the_highest_counts():
    held = [Service(DEPUTY, date(2018, 1, 1), RETIRED), Service(HEAD, date(2020, 1, 1), RETIRED)]
    head, deputy = long_service(held, POSTS, RETIRED)
    assert (head.own, deputy.own) == (72, 24)


def test_for_women_leaders_a_third_less_is_asked():
    held = [Service(HEAD, date(2022, 1, 1), RETIRED)]
    assert not long_service(held, POSTS, RETIRED)[0].is_enough
    assert long_service(held, POSTS, RETIRED, reduction=Fraction(1, 3))[0].is_enough


def test_the_months_of_the_law_are_those_of_its_table():
    rows = [row for row in law().rows("service", RETIRED) if row["form"].code == "HCLD_BA"]
    asked = {row["post"]: row["from_months"] for row in rows}
    assert (asked[HEAD], asked[DEPUTY]) == (72, 120)
    [third] = [row["by"] for row in law().rows("service_rules", RETIRED) if row["code"] == "women"]
    assert third == Fraction(1, 3)


@pytest.mark.parametrize(
    ("deputy", "earliest"),
    [((date(2010, 1, 1), date(2014, 2, 28)), date(2026, 4, 30)), ((date(2016, 1, 1), date(2019, 4, 30)), None)],
    ids=["before the higher post is full", "the higher post is full first"],
)
def test_a_lower_post_is_full_by_what_is_left_over_above_while_something_is(deputy, earliest):
    held = [Service(HEAD, date(2020, 7, 1)), Service(DEPUTY, *deputy)]
    found = {one.rule["post"]: one for one in reached(law(), held, RETIRED) if one.rule["form"].code == "HCLD_BA"}
    assert (found[HEAD].counted.months, found[HEAD].earliest) == (66, date(2026, 6, 30))
    assert found[DEPUTY].earliest == earliest


@given(st.dates(date(1990, 1, 1), date(2020, 12, 31)), st.integers(0, 400))
def test_a_rise_comes_after_as_many_whole_months(start, months):
    rise = next_rise(start, months + 1)
    assert months_between(start, rise) >= months + (rise.day >= start.day)


def test_a_rise_is_not_earlier_than_the_last_one():
    with pytest.raises(ValueError, match="early by fewer months"):
        next_rise(date(2020, 1, 1), 36, early=36)
