"""Days on which offices work: rules of holidays with the corrections that a government decides for a year."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

SATURDAY = 5


@dataclass(frozen=True)
class Corrections:
    """`off` are days of rest beside the holidays, `works` are Saturdays, Sundays or holidays that are worked.

    `decided` are the years that a government has decided about; the days of others are expected by the rules.
    """

    off: frozenset[date]
    works: frozenset[date]
    decided: frozenset[int] = frozenset()


def corrections_of(values: Mapping[Any, Any]) -> Corrections:
    """Corrections in the values of a file: year → {off: […], works: […]}.

    Raises ValueError for a day that stands under another year, or that is both.
    """
    off, works = (
        frozenset(_day(year, text) for year, given in values.items() for text in given.get(kind, ()))
        for kind in ("off", "works")
    )
    if both := off & works:
        raise ValueError(f"off and worked at once: {', '.join(map(str, sorted(both)))}")
    return Corrections(off, works, frozenset(values))


def _day(year: Any, text: str) -> date:
    day = date.fromisoformat(text)
    if day.year != year:
        raise ValueError(f"{text} stands under {year}")
    return day


def years_later(day: date, years: int) -> date:
    """The same day some years later or, with a negative number, before; the last of February stays the last.

    >>> years_later(date(2016, 2, 29), 1), years_later(date(2019, 2, 28), 1)
    (datetime.date(2017, 2, 28), datetime.date(2020, 2, 29))
    """
    year = day.year + years
    if (day.month, (day + timedelta(days=1)).month) == (2, 3):
        return date(year, 3, 1) - timedelta(days=1)
    return day.replace(year=year)


def is_working_day(day: date, holidays: Container[date], corrections: Corrections) -> bool:
    if day in corrections.works:
        return True
    return day.weekday() < SATURDAY and day not in holidays and day not in corrections.off


def working_day_after(day: date, count: int, holidays: Container[date], corrections: Corrections) -> date:
    """The `count`-th working day after `day`; with 0 the day itself, or the next working day if it is none.

    Raises ValueError for a negative count.
    """
    if count < 0:
        raise ValueError("working days are counted forwards")
    if count == 0 and is_working_day(day, holidays, corrections):
        return day
    left = max(count, 1)
    while left:
        day += timedelta(days=1)
        left -= is_working_day(day, holidays, corrections)
    return day
