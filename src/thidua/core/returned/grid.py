"""A sheet as plain cells with the names that a spreadsheet gives them, and faults told by cell."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from thidua.core.answer import Sentence
from thidua.core.names import Name

Cell = str | Fraction | bool | date | None
Place = tuple[int, int]  # row and column, from 0


def cell_name(row: int, column: int) -> str:
    """The name of a cell, both counted from 0.

    >>> cell_name(6, 1), cell_name(0, 27)
    ('B7', 'AB1')
    """
    letters, rest = "", column + 1
    while rest:
        rest, place = divmod(rest - 1, 26)
        letters = chr(65 + place) + letters
    return f"{letters}{row + 1}"


@dataclass(frozen=True)
class Fault:
    """What is wrong, where, and in the sentence how to mend it; `cell` is empty for a whole sheet or file."""

    sentence: Sentence
    sheet: str = ""
    cell: str = ""

    def as_written(self) -> dict[str, Any]:
        values = {name: _as_kept(value) for name, value in self.sentence.values.items()}
        return {"sheet": self.sheet, "cell": self.cell, "key": self.sentence.key, "values": values}

    @classmethod
    def from_written(cls, kept: Mapping[str, Any]) -> "Fault":
        values = {name: _as_told(value) for name, value in kept["values"].items()}
        return cls(Sentence(kept["key"], **values), kept["sheet"], kept["cell"])


def _as_kept(value: Any) -> Any:
    """A value of a sentence as JSON holds it; figures, days and names are told apart from texts."""
    if isinstance(value, Sentence):
        return {"sentence": value.key, "values": {name: _as_kept(one) for name, one in value.values.items()}}
    if isinstance(value, tuple | list):
        return [_as_kept(one) for one in value]
    if isinstance(value, int | Fraction):
        return {"figure": str(Fraction(value))}
    if isinstance(value, Name):
        return value.as_written()
    return {"day": value.isoformat()} if isinstance(value, date) else str(value)


def _as_told(kept: Any) -> Any:
    if isinstance(kept, list):
        return tuple(_as_told(one) for one in kept)
    if not isinstance(kept, dict):
        return kept
    if "sentence" in kept:
        return Sentence(kept["sentence"], **{name: _as_told(one) for name, one in kept["values"].items()})
    if "vi" in kept:
        return Name(**kept)
    return Fraction(kept["figure"]) if "figure" in kept else date.fromisoformat(kept["day"])


@dataclass(frozen=True)
class Grid:
    """One sheet: texts are trimmed, numbers exact; `without_value` are formulas that were saved without their value.

    `merged` are ranges of cells that look like one, from and to: the first holds what all show.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    merged: Sequence[tuple[Place, Place]] = ()
    without_value: frozenset[Place] = frozenset()
    is_hidden: bool = False
    _shown_in: dict[Place, Place] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_shown_in", dict(_covered(self.merged)))

    def at(self, row: int, column: int) -> Cell:
        """What stands in a cell; nothing outside the sheet."""
        return self.rows[row][column] if row < len(self.rows) and 0 <= column < len(self.rows[row]) else None

    def shown_at(self, row: int, column: int) -> Cell:
        """What a reader sees in a cell: in one that is merged, what stands in the first of its range."""
        return self.at(*self._shown_in.get((row, column), (row, column)))

    def fault(self, sentence: Sentence, row: int, column: int) -> Fault:
        return Fault(sentence, self.name, cell_name(row, column))


def _covered(merged: Iterable[tuple[Place, Place]]) -> Iterable[tuple[Place, Place]]:
    for (top, left), (bottom, right) in merged:
        for row in range(top, min(bottom, top + 50) + 1):
            for column in range(left, min(right, left + 200) + 1):
                yield (row, column), (top, left)
