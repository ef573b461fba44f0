"""What a list of units had better be looked at for: columns left aside, what is missing, what looks like another."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from thidua.core.answer import Sentence
from thidua.core.returned.grid import Fault, Grid, cell_name
from thidua.core.returned.heads import Heads
from thidua.core.returned.lists import NUMBERING
from thidua.core.texts import folded
from thidua.core.workflow.importing import Outcome
from thidua.gateways.returned.cells import said
from thidua.records.directory.models import Unit
from thidua.records.runs.told import RowRead

NAMED_AT_MOST = 5
ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10"}
LEVEL = re.compile(r"\b(?:tinh|thanh pho|tp)\b\.?")


def heads_read(grid: Grid, heads: Heads) -> dict[str, list[str]]:
    """The columns that were read, and those that were left aside with their letters."""
    row = heads.first - 1
    labels = {column: grid.shown_at(row, column) for column in range(len(grid.rows[row]))}
    texts = {column: label for column, label in labels.items() if isinstance(label, str) and label}
    read = set(heads.places.values())
    aside = [column for column in texts if column not in read and folded(texts[column]).strip(". ") not in NUMBERING]
    return {
        "read": [texts.get(column) or said(labels.get(column)) for column in sorted(read)],
        "aside": [f"“{texts[column][:60]}” ({cell_name(0, column)[:-1]})" for column in aside],
    }


def looked_at_again(rows: Sequence[RowRead], places: Mapping[str, int], there: Iterable[Unit]) -> Iterator[Fault]:
    """Notes on the list as a whole; none of them keeps it."""
    yield from _lacking(
        "list.without_address", [row for row in rows if _lacks_address(row)] if "email" in places else []
    )
    if any(row.values.get("bloc") for row in rows):
        yield from _lacking("list.without_bloc", [row for row in rows if not row.values.get("bloc")])
    yield from _blocs_alike(rows)
    yield from _units_alike(rows, there)


def _lacks_address(row: RowRead) -> bool:
    return not row.values.get("email")


def _lacking(key: str, rows: Sequence[RowRead]) -> Iterator[Fault]:
    if rows:
        names = tuple(row.name for row in rows[:NAMED_AT_MOST])
        more = max(0, len(rows) - NAMED_AT_MOST)
        yield Fault(Sentence(f"{key}_and_more" if more else key, names=names, more=more), rows[0].sheet)


def _blocs_alike(rows: Sequence[RowRead]) -> Iterator[Fault]:
    """Names of blocs that differ in a figure's way of writing, in capitals or in marks."""
    alike: dict[str, dict[str, RowRead]] = defaultdict(dict)
    for row in rows:
        if bloc := row.values.get("bloc"):
            alike[_bloc_bare(bloc)].setdefault(bloc, row)
    for named in alike.values():
        first, *others = named
        for other in others:
            yield Fault(Sentence("list.blocs_alike", first=first, other=other), named[other].sheet, named[other].cell)


def _bloc_bare(name: str) -> str:
    return " ".join(ROMAN.get(word, word) for word in re.findall(r"\w+", folded(name)))


def _units_alike(rows: Sequence[RowRead], there: Iterable[Unit]) -> Iterator[Fault]:
    """New units called as another one but for the word "tỉnh" or "thành phố"."""
    known = {_unit_bare(unit.name): unit.name for unit in there if unit.dissolved_on is None}
    for row in rows:
        other = known.setdefault(_unit_bare(row.name), row.name)
        if row.outcome is Outcome.NEW and other != row.name:
            yield Fault(Sentence("list.units_alike", name=row.name, other=other), row.sheet, row.cell)


def _unit_bare(name: str) -> str:
    return " ".join(LEVEL.sub(" ", folded(name)).split())
