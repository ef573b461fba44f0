"""Yes or no: all points or none (pattern F5)."""

from dataclasses import dataclass

from thidua.core.answer import Sentence
from thidua.core.points import Points
from thidua.core.read import Table
from thidua.core.scoring.values import Given, InputKind, Reckoned, flag_of


@dataclass(frozen=True)
class YesNo:
    """`full` points for yes, nothing for no."""

    full: Points
    kind: str = "yes_no"
    asks: InputKind = InputKind.YES_NO

    def points(self, given: Given) -> Reckoned:
        if flag_of(given):
            return Reckoned(self.full, Sentence("scoring.yes", points=self.full))
        return Reckoned(Points(0), Sentence("scoring.no"))


def read_yes_no(table: Table, maximum: Points) -> YesNo:
    """`{kind: yes_no}`."""
    table.only("kind")
    return YesNo(maximum)
