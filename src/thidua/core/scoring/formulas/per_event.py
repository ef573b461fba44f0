"""Per event: points added or taken away for each case, up to the maximum (pattern F13)."""

from dataclasses import dataclass

from thidua.core.answer import Sentence
from thidua.core.points import Points
from thidua.core.read import Table, fault
from thidua.core.scoring.values import Given, InputKind, Reckoned, figure_of


@dataclass(frozen=True)
class PerEvent:
    """`each` points a case, no more than `most`: for bonuses, deductions, and figures that count one by one."""

    each: Points
    most: Points
    kind: str = "per_event"
    asks: InputKind = InputKind.COUNT

    def points(self, given: Given) -> Reckoned:
        cases = figure_of(given, whole=True)
        points = min(cases * self.each, self.most)
        return Reckoned(
            points, Sentence("scoring.per_event", given=cases, each=self.each, most=self.most, points=points)
        )


@dataclass(frozen=True)
class DeductPerEvent:
    """`full` points less `each` a case, never below nought."""

    full: Points
    each: Points
    kind: str = "deduct_per_event"
    asks: InputKind = InputKind.COUNT

    def points(self, given: Given) -> Reckoned:
        cases = figure_of(given, whole=True)
        points = max(self.full - cases * self.each, Points(0))
        return Reckoned(
            points, Sentence("scoring.deducted", given=cases, each=self.each, full=self.full, points=points)
        )


def read_per_event(table: Table, maximum: Points) -> PerEvent:
    """`{kind: per_event, each: 2}`. Raises ReadError if `each` is not above nought."""
    return PerEvent(_each(table), maximum)


def read_deduct_per_event(table: Table, maximum: Points) -> DeductPerEvent:
    """`{kind: deduct_per_event, each: 0.5}`. Raises ReadError if `each` is not above nought."""
    return DeductPerEvent(maximum, _each(table))


def _each(table: Table) -> Points:
    each = table.only("kind", "each").number("each")
    if each <= 0:
        raise fault("scoring.sheet.not_above_nought", line=table.line_of("each"), name="each")
    return each
