"""How stretches of days cover a year: every day is in a gap or in a stretch, and never in both."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from thidua.core.covering import Stretch, gaps, overlaps

FIRST, LAST = date(2016, 1, 1), date(2016, 12, 31)
DAYS = [FIRST + timedelta(days=n) for n in range(366)]


def a_stretch(begin: int, length: int, audience: str | None = "all", within: frozenset[int] = frozenset()) -> Stretch:
    first = FIRST + timedelta(days=begin)
    return Stretch(f"{begin}+{length}", first, first + timedelta(days=length), audience, within)


stretches = st.lists(
    st.builds(
        a_stretch,
        st.integers(-40, 380),
        st.integers(0, 200),
        st.sampled_from(["all", "youth", None]),
        st.frozensets(st.integers(1, 3), max_size=2),
    ),
    max_size=6,
)


@given(stretches)
def test_a_day_is_in_a_gap_exactly_when_nothing_runs(found):
    free = {day for first, last in gaps(FIRST, LAST, found) for day in DAYS if first <= day <= last}
    assert free == {day for day in DAYS if not any(one.first <= day <= one.last for one in found)}


@given(stretches)
def test_gaps_follow_each_other_and_none_is_empty(found):
    days = [day for pair in gaps(FIRST, LAST, found) for day in pair]
    assert days == sorted(days)
    assert all(FIRST <= day <= LAST for day in days)


@given(stretches)
def test_an_overlap_is_a_day_on_which_the_same_people_are_asked_twice(found):
    twice = {
        day
        for day in DAYS
        for place, one in enumerate(found)
        for other in found[place + 1 :]
        if one.first <= day <= one.last
        and other.first <= day <= other.last
        and one.audience is not None
        and one.audience == other.audience
        and (not one.within or not other.within or one.within & other.within)
    }
    told = {day for pair in overlaps(found) for day in DAYS if pair.first <= day <= pair.last}
    assert told == twice


def test_two_in_different_blocs_or_for_different_people_do_not_meet():
    whole = a_stretch(0, 10)
    assert overlaps([whole, a_stretch(5, 10, "youth")]) == []
    assert overlaps([a_stretch(0, 10, within=frozenset({1})), a_stretch(5, 10, within=frozenset({2}))]) == []
    assert [pair.days for pair in overlaps([whole, a_stretch(5, 10, within=frozenset({2}))])] == [6]
    assert overlaps([whole, a_stretch(11, 3)]) == []
