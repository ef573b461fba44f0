"""Late days: the later a report, the fewer the points (pattern F3)."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from thidua.core.answer import Sentence
from thidua.core.points import Points
from thidua.core.read import Table, fault
from thidua.core.scoring.values import Given, InputKind, Reckoned, figure_of


@dataclass(frozen=True)
class LateDays:
    """`until` pairs the last late day with its points, punctual first; later than all of them gives nothing."""

    until: tuple[tuple[int, Points], ...]
    kind: str = "late_days"
    asks: InputKind = InputKind.DAYS

    def points(self, given: Given) -> Reckoned:
        late = figure_of(given, whole=True)
        for last_day, points in self.until:
            if late <= last_day:
                said = Sentence("scoring.late_days", given=late, until=last_day, points=points)
                return Reckoned(points, said)
        return Reckoned(Fraction(0), Sentence("scoring.too_late", given=late, until=self.until[-1][0]))


def read_late_days(table: Table, maximum: Points) -> LateDays:
    """`{kind: late_days, until: {0: 2, 2: 1.5, 5: 1, 10: 0.5}}`: up to 2 days late 1.5 points, after 10 none.

    Raises ReadError if days do not rise, points do not fall or end at nought, or the first
    are not `maximum`.
    """
    listed = table.only("kind", "until").table("until")
    days = [_day(listed, name) for name in listed]
    if not days:
        raise fault("scoring.sheet.no_steps", line=listed.line)
    until = tuple((day, listed.number(day)) for day in days)
    if until[0][1] != maximum:
        line = listed.line_of(days[0])
        raise fault("scoring.sheet.best_is_not_maximum", line=line, best=until[0][1], maximum=maximum)
    for (earlier, more), (later, fewer) in pairwise(until):
        if later <= earlier:
            raise fault("scoring.sheet.steps_out_of_order", line=listed.line_of(later), name=later)
        if not 0 < fewer < more:
            raise fault("scoring.sheet.step_gives_no_less", line=listed.line_of(later), name=later)
    return LateDays(until)


def _day(listed: Table, name: str | int) -> int:
    if not isinstance(name, int) or name < 0:
        raise fault("scoring.sheet.not_days", line=listed.line_of(name), name=name)
    return name
