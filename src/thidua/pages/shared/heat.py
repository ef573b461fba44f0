"""The heat table's tint: which class a percentage gets, and which arrow stands beside it."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

STEPS = 9
FULL_AT = 36  # points of percent from 100 at which the tint is deepest


@dataclass(frozen=True)
class Heat:
    """`tint` is a class of heat.css or "", `arrow` one of ▲ ▼ or ""."""

    tint: str
    arrow: str


def heat(percent: int | Decimal | Fraction) -> Heat:
    """Tint and arrow of a result in percent of its target; exactly 100 is marked, not tinted.

    >>> heat(100), heat(136), heat(99)
    (Heat(tint='exact', arrow=''), Heat(tint='tint-above-9', arrow='▲'), Heat(tint='tint-below-1', arrow='▼'))
    """
    away = Fraction(percent) - 100
    if away == 0:
        return Heat("exact", "")
    step = min(STEPS, 1 + int(abs(away) * (STEPS - 1) / FULL_AT))
    return Heat(f"tint-above-{step}", "▲") if away > 0 else Heat(f"tint-below-{step}", "▼")
