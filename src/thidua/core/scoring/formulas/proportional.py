"""Proportional: standard points times the share achieved (pattern F2)."""

from dataclasses import dataclass
from fractions import Fraction

from thidua.core.answer import Sentence
from thidua.core.points import Points
from thidua.core.read import Table, fault
from thidua.core.scoring.formulas.base import limit_of
from thidua.core.scoring.values import Given, InputKind, Reckoned, figure_of

WHOLE = Fraction(100)


@dataclass(frozen=True)
class Proportional:
    """`standard` points at 100 %, in proportion below and above, no further than `cap` per cent (None: no cap)."""

    standard: Points
    cap: Fraction | None
    at_most: Fraction | None = None
    kind: str = "proportional"
    asks: InputKind = InputKind.PERCENT

    def points(self, given: Given) -> Reckoned:
        percent = figure_of(given, at_most=self.at_most)
        if self.cap is not None and percent > self.cap:
            points = self.standard * self.cap / WHOLE
            said = Sentence(
                "scoring.proportional_capped", given=percent, standard=self.standard, cap=self.cap, points=points
            )
        else:
            points = self.standard * percent / WHOLE
            said = Sentence("scoring.proportional", given=percent, standard=self.standard, points=points)
        return Reckoned(points, said)


def read_proportional(table: Table, maximum: Points) -> Proportional:
    """`{kind: proportional, cap: 100, at_most: 300}`; `cap: none` lets points grow without end.

    The criterion's maximum is the standard; a cap above 100 lets a unit earn more than it.
    Raises ReadError for a cap below 100: the standard itself could never be reached.
    """
    table.only("kind", "cap", "at_most")
    cap = None if table.get("cap") == "none" else table.number("cap", WHOLE)
    if cap is not None and cap < WHOLE:
        raise fault("scoring.sheet.cap_below_standard", line=table.line_of("cap"), cap=cap)
    return Proportional(maximum, cap, limit_of(table))
