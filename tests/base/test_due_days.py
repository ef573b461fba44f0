"""Due days of two blocs side by side, across Tết and other holidays, against a list reckoned by hand on a calendar.

Departments count the calendar year, enforcement bodies October to September. Holidays of 2016: 1 January,
8 to 12 February (Tết), 18 April, 2 and 3 May, 2 September. Of 2026: 1 and 2 January (Saturday 10 January worked),
16 to 20 February (Tết), 27 April, 30 April, 1 May, 31 August to 2 September (Saturday 22 August worked),
24 November.
"""

from datetime import date

import pytest

from thidua.base.workdays import working_day_after

DEPARTMENTS = """
    2016-01-29  5  2016-02-05
    2016-01-29  6  2016-02-15
    2016-02-01  5  2016-02-15
    2016-02-05  3  2016-02-17
    2016-03-31  5  2016-04-07
    2016-03-31  7  2016-04-11
    2016-06-30  5  2016-07-07
    2016-06-30  7  2016-07-11
    2016-09-30  5  2016-10-07
    2016-09-30  7  2016-10-11
    2016-12-31  5  2017-01-09
    2016-12-31  7  2017-01-11
    2025-12-31  1  2026-01-05
    2025-12-31  6  2026-01-10
    2025-12-31  7  2026-01-12
    2026-01-30 10  2026-02-13
    2026-01-30 11  2026-02-23
    2026-03-31  5  2026-04-07
    2026-06-30  7  2026-07-09
    2026-11-20  2  2026-11-25
    2026-12-31  5  2027-01-08
"""
ENFORCEMENT = """
    2015-12-31  5  2016-01-08
    2015-12-31  7  2016-01-12
    2016-01-29 10  2016-02-19
    2016-02-05  1  2016-02-15
    2016-02-10  0  2016-02-15
    2016-03-31 10  2016-04-14
    2016-04-15  1  2016-04-19
    2016-04-29  1  2016-05-04
    2016-04-29  3  2016-05-06
    2016-09-01  1  2016-09-05
    2025-12-31  5  2026-01-09
    2026-02-09  5  2026-02-23
    2026-02-12  2  2026-02-23
    2026-02-12  5  2026-02-26
    2026-02-16  0  2026-02-23
    2026-04-24  1  2026-04-28
    2026-04-24  3  2026-05-04
    2026-06-30  5  2026-07-07
    2026-08-21  1  2026-08-22
    2026-08-21  5  2026-08-27
    2026-08-28  3  2026-09-07
    2026-09-30  5  2026-10-07
"""


def by_hand(text: str) -> list[tuple[date, int, date]]:
    lines = [line.split() for line in text.split("\n") if line.strip()]
    return [(date.fromisoformat(since), int(count), date.fromisoformat(due)) for since, count, due in lines]


@pytest.mark.parametrize(("since", "count", "due"), [*by_hand(DEPARTMENTS), *by_hand(ENFORCEMENT)])
def test_a_due_day_falls_where_a_calendar_on_the_wall_says(since, count, due):
    assert working_day_after(since, count) == due
