"""How far a unit should be by a day, and how much of that it has reached."""

from datetime import date
from enum import StrEnum
from fractions import Fraction

WHOLE = Fraction(1)
TWICE = Fraction(2)


class Standing(StrEnum):
    """Where a figure stands beside its target to date."""

    AHEAD = "ahead"
    ON = "on"
    BEHIND = "behind"
    NONE = "none"


def gone_share(starts_on: date, ends_on: date, day: date) -> Fraction:
    """The share of a year's days that are gone at the end of `day`: 0 before it begins, 1 after it ends.

    >>> gone_share(date(2016, 1, 1), date(2016, 12, 31), date(2016, 6, 30))
    Fraction(91, 183)
    """
    days, gone = (ends_on - starts_on).days + 1, (day - starts_on).days + 1
    return Fraction(min(max(gone, 0), days), days)


def target_to_date(
    aggregation: str, registered: Fraction | None, *, period_target: Fraction | None, gone: Fraction
) -> Fraction | None:
    """What a unit should have reached: its own target for the period, if it gave one; else of a sum the
    registered figure by the share of the year that is `gone`; of a running figure or a ratio the registered
    figure itself, since neither grows evenly with the days. None without a registered figure.

    Raises ValueError if `gone` is not between 0 and 1.
    """
    if not 0 <= gone <= 1:
        raise ValueError(f"a share of the year is between 0 and 1, not {gone}")
    if period_target is not None:
        return period_target
    if registered is None:
        return None
    return registered * gone if aggregation == "sum" else registered


def achieved_share(figure: Fraction | None, target: Fraction | None, *, lower_is_better: bool) -> Fraction | None:
    """The figure as a share of its target; 1 and above is reached. None where either is not known.

    Where lower is better, the share falls below 1 by as much as the figure lies above the target, and
    rises to 2 at a figure of nought: figure 12 with a target of 10 is 0,8, figure 8 is 1,2. It never
    falls below nought. A target of nought asks nothing where higher is better (always reached), and
    allows nothing where lower is better.
    """
    if figure is None or target is None:
        return None
    if target <= 0:
        return Fraction(0) if lower_is_better and figure > target else WHOLE
    if lower_is_better:
        return max(Fraction(0), TWICE - figure / target)
    return figure / target


def standing(share: Fraction | None) -> Standing:
    """Ahead, exactly on target, behind, or none where there is nothing to compare."""
    if share is None:
        return Standing.NONE
    if share == WHOLE:
        return Standing.ON
    return Standing.AHEAD if share > WHOLE else Standing.BEHIND
