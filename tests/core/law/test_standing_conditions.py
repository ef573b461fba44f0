"""How one stands on a day: who came later was not there, and of whom nobody knows the day is told so."""

from datetime import date

import pytest

from thidua.core.law.conditions import Case, Met
from thidua.core.law.conditions.standing import Founded, JoinedBefore, NotNow
from thidua.core.law.history import Asked, History, Kind, row_of

ASKED = Asked(2025, date(2026, 3, 1))


def met(condition, history: History) -> Met:
    return condition.answer(Case(row_of(history, ASKED), ASKED)).met


@pytest.mark.parametrize(
    ("joined_on", "expected"),
    [(None, Met.MET), (date(2025, 7, 1), Met.MET), (date(2025, 7, 2), Met.NOT_MET), (date(2026, 4, 1), Met.NOT_MET)],
)
def test_six_months_of_work_are_those_before_the_year_ended(joined_on, expected):
    assert met(JoinedBefore("L22 Đ24", 6), History(joined_on=joined_on)) is expected


@pytest.mark.parametrize(
    ("founded_on", "expected"),
    [(None, Met.WARN), (date(2016, 3, 1), Met.MET), (date(2016, 3, 2), Met.NOT_MET), (date(2026, 4, 1), Met.NOT_MET)],
)
def test_ten_years_of_being_are_those_before_the_day(founded_on, expected):
    assert met(Founded("L22 Đ42", 10), History(Kind.COLLECTIVE, founded_on=founded_on)) is expected


@pytest.mark.parametrize(("dissolved_on", "expected"), [(date(2026, 3, 1), Met.NOT_MET), (date(2026, 3, 2), Met.MET)])
def test_a_unit_that_ends_later_still_stands(dissolved_on, expected):
    assert met(NotNow("D152 Đ4", "dissolved"), History(Kind.COLLECTIVE, dissolved_on=dissolved_on)) is expected
