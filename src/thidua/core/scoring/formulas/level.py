"""Level: one of several named situations, each with its points (pattern F6)."""

from dataclasses import dataclass

from thidua.core.answer import Sentence, refuse
from thidua.core.names import Name
from thidua.core.points import Points
from thidua.core.read import Table, fault
from thidua.core.scoring.formulas.base import code_of, name_of
from thidua.core.scoring.values import Given, InputKind, Reckoned


@dataclass(frozen=True)
class Level:
    """One situation; `code` is what is kept when it is chosen."""

    code: str
    name: Name
    points: Points


@dataclass(frozen=True)
class Levels:
    """The situations in the order of the sheet."""

    levels: tuple[Level, ...]
    kind: str = "level"
    asks: InputKind = InputKind.LEVEL

    def points(self, given: Given) -> Reckoned:
        for level in self.levels:
            if level.code == given.value:
                return Reckoned(level.points, Sentence("scoring.level", level=level.name, points=level.points))
        raise refuse("scoring.input.not_a_level", levels=tuple(level.name for level in self.levels))


def read_levels(table: Table, maximum: Points) -> Levels:
    """`{kind: level, levels: [{code: on-time, points: 1.5, name: {vi: …, en: …}}, …]}`.

    Raises ReadError for a code used twice, points below nought, or if the best does not
    give `maximum`.
    """
    listed = table.only("kind", "levels").rows("levels").tables()
    seen: dict[str, Level] = {}
    for row in listed:
        row.only("code", "points", "name")
        level = Level(code_of(row), name_of(row), row.number("points"))
        if level.code in seen:
            raise fault("scoring.sheet.code_twice", line=row.line_of("code"), code=level.code)
        if level.points < 0:
            raise fault("scoring.sheet.below_nought", line=row.line_of("points"), name="points")
        seen[level.code] = level
    best = max((level.points for level in seen.values()), default=Points(0))
    if best != maximum:
        line = table.line_of("levels")
        raise fault("scoring.sheet.best_is_not_maximum", line=line, best=best, maximum=maximum)
    return Levels(tuple(seen.values()))
