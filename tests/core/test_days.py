"""Working days by rule and by a government's corrections, without any real calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.days import Corrections, corrections_of, is_working_day, working_day_after

NONE = Corrections(frozenset(), frozenset())
FRIDAY, SATURDAY, MONDAY = date(2026, 1, 2), date(2026, 1, 10), date(2026, 1, 5)
SWAP = Corrections(frozenset({FRIDAY}), frozenset({SATURDAY}))


def test_the_years_of_a_table_are_those_decided_about():
    assert corrections_of({2026: {}, 2025: {"off": ["2025-05-02"]}}).decided == {2025, 2026}


def test_a_swap_rests_on_a_friday_and_works_on_a_saturday():
    assert is_working_day(FRIDAY, (), NONE)
    assert not is_working_day(FRIDAY, (), SWAP)
    assert not is_working_day(SATURDAY, (), NONE)
    assert is_working_day(SATURDAY, (), SWAP)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 30), st.sets(st.integers(-5, 40)))
def test_between_a_day_and_the_one_counted_to_lie_as_many_working_days(day, count, offsets):
    holidays = {day + timedelta(days=offset) for offset in offsets}
    due = working_day_after(day, count, holidays, NONE)
    between = [day + timedelta(days=n) for n in range(1, (due - day).days + 1)]
    assert sum(is_working_day(one, holidays, NONE) for one in between) == count
    assert is_working_day(due, holidays, NONE)


def test_with_no_days_a_holiday_moves_to_the_next_working_day():
    assert working_day_after(FRIDAY, 0, (), NONE) == FRIDAY
    assert working_day_after(FRIDAY, 0, {FRIDAY}, NONE) == MONDAY
    with pytest.raises(ValueError, match="forwards"):
        working_day_after(FRIDAY, -1, (), NONE)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({2026: {"off": ["2025-01-02"]}}, "stands under 2026"),
        ({2026: {"off": ["2026-01-02"], "works": ["2026-01-02"]}}, "off and worked at once: 2026-01-02"),
        ({2026: {"off": ["mai"]}}, "mai"),
    ],
)
def test_a_wrong_table_names_the_day(values, said):
    with pytest.raises(ValueError, match=said):
        corrections_of(values)
