"""Reads a workbook into sheets of plain cells; what cannot be read is refused with a sentence that says how to mend."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any, BinaryIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from thidua.core.answer import refuse
from thidua.core.returned.grid import Cell, Grid
from thidua.gateways.excel.sheets import Looked, TooLarge, look_through

MOST_SHEETS = 40
DIGITS = 15  # what a spreadsheet knows of a number


@dataclass(frozen=True)
class Book:
    """The sheets of a workbook in their order, hidden ones too."""

    name: str
    grids: Sequence[Grid]

    def named(self, name: str) -> Grid | None:
        return next((grid for grid in self.grids if grid.name == name), None)

    @property
    def shown(self) -> list[Grid]:
        """The sheets that a reader sees and that hold anything."""
        return [grid for grid in self.grids if not grid.is_hidden and any(any(row) for row in grid.rows)]


def read_workbook(name: str, content: BinaryIO) -> Book:
    """A workbook of kind .xlsx that `records.files` has accepted.

    Raises NotPossible for one that is broken inside, or larger than any form or list.
    """
    try:
        looked = look_through(content)
        content.seek(0)
        with CalamineWorkbook.from_filelike(content) as book:
            return Book(name, _grids(name, book, looked))
    except TooLarge as too_large:
        raise refuse("import.sheet_too_large", name=name, sheet=str(too_large)) from too_large
    except (CalamineError, ValueError, OSError) as wrong:
        raise refuse("file.broken", name=name) from wrong


def _grids(name: str, book: CalamineWorkbook, looked: Mapping[str, Looked]) -> list[Grid]:
    sheets = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    if len(sheets) > MOST_SHEETS:
        raise refuse("import.too_many_sheets", name=name, most=MOST_SHEETS)
    # A sheet that could not be looked through first is not laid out.
    if any(sheet.name not in looked for sheet in sheets):
        raise refuse("file.broken", name=name)
    return [
        _grid(
            book.get_sheet_by_name(sheet.name),
            looked[sheet.name],
            is_hidden=sheet.visible != SheetVisibleEnum.Visible,
        )
        for sheet in sheets
    ]


def _grid(sheet: CalamineSheet, looked: Looked, *, is_hidden: bool) -> Grid:
    rows = [[plain(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    merged = tuple(sheet.merged_cell_ranges or ())
    return Grid(sheet.name, rows, merged, looked.without_value, is_hidden)


def plain(value: Any) -> Cell:
    """A cell's value: texts in one spelling and trimmed, numbers exact as far as a spreadsheet knows them.

    >>> plain(0.1 + 0.2)
    Fraction(3, 10)
    """
    if isinstance(value, str):
        text = value if value.isascii() else unicodedata.normalize("NFC", value)
        return text.replace("\x00", "").strip() or None
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return _exact(value)
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else str(value)


def _exact(value: float) -> Fraction | str:
    if abs(value) >= 1e300:
        return str(value)
    is_whole = abs(value) < 10**DIGITS and value == int(value)
    return Fraction(int(value)) if is_whole else Fraction(f"{value:.{DIGITS}g}")
