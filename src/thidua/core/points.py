"""Points: exact fractions, rounded only where a sheet says so."""

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from thidua.core.answer import refuse

Points: TypeAlias = Fraction

STORED_PARTS = 10_000
TYPED = re.compile(r"[-+]?[0-9]{1,12}([.,][0-9]{1,12})?")


class RoundAt(StrEnum):
    """Where a sheet rounds: each line, the total, or nowhere."""

    ITEM = "item"
    TOTAL = "total"
    NEVER = "never"


class RoundMode(StrEnum):
    """How a half goes, by size without its sign: away from nought; or cut off; or any rest counts up."""

    HALF_UP = "half_up"
    DOWN = "down"
    UP = "up"


@dataclass(frozen=True)
class Rounding:
    """`round: {to: 0.01, at: total, mode: half_up}` of a sheet; `to` is the unit kept, above nought."""

    to: Points
    at: RoundAt
    mode: RoundMode = RoundMode.HALF_UP

    def rounded(self, points: Points, at: RoundAt) -> Points:
        """`points` rounded if this is the place where the sheet rounds, else as they are."""
        return round_to(points, self.to, self.mode) if at is self.at else points


NEVER = Rounding(Fraction(1, 100), RoundAt.NEVER)


def round_to(points: Points, unit: Points, mode: RoundMode = RoundMode.HALF_UP) -> Points:
    """The multiple of `unit` that `mode` chooses; negative points mirror positive ones.

    >>> round_to(Fraction("185.245"), Fraction("0.01"))
    Fraction(741, 4)
    """
    whole, rest = divmod(abs(points), unit)
    up = {RoundMode.HALF_UP: 2 * rest >= unit, RoundMode.DOWN: False, RoundMode.UP: rest > 0}[mode]
    size = (whole + up) * unit
    return -size if points < 0 else size


def to_stored(points: Points) -> tuple[int, str]:
    """For a row: whole 1/10,000 parts rounded half up, and the exact "numerator/denominator".

    >>> to_stored(Fraction(2, 3))
    (6667, '2/3')
    """
    parts = round_to(points * STORED_PARTS, Fraction(1))
    return parts.numerator, f"{points.numerator}/{points.denominator}"


def from_stored(parts: int, exact: str) -> Points:
    """The exact points of a row.

    Raises ValueError if `exact` is no fraction or does not belong to `parts`: one of the
    two columns was changed without the other.
    """
    numerator, slash, denominator = exact.partition("/")
    if not slash or int(denominator) <= 0:
        raise ValueError(f"not a stored fraction: {exact!r}")
    points = Fraction(int(numerator), int(denominator))
    if to_stored(points) != (parts, exact):
        raise ValueError(f"{parts}/10000 and {exact} are not the same points")
    return points


def shown(points: Points, *, places: int = 2, mark: str = ",", trim: bool = False) -> str:
    """Points as read on screen and paper, rounded half up to `places`; `trim` drops noughts at the end.

    >>> shown(Fraction("185.25")), shown(Fraction(40)), shown(Fraction(40), trim=True), shown(Fraction(1, 3), mark=".")
    ('185,25', '40,00', '40', '0.33')
    """
    parts = round_to(abs(points) * 10**places, Fraction(1)).numerator
    whole, rest = divmod(parts, 10**places)
    decimals = f"{rest:0{places}d}" if places else ""
    if trim:
        decimals = decimals.rstrip("0")
    sign = "-" if points < 0 and parts else ""
    return f"{sign}{whole}{mark if decimals else ''}{decimals}"


def typed(text: str) -> Points:
    """A number as people type it: 185,25 or 185.25.

    Raises NotPossible (`points.not_a_number`) for anything else, thousands marks included:
    1.234 could be meant either way and is read as one and 234 thousandths.
    """
    written = text.strip()
    if not TYPED.fullmatch(written):
        raise refuse("points.not_a_number", written=written[:40])
    return Fraction(written.replace(",", "."))
