"""Working days of public offices: without weekends and holidays of Việt Nam, with the swaps decided for a year."""

from datetime import date, timedelta
from functools import cache

from holidays import country_holidays

from thidua.base.library import corrections
from thidua.core import days

FURTHEST_DAYS = 366  # nobody counts the working days to what is due later
TET = "Tết Nguyên Đán"  # as the table of holidays calls the first day of the lunar year
BEFORE_TET, OF_TET = 7, 7  # days in which offices close the old year, and days of the new one that are still Tết


class _Holidays:
    """Fixed and lunar holidays with the days off in their stead; a year is reckoned when it is first asked for."""

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and day in _of_year(day.year)


@cache
def _of_year(year: int) -> frozenset[date]:
    return frozenset(country_holidays("VN", years=year))


HOLIDAYS = _Holidays()


def is_working_day(day: date) -> bool:
    return days.is_working_day(day, HOLIDAYS, corrections())


def is_decided(year: int) -> bool:
    """Whether the government has decided on the days of rest of that year, as far as calendar/viet-nam.yaml knows."""
    return year in corrections().decided


@cache
def _tet_of(year: int) -> date:
    """The first day of the lunar year; of a year beyond the table a day that no day of that year is near to."""
    named = country_holidays("VN", years=year, language="vi").get_named(TET, lookup="exact")
    return min(named, default=date.min)


def day_of_tet(day: date) -> int:
    """Which day of Tết, 1 to 7; 0 for any other day.

    >>> day_of_tet(date(2027, 2, 8)), day_of_tet(date(2027, 2, 12)), day_of_tet(date(2027, 2, 13))
    (3, 7, 0)
    """
    number = (day - _tet_of(day.year)).days + 1
    return number if 1 <= number <= OF_TET else 0


def is_near_tet(day: date) -> bool:
    """Whether it lies in the week before Tết or in its first seven days: nobody signs anything then."""
    return -BEFORE_TET <= (day - _tet_of(day.year)).days < OF_TET


def working_day_after(day: date, count: int) -> date:
    """The `count`-th working day after `day`; with 0 the day itself, or the next working day if it is none."""
    return days.working_day_after(day, count, HOLIDAYS, corrections())


def working_days_left(on: date, due_on: date) -> int | None:
    """Working days after `on` up to and with `due_on`; None once it is over, or when it is over a year away."""
    left = (due_on - on).days
    if not 0 <= left <= FURTHEST_DAYS:
        return None
    return sum(is_working_day(on + timedelta(days=ahead + 1)) for ahead in range(left))
