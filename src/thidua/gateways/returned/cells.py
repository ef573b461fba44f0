"""Single cells as an office fills them, read exactly; what cannot be read is a fault with its cell."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from thidua.base.days import read_day
from thidua.base.numbers import read_figure
from thidua.core.answer import NotPossible, Sentence
from thidua.core.returned.days import day_counted, day_in
from thidua.core.returned.grid import Cell, Fault, Grid
from thidua.core.returned.legacy import legacy_in
from thidua.core.texts import folded

MET = frozenset({"dat", "co", "x", "da dat", "hoan thanh"})
NOT_MET = frozenset({"chua dat", "khong dat", "chua", "khong", "chua hoan thanh"})
RATIO = re.compile(r"^\s*(\S+)\s*/\s*(\S+)\s*$")


@dataclass
class Cells:
    """Reads cells of one sheet; every fault is kept and all are told at once."""

    grid: Grid
    faults: list[Fault] = field(default_factory=list)

    def fault(self, key: str, row: int, column: int, /, **values: object) -> None:
        self.faults.append(self.grid.fault(Sentence(key, **values), row, column))

    def text(self, row: int, column: int | None, *, most: int) -> str:
        """A text of today's letters; nothing where there is no such column."""
        cell = None if column is None else self._known(row, column)
        if cell is None or column is None:
            return ""
        text = said(cell)
        if (legacy := legacy_in(text)) is not None:
            self.fault(
                "import.legacy_letters", row, column, letters=legacy.letters, typed=text[:60], reads=legacy.reads[:60]
            )
        if len(text) > most:
            self.fault("import.too_long", row, column, most=most, length=len(text))
        return text[:most]

    def figure(self, row: int, column: int | None) -> Fraction | None:
        """An exact figure, typed as a number or as text: "1.234,5", "95%"."""
        cell = None if column is None else self._known(row, column)
        if cell is None or column is None:
            return None
        if isinstance(cell, Fraction):
            return cell
        if isinstance(cell, str):
            return self._read(cell, row, column, read_figure)
        self.fault("import.not_a_figure", row, column, typed=said(cell))
        return None

    def ratio(self, row: int, column: int | None) -> tuple[Fraction | None, Fraction | None] | None:
        """Both parts of a ratio written in one cell, as "39/40"; None for anything else."""
        cell = None if column is None else self.grid.at(row, column)
        parts = RATIO.match(cell) if isinstance(cell, str) else None
        if parts is None or column is None:
            return None
        top, bottom = (self._read(part, row, column, read_figure) for part in parts.groups())
        return top, bottom

    def met(self, row: int, column: int | None) -> bool | None:
        cell = None if column is None else self._known(row, column)
        if cell is None or column is None:
            return None
        if isinstance(cell, bool):
            return cell
        word = folded(said(cell))
        if word not in MET | NOT_MET:
            self.fault("import.not_met_or_not", row, column, typed=said(cell)[:40])
            return None
        return word in MET

    def day(self, row: int, column: int) -> date | None:
        cell = self._known(row, column)
        if cell is None or isinstance(cell, date):
            return cell
        found = day_counted(cell) if isinstance(cell, Fraction) else read_day(said(cell)) or day_in(said(cell))
        if found is None:
            self.fault("import.not_a_day", row, column, typed=said(cell)[:40])
        return found

    def _known(self, row: int, column: int) -> Cell:
        if (row, column) in self.grid.without_value:
            self.fault("import.formula_without_value", row, column)
            return None
        return self.grid.at(row, column)

    def _read(self, typed: str, row: int, column: int, read: Callable[[str], Fraction]) -> Fraction | None:
        try:
            return read(typed)
        except NotPossible as refused:
            self.faults += [self.grid.fault(sentence, row, column) for sentence in refused]
            return None


def said(cell: Cell) -> str:
    """A cell as a reader sees it."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, date):
        return f"{cell.day}/{cell.month}/{cell.year}"
    if isinstance(cell, Fraction):
        return str(cell) if cell.denominator == 1 else str(float(cell)).replace(".", ",")
    return cell or ""
