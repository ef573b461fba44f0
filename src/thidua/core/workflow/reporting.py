"""On which occasion a unit writes a report: each period of its year has one, and each campaign."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

HALF_YEAR_ENDS = (6, 30)  # month and day


class Occasion(StrEnum):
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    CAMPAIGN = "campaign"


def occasions(ends: Sequence[date], *, year: int) -> list[Occasion]:
    """Of periods by their last days, in their order: the last makes the year, the one nearest to 30 June the half-year.

    So departments and enforcement, whose years begin in other months, sum up the half-year in the same summer.

    >>> occasions([date(2016, 3, 31), date(2016, 6, 30), date(2016, 9, 30)], year=2016)
    [<Occasion.QUARTER: 'quarter'>, <Occasion.HALF_YEAR: 'half_year'>, <Occasion.YEAR: 'year'>]
    """
    found = [Occasion.QUARTER] * len(ends)
    if found:
        found[-1] = Occasion.YEAR
    if before := ends[:-1]:
        middle = date(year, *HALF_YEAR_ENDS)
        found[min(range(len(before)), key=lambda place: abs(before[place] - middle))] = Occasion.HALF_YEAR
    return found
