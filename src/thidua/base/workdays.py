"""Working days of public offices: without Saturdays, Sundays and the holidays of Việt Nam."""

from datetime import date, timedelta
from functools import cache

from holidays import country_holidays

FURTHEST_DAYS = 366  # nobody counts the working days to what is due later


@cache
def _holidays(year: int) -> frozenset[date]:
    """Holidays with the days off in their stead; working Saturdays that make up for one are not known here."""
    return frozenset(country_holidays("VN", years=year))


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in _holidays(day.year)


def working_days_left(on: date, due_on: date) -> int | None:
    """Working days after `on` up to and with `due_on`; None once it is over, or when it is over a year away."""
    days = (due_on - on).days
    if not 0 <= days <= FURTHEST_DAYS:
        return None
    return sum(is_working_day(on + timedelta(days=ahead + 1)) for ahead in range(days))
