"""Periods into the year so far."""

from collections.abc import Sequence
from fractions import Fraction

from thidua.core.measuring.measured import Measured


def year_so_far(aggregation: str, measures: Sequence[Measured | None]) -> Measured | None:
    """The periods, oldest first, as one: `sum` adds, `last` takes the newest running figure, `ratio` adds
    numerators and denominators apart, so that a large period weighs more than a small one.

    A content judged in words stands as it was judged last, whatever its aggregation. Periods without
    a figure count for nothing; None where no period has one. Raises ValueError for another aggregation.
    """
    known = [one for one in measures if one is not None and not one.is_empty]
    if aggregation not in ("sum", "last", "ratio"):
        raise ValueError(f"periods are not made into a year by {aggregation!r}")
    if not known:
        return None
    if judged := [one for one in known if one.is_met is not None]:
        return judged[-1]
    if aggregation == "last":
        return known[-1]
    if aggregation == "ratio":
        return Measured(
            numerator=_total([one.numerator for one in known]), denominator=_total([one.denominator for one in known])
        )
    return Measured(value=_total([one.value for one in known]))


def course_of(aggregation: str, measures: Sequence[Measured | None]) -> tuple[Fraction | None, ...]:
    """The figure to date after each period, for a small line; None from before anything was known."""
    so_far = [year_so_far(aggregation, measures[: end + 1]) for end in range(len(measures))]
    return tuple(one.figure if one else None for one in so_far)


def _total(parts: Sequence[Fraction | None]) -> Fraction:
    return sum((part for part in parts if part is not None), Fraction(0))
