"""The table of a returned form: its sheet, and its rows matched with what the records hold."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from thidua.core.answer import Sentence
from thidua.core.returned.forms import Mark
from thidua.core.returned.grid import Fault, Grid, cell_name
from thidua.core.returned.heads import Heads, Wanted, find_heads
from thidua.core.texts import folded
from thidua.core.workflow.importing import Outcome
from thidua.gateways.excel.reading import Book
from thidua.gateways.returned.cells import Cells, said
from thidua.records.results.models import Result
from thidua.records.runs.told import RowRead
from thidua.records.seasons.models import Commitment

MOST_NOTE = 1000


Line = TypeVar("Line", Result, Commitment)  # of a report, of a sheet of commitments


def table_in(book: Book, mark: Mark | None, wanted: Sequence[Wanted]) -> tuple[Grid | None, Heads]:
    """The sheet that the mark names, else the shown one with the most of the wanted columns, two at least."""
    named = book.named(mark.sheet) if mark else None
    grids = [named] if named else book.shown
    tried = [(grid, find_heads(grid, wanted)) for grid in grids]
    grid, heads = max(tried, key=lambda one: len(one[1].places), default=(None, Heads(0, {})))
    return (grid, heads) if len(heads.places) > 1 else (None, heads)


class Table(ABC, Generic[Line]):
    """The rows of one form, matched with `lines` by the indicator's code, else by its name without marks.

    `filled` are the columns that a unit fills in with figures.
    """

    filled: tuple[Wanted, ...]

    def __init__(self, cells: Cells, heads: Heads, lines: Sequence[Line]) -> None:
        self.cells, self.heads = cells, heads
        self.lines: Sequence[Line] = lines
        self._named: dict[str, Line] = {}
        for line in lines:
            self._named |= dict.fromkeys((folded(line.indicator.name), line.indicator.code), line)
        self._seen: dict[int, int] = {}  # key of the line → row in which it was found

    @abstractmethod
    def read(self, row: int, line: Line) -> RowRead:
        """One row; what is wrong in it goes to the faults of the cells."""

    def rows(self) -> Iterator[RowRead]:
        for row in range(self.heads.first, len(self.cells.grid.rows)):
            line = self._line_at(row)
            if line is None:
                self._tell_of_a_row_of_nothing(row)
            elif line.pk in self._seen:
                name, first = line.indicator.name, cell_name(self._seen[line.pk], self.place("name"))
                self.cells.fault("import.row_twice", row, self.place("name"), name=name, first=first)
            else:
                self._seen[line.pk] = row
                yield self.read(row, line)
        for line in self.lines:
            if line.pk not in self._seen:
                told = Sentence("import.row_missing", name=line.indicator.name)
                self.cells.faults.append(Fault(told, self.cells.grid.name))

    def place(self, *keys: str) -> int:
        """The first of these columns that there is, else that of the names."""
        return next((self.heads.places[key] for key in (*keys, "name") if key in self.heads.places), 0)

    def as_row(self, row: int, at: int, line: Line, *, kept: dict[str, str], there: dict[str, str]) -> RowRead:
        """What was read beside what stands `there`, named by the cell in column `at`."""
        outcome = Outcome.SAME if kept == there else Outcome.CHANGED if there else Outcome.NEW
        indicator, sheet = line.indicator, self.cells.grid.name
        return RowRead(indicator.code, indicator.short_name, sheet, cell_name(row, at), outcome, kept, there)

    def _line_at(self, row: int) -> Line | None:
        grid, places = self.cells.grid, self.heads.places
        keys = [said(grid.at(row, places[key])) for key in ("code", "name") if key in places]
        return next((self._named[key] for text in keys for key in (text, folded(text)) if key in self._named), None)

    def _tell_of_a_row_of_nothing(self, row: int) -> None:
        """A heading, a sum or a signature is passed over; figures beside words that are no indicator are told."""
        grid, column = self.cells.grid, self.place("name")
        places = [self.heads.places[one.key] for one in self.filled if one.key in self.heads.places]
        figures, name = [grid.at(row, place) for place in places], said(grid.at(row, column))
        if name and any(figure is not None for figure in figures):
            self.cells.fault("import.no_such_row", row, column, typed=name[:80])
