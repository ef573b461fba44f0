"""On which occasions reports are written."""

from datetime import date

import pytest

from thidua.core.workflow.reporting import Occasion, occasions

Q, H, Y = Occasion.QUARTER, Occasion.HALF_YEAR, Occasion.YEAR


@pytest.mark.parametrize(
    ("ends", "found"),
    [
        ([], []),
        ([date(2016, 12, 31)], [Y]),
        ([date(2016, 6, 30), date(2016, 12, 31)], [H, Y]),
        ([date(2016, 3, 31), date(2016, 6, 30), date(2016, 9, 30), date(2016, 12, 31)], [Q, H, Q, Y]),
        # Enforcement's year begins in October; its half-year is summed up in the same summer.
        ([date(2015, 12, 31), date(2016, 3, 31), date(2016, 6, 30), date(2016, 9, 30)], [Q, Q, H, Y]),
        # A school year: the first term makes the half-year.
        ([date(2016, 1, 15), date(2016, 5, 31)], [H, Y]),
    ],
)
def test_the_last_period_makes_the_year_and_the_one_nearest_to_june_the_half_year(ends, found):
    assert occasions(ends, year=2016) == found
