"""Where the table of a sheet begins and which column is which, by the words over them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thidua.core.answer import Sentence
from thidua.core.returned.grid import Fault, Grid, cell_name
from thidua.core.texts import folded

ROWS_LOOKED_THROUGH = 30
COLUMNS_LOOKED_THROUGH = 60
DEPTHS = (1, 2)  # rows of heads


@dataclass(frozen=True)
class Wanted:
    """A column: `name` as our form writes it, `others` what offices write for it, without marks."""

    key: str
    name: str
    others: tuple[str, ...] = ()
    is_needed: bool = True

    @property
    def names(self) -> frozenset[str]:
        return frozenset({bare(self.name), *self.others})


@dataclass(frozen=True)
class Heads:
    """`first` is the first row under the heads, `places` the columns by their keys."""

    first: int
    places: dict[str, int]
    faults: tuple[Fault, ...] = ()


def find_heads(grid: Grid, wanted: Sequence[Wanted]) -> Heads:
    """The heads with the most columns that are wanted, in one row or two; what is missing or there twice is a fault."""
    tried = (
        _heads_at(grid, wanted, top, depth)
        for depth in DEPTHS
        for top in range(min(len(grid.rows), ROWS_LOOKED_THROUGH))
        if top + depth <= len(grid.rows)
    )
    best = max(tried, key=lambda heads: len(heads.places), default=Heads(0, {}))
    lacking = [one for one in wanted if one.is_needed and one.key not in best.places]
    rows = min(len(grid.rows), ROWS_LOOKED_THROUGH)
    missing = [Fault(Sentence("import.no_column", name=one.name, rows=rows), grid.name) for one in lacking]
    return Heads(best.first, best.places, (*best.faults, *missing))


def _heads_at(grid: Grid, wanted: Sequence[Wanted], top: int, depth: int) -> Heads:
    places: dict[str, int] = {}
    faults = []
    for column in range(min(COLUMNS_LOOKED_THROUGH, max(len(grid.rows[row]) for row in range(top, top + depth)))):
        labels = list(_labels(grid, top, depth, column))
        found = next((one for label in labels for one in wanted if label in one.names), None)
        if found is None:
            continue
        if found.key in places:
            row = top + depth - 1
            cells = (cell_name(row, places[found.key]), cell_name(row, column))
            faults.append(Fault(Sentence("import.column_twice", name=found.name, cells=cells), grid.name, cells[1]))
        places.setdefault(found.key, column)
    return Heads(top + depth, places, tuple(faults))


def _labels(grid: Grid, top: int, depth: int, column: int) -> Iterator[str]:
    """What stands over a column: its own words first, then with the words that it shares with its neighbours."""
    texts = [text for row in range(top, top + depth) if (text := bare(grid.shown_at(row, column)))]
    if texts and (depth == 1 or grid.shown_at(top + depth - 1, column)):
        yield texts[-1]
        yield " ".join(texts)


def bare(label: object) -> str:
    """Words alone: no marks, no remark in brackets, no star."""
    return " ".join(folded(re.sub(r"\(.*?\)|[*:]", " ", label)).split()) if isinstance(label, str) else ""
