"""Votes of a council: the founders' cases I1 and C8."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.base.law import law
from thidua.core.law.conditions.base import Met
from thidua.core.law.votes import is_reached, vote_of, votes_needed


def vote(award, on, *, yes, appointed=11):
    [found] = vote_of(law(), award, on, yes=yes, appointed=appointed)
    return found


def test_I1_ninety_percent_of_eleven_are_ten_and_under_the_new_decree_fewer_only_warn():
    """D152 art. 33 was carried over and not read: it warns and blocks nothing."""
    found = vote("CSTD_BO", date(2026, 3, 1), yes=9)
    assert (found.needed, found.met) == (10, Met.WARN)
    assert vote("CSTD_BO", date(2026, 3, 1), yes=10).met is Met.MET


def test_I1_under_the_decree_of_2023_nine_of_eleven_block():
    """D98 art. 30(7)."""
    assert vote("CSTD_BO", date(2025, 3, 1), yes=9).met is Met.NOT_MET


@pytest.mark.parametrize("on", [date(2025, 3, 1), date(2026, 3, 1)])
def test_C8_eight_present_and_one_in_writing_are_eighty_percent_of_eleven(on):
    assert vote("CO_CP", on, yes=8 + 1).met is Met.MET


def test_no_vote_is_asked_for_where_no_text_says_so():
    assert vote_of(law(), "LDTT", date(2026, 3, 1), yes=1, appointed=11) == []


@pytest.mark.parametrize(
    ("appointed", "ninety", "eighty"), [(7, 7, 6), (9, 9, 8), (11, 10, 9), (13, 12, 11), (15, 14, 12)]
)
def test_the_fewest_votes(appointed, ninety, eighty):
    assert (votes_needed(90, appointed), votes_needed(80, appointed)) == (ninety, eighty)


@given(st.integers(1, 200))
def test_ninety_percent_is_everyone_up_to_nine_members(members):
    assert (votes_needed(90, members) == members) == (members <= 9)


@given(st.integers(1, 100), st.integers(1, 300))
def test_the_fewest_votes_reach_and_one_fewer_does_not(percent, members):
    needed = votes_needed(percent, members)
    assert is_reached(needed, percent, members)
    assert not is_reached(needed - 1, percent, members)
