"""Working days of public offices: without weekends and holidays of Việt Nam, with the swaps decided for a year."""

from datetime import date, timedelta
from functools import cache

from holidays import country_holidays

from thidua.base.library import corrections
from thidua.core import days

FURTHEST_DAYS = 366  # nobody counts the working days to what is due later


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


def working_day_after(day: date, count: int) -> date:
    """The `count`-th working day after `day`; with 0 the day itself, or the next working day if it is none."""
    return days.working_day_after(day, count, HOLIDAYS, corrections())


def working_days_left(on: date, due_on: date) -> int | None:
    """Working days after `on` up to and with `due_on`; None once it is over, or when it is over a year away."""
    left = (due_on - on).days
    if not 0 <= left <= FURTHEST_DAYS:
        return None
    return sum(is_working_day(on + timedelta(days=ahead + 1)) for ahead in range(left))
