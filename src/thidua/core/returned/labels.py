"""What stands beside a label in a sheet: "Số báo cáo: 38/BC-STP", in the same cell or in one further right."""

from collections.abc import Collection

from thidua.core.returned.grid import Cell, Grid, Place
from thidua.core.texts import folded

CELLS_FURTHER = 8


def beside(grid: Grid, names: Collection[str]) -> tuple[Cell, Place | None]:
    """What stands beside the first label of these names, without marks, and in which cell it should stand."""
    for row, cells in enumerate(grid.rows):
        for column, cell in enumerate(cells):
            if not isinstance(cell, str):
                continue
            label, colon, rest = cell.partition(":")
            if folded(label.strip()) in names:
                return _value(grid, row, column, rest.strip() if colon else "")
    return None, None


def _value(grid: Grid, row: int, column: int, rest: str) -> tuple[Cell, Place]:
    if rest:
        return rest, (row, column)
    column = max((right for (top, left), (_, right) in grid.merged if (top, left) == (row, column)), default=column)
    for place in range(column + 1, column + 1 + CELLS_FURTHER):
        cell = grid.at(row, place)
        if cell is not None:
            is_label = isinstance(cell, str) and cell.endswith(":")
            return (None, (row, column + 1)) if is_label else (cell, (row, place))
    return None, (row, column + 1)
