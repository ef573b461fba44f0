"""Columns that stand for a year each, as in a book that gives everybody one line."""

import re
from collections.abc import Container, Sequence
from fractions import Fraction

from thidua.core.returned.grid import Cell, Grid
from thidua.core.returned.heads import Heads, Wanted, bare

A_YEAR = re.compile(r"(.*?)\s*(?:nam\s*)?((?:19|20)\d\d)")


def with_years(grid: Grid, heads: Heads, wanted: Sequence[Wanted]) -> tuple[Heads, dict[int, int]]:
    """The heads, and the year of each column that bears one: in the last row of heads, or in one of its own below.

    Over the column stands the year alone, or after the name of one that is `wanted`.
    """
    named = {name for one in wanted for name in one.names} | {""}
    if found := _years_in(grid, heads, heads.first - 1, named):
        return heads, found
    below = _years_in(grid, heads, heads.first, named)
    if len(below) > 1 and not _says_something(grid, heads):
        return Heads(heads.first + 1, heads.places, heads.faults), below
    return heads, {}


def _years_in(grid: Grid, heads: Heads, row: int, named: Container[str]) -> dict[int, int]:
    if not 0 <= row < len(grid.rows):
        return {}
    free = (column for column in range(len(grid.rows[row])) if column not in heads.places.values())
    return {column: year for column in free if (year := _year(grid.shown_at(row, column), named))}


def _says_something(grid: Grid, heads: Heads) -> bool:
    """Whether the row under the heads stands under one of them with words of its own: then it is a line of the table.

    A head over two rows shows its own words again there.
    """
    over, row = heads.first - 1, heads.first
    return any(grid.shown_at(row, place) not in (None, grid.shown_at(over, place)) for place in heads.places.values())


def _year(cell: Cell, named: Container[str]) -> int | None:
    text = bare(cell) if isinstance(cell, str) else str(cell) if isinstance(cell, Fraction) else ""
    found = A_YEAR.fullmatch(text)
    return int(found[2]) if found and found[1] in named else None
