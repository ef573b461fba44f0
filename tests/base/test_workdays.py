from datetime import date

import pytest

from thidua.base.workdays import day_of_tet, is_decided, is_near_tet, is_working_day, working_days_left


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2016, 3, 4), True),
        (date(2016, 3, 5), False),  # a Saturday
        (date(2016, 2, 8), False),  # the lunar New Year
        (date(2016, 5, 2), False),  # in the stead of 30 April, a Saturday
        (date(2016, 5, 4), True),
    ],
)
def test_offices_rest_on_weekends_holidays_and_the_days_in_their_stead(day, works):
    assert is_working_day(day) is works


@pytest.mark.parametrize(
    ("on", "due_on", "left"),
    [
        (date(2016, 6, 27), date(2016, 6, 30), 3),
        (date(2016, 12, 2), date(2016, 12, 2), 0),
        (date(2016, 12, 2), date(2016, 12, 5), 1),
        (date(2016, 4, 28), date(2016, 5, 4), 2),  # 29 April and 4 May
        (date(2016, 12, 2), date(2016, 12, 1), None),
        (date(2016, 12, 2), date(2106, 12, 2), None),
    ],
)
def test_what_is_left_counts_the_due_day_and_not_today(on, due_on, left):
    assert working_days_left(on, due_on) == left


@pytest.mark.parametrize(
    ("day", "number", "near"),
    [
        (date(2027, 1, 29), 0, False),
        (date(2027, 1, 30), 0, True),
        (date(2027, 2, 6), 1, True),
        (date(2027, 2, 12), 7, True),
        (date(2027, 2, 13), 0, False),
        (date(2007, 2, 17), 1, True),  # a day before the New Year of China
        (date(2030, 2, 2), 1, True),
        (date(1850, 2, 1), 0, False),  # a year of which no table tells
    ],
)
def test_tet_is_that_of_vietnam_with_the_week_before_it(day, number, near):
    assert (day_of_tet(day), is_near_tet(day)) == (number, near)


def test_days_of_rest_of_a_year_are_decided_once_the_calendar_names_the_year():
    assert [is_decided(year) for year in (2026, 2090)] == [True, False]
