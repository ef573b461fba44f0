"""Steps: points by thresholds on a percentage or a figure (pattern F1)."""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from thidua.core.answer import Sentence
from thidua.core.points import Points, round_to
from thidua.core.read import Table, fault
from thidua.core.scoring.formulas.base import limit_of
from thidua.core.scoring.values import Given, InputKind, Precise, Reckoned, figure_of

COMPARE: dict[str, Callable[[Fraction, Fraction], bool]] = {
    ">=": operator.ge,
    ">": operator.gt,
    "<=": operator.le,
    "<": operator.lt,
}
SAID = {">=": "≥", ">": ">", "<=": "≤", "<": "<"}
USUAL_PLACES, EDGE_PLACES, MOST_PLACES = 2, 6, 9
EDGE = re.compile(r"(>=|>|<=|<) ?([0-9]{1,12}(?:\.[0-9]{1,6})?)")


@dataclass(frozen=True)
class Step:
    """One threshold: `sign` is >=, >, <= or <; whoever passes it has `points`."""

    sign: str
    edge: Fraction
    points: Points

    def holds_for(self, figure: Fraction) -> bool:
        return COMPARE[self.sign](figure, self.edge)

    def is_easier_than(self, other: "Step") -> bool:
        """Whether all figures that pass `other` pass this one too, and more; at one edge ">=" is easier than ">"."""
        if self.sign[0] != other.sign[0]:
            return False
        if self.edge == other.edge:
            return len(self.sign) > len(other.sign)
        return (self.edge < other.edge) == (self.sign[0] == ">")


@dataclass(frozen=True)
class Steps:
    """The first step that holds gives the points; `otherwise` is for all the rest.

    Since each figure takes the first step that holds, steps leave no gap and do not
    overlap: next to ">95", exactly 95 belongs to the step below.
    """

    steps: tuple[Step, ...]
    otherwise: Points
    asks: InputKind
    at_most: Fraction | None = None
    kind: str = "steps"

    def points(self, given: Given) -> Reckoned:
        figure = figure_of(given, at_most=self.at_most)
        reached = self._reached(figure)
        points = self.otherwise if reached is None else reached.points
        named = reached or self.steps[-1]
        values = {
            "given": self._told(figure),
            "sign": SAID[named.sign],
            "edge": Precise(named.edge, EDGE_PLACES),
            "points": points,
        }
        is_percent = self.asks is InputKind.PERCENT
        if reached is None:
            return Reckoned(points, Sentence("scoring.no_step_percent" if is_percent else "scoring.no_step", **values))
        return Reckoned(points, Sentence("scoring.step_percent" if is_percent else "scoring.step", **values))

    def _reached(self, figure: Fraction) -> Step | None:
        return next((step for step in self.steps if step.holds_for(figure)), None)

    def _told(self, figure: Fraction) -> Precise:
        """With so many decimals that it stands on its step: 98.9996 told as 99 would seem to have passed ">=99"."""
        reached = self._reached(figure)
        places = range(USUAL_PLACES, MOST_PLACES)
        enough = (one for one in places if self._reached(round_to(figure, Fraction(1, 10**one))) is reached)
        return Precise(figure, next(enough, MOST_PLACES))


def read_steps(table: Table, maximum: Points) -> Steps:
    """`{kind: steps, of: percent|number, at_most: 100, steps: {">=100": 2, ">=95": 1.75, else: 0}}`.

    Raises ReadError if a step is out of order, gives no less than a harder one, if the
    hardest does not give `maximum` or lies where no figure can be, if `else` is absent or
    below nought.
    """
    table.only("kind", "of", "at_most", "steps")
    asks = InputKind(table.one_of("of", (InputKind.PERCENT, InputKind.NUMBER), InputKind.PERCENT))
    listed = table.table("steps")
    otherwise = listed.number("else")
    named = [(name, _step(listed, name)) for name in listed if name != "else"]
    if not named:
        raise fault("scoring.sheet.no_steps", line=listed.line)
    best_name, best = named[0]
    if best.points != maximum:
        line = listed.line_of(best_name)
        raise fault("scoring.sheet.best_is_not_maximum", line=line, best=best.points, maximum=maximum)
    limit = limit_of(table)
    # The figures that pass the hardest step reach to the limit upwards, and down to nought.
    far_end = Fraction(0) if best.sign[0] == "<" else limit
    if far_end is not None and not best.holds_for(far_end):
        raise fault("scoring.sheet.step_out_of_reach", line=listed.line_of(best_name), name=best_name)
    for (_, harder), (name, easier) in pairwise(named):
        if not easier.is_easier_than(harder):
            raise fault("scoring.sheet.steps_out_of_order", line=listed.line_of(name), name=name)
        if easier.points >= harder.points:
            raise fault("scoring.sheet.step_gives_no_less", line=listed.line_of(name), name=name)
    if otherwise >= named[-1][1].points:
        raise fault("scoring.sheet.step_gives_no_less", line=listed.line_of("else"), name="else")
    if otherwise < 0:
        raise fault("scoring.sheet.below_nought", line=listed.line_of("else"), name="else")
    return Steps(tuple(step for _, step in named), otherwise, asks, limit)


def _step(listed: Table, name: str | int) -> Step:
    edge = EDGE.fullmatch(str(name))
    if edge is None:
        raise fault("scoring.sheet.not_an_edge", line=listed.line_of(name), name=name)
    return Step(edge[1], Fraction(edge[2]), listed.number(name))
