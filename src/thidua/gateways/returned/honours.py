"""A register of honours: every sheet with names and what they were given, each row read into entries of records."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from thidua.base.clock import today
from thidua.core.answer import Sentence
from thidua.core.law.history import AwardType
from thidua.core.returned.grid import Fault, Grid
from thidua.core.returned.heads import Heads, find_heads
from thidua.core.returned.honours import COLUMNS, MOST, MOST_ROWS, NAME, SAYING, WHAT
from thidua.core.returned.yearly import with_years
from thidua.core.texts import folded
from thidua.core.workflow.importing import Outcome
from thidua.gateways.excel.reading import Book
from thidua.gateways.returned.cells import Cells, said
from thidua.gateways.returned.entries import Entries, Read
from thidua.gateways.returned.looking import heads_read
from thidua.gateways.returned.whose import Known
from thidua.gateways.returned.works import works_amiss
from thidua.records.awards.models import Entry, Rating
from thidua.records.awards.steps.clashes import alike, standing_like
from thidua.records.awards.steps.staging import as_staged
from thidua.records.awards.steps.writing import blank, faults, write
from thidua.records.awards.told import EntryTold, HonourTold, Whose
from thidua.records.directory.models import Unit
from thidua.records.runs.told import FileRead, RowRead

YEAR = re.compile(r"(?:19|20)\d\d")
OF_A_YEAR = re.compile(r"\bnam\s+((?:19|20)\d\d)\b")
SIGNED = re.compile(r"(?:noi nhan|nguoi lap|tong cong|tong so|cong:)")


class HonourBooks:
    """Reads registers of one unit; whom they may name is asked for once."""

    def __init__(self, unit: Unit) -> None:
        self.unit, self.known = unit, Known(unit, today())

    def read(self, book: Book) -> FileRead:
        tables = [one for grid in book.shown if (one := _Table.of(grid)).is_one]
        if not tables:
            return FileRead(faults=[Fault(Sentence("register.no_table", name=book.name))])
        sheets = [_Sheet(table, self.known, book.name) for table in tables]
        found = [one for sheet in sheets for one in sheet.read()]
        wrong = [fault for table in tables for fault in table.heads.faults]
        wrong += [fault for sheet in sheets for fault in sheet.cells.faults]
        rows, more = _beside_the_records(found)
        wrong += [*more, *works_amiss(found, [row.outcome for row in rows])]
        if not found and not wrong:
            wrong = [Fault(Sentence("register.is_empty"), tables[0].grid.name)]
        if len(found) > MOST_ROWS:
            wrong = [Fault(Sentence("register.too_many", most=MOST_ROWS))]
        told = {"heads": _heads_of(tables), "notes": [one.as_written() for one in _notes(found)]}
        return FileRead(about=self.unit.short_name, told=told, rows=rows, faults=wrong)


@dataclass(frozen=True)
class _Table:
    """A sheet with its heads; `years` are the columns that stand for a year each."""

    grid: Grid
    heads: Heads
    years: Mapping[int, int]

    @classmethod
    def of(cls, grid: Grid) -> "_Table":
        return cls(grid, *with_years(grid, find_heads(grid, COLUMNS), SAYING))

    @property
    def is_one(self) -> bool:
        says = any(one.key in self.heads.places for one in SAYING) or bool(self.years)
        return NAME.key in self.heads.places and says

    @property
    def all_heads(self) -> Heads:
        """With the columns of single years among them."""
        years = {str(year): column for column, year in self.years.items()}
        return Heads(self.heads.first, self.heads.places | years)


def _heads_of(tables: Sequence[_Table]) -> dict[str, list[str]]:
    each = [heads_read(table.grid, table.all_heads) for table in tables]
    return {name: list(dict.fromkeys(text for one in each for text in one[name])) for name in ("read", "aside")}


class _Sheet:
    """One table; a row without a name is of whom the row above names, as in a book with merged cells."""

    def __init__(self, table: _Table, known: Known, book: str) -> None:
        self.cells, self.known, self.years = Cells(table.grid), known, table.years
        self.places, self.first = table.heads.places, table.heads.first
        self.year = _year_over(table.grid, self.first)
        self.book = book
        self._name, self._place = "", ""
        self._told_of: set[str] = set()

    def read(self) -> Iterator[Read]:
        for row in range(self.first, len(self.cells.grid.rows)):
            says = [one.key for one in SAYING if self._text(row, one.key)]
            says_by_year = [column for column in self.years if said(self.cells.grid.at(row, column)).strip()]
            name = self._shown(row, "name")
            if SIGNED.match(folded(name)):
                continue
            if not says and not says_by_year:
                self._expects_content(row)
                continue
            self._name, self._place = (name, self._shown(row, "unit")) if name else (self._name, self._place)
            if self._name:
                yield from self._entries(row, says, says_by_year)
            else:
                self.cells.fault("register.no_name", row, self.places["name"])

    def _expects_content(self, row: int) -> None:
        """A line may be empty, or name somebody only; one that says which kind of entry it is says which entry."""
        if self._text(row, "kind") and (place := self.places.get("what")) is not None:
            self.cells.fault("register.no_content", row, place)

    def _entries(self, row: int, says: Sequence[str], says_by_year: Sequence[int]) -> Iterator[Read]:
        whose = self.known.find(self._name, self._place)
        if isinstance(whose, Sentence):
            if self._name not in self._told_of:  # once for all rows of an unknown name
                self.cells.faults.append(self.cells.grid.fault(whose, row, self.places["name"]))
            self._told_of.add(self._name)
            return
        entries = Entries(self.cells, self.places, row, whose, year=self.year, book=self.book)
        for key in says:
            yield from self._sound(whose, entries.told_in(key), row, self.places[key])
        for column in says_by_year:
            # What else stands in the row is of no one year.
            places = {NAME.key: self.places[NAME.key], WHAT.key: column}
            of_year = Entries(self.cells, places, row, whose, year=self.years[column], book=self.book)
            yield from self._sound(whose, of_year.told_together(), row, column)

    def _sound(self, whose: Whose, all_told: Iterable[EntryTold], row: int, column: int) -> Iterator[Read]:
        """Those that a record could hold; of others the cell is told."""
        for told in all_told:
            one = Read(whose, told, self.cells.grid, row, column, self.places.get("used"))
            wrong = list(faults(whose, told, today=today()))
            self.cells.faults += [one.fault(sentence) for sentence in wrong]
            if not wrong:
                yield one

    def _text(self, row: int, key: str) -> str:
        cell = self.cells.grid.at(row, self.places[key]) if key in self.places else None
        return said(cell).strip()

    def _shown(self, row: int, key: str) -> str:
        if key not in self.places:
            return ""
        return said(self.cells.grid.shown_at(row, self.places[key])).strip()[: MOST[key]]


def _year_over(grid: Grid, first: int) -> int | None:
    """The year of all rows where a sheet is one year's: "Năm 2019" as its name or in the title over its heads."""
    if named := YEAR.fullmatch(grid.name.strip()):
        return int(named[0])
    over = [folded(cell) for row in grid.rows[:first] for cell in row if isinstance(cell, str)]
    for text in (folded(grid.name), *over):
        if found := OF_A_YEAR.search(text):
            return int(found[1])
    return None


def _beside_the_records(found: Sequence[Read]) -> tuple[list[RowRead], list[Fault]]:
    """Each entry as a new one or as one that stands; what stands otherwise, or comes twice, is a fault."""
    entries = [_entry(one.whose, one.told) for one in found]
    rows: list[RowRead] = []
    wrong: list[Fault] = []
    seen: dict[tuple[object, ...], Read] = {}
    for one, entry, there in zip(found, entries, standing_like(entries), strict=True):
        first = seen.setdefault((type(entry), *alike(entry)), one)
        if first is not one:
            wrong.append(one.fault(Sentence("register.twice", whose=str(one.whose), first=first.where)))
        elif isinstance(entry, Rating) and isinstance(there, Rating) and entry.level != there.level:
            stands = Sentence(f"rating.level.{there.level}")
            told = Sentence("register.rated_otherwise", whose=str(one.whose), year=str(there.year), level=stands)
            wrong.append(one.fault(told))
        outcome = Outcome.NEW if there is None else Outcome.SAME
        values = as_staged(one.told)
        rows.append(RowRead(one.whose.token, str(one.whose), one.grid.name, one.where, outcome, values, {}))
    return rows, wrong


def _entry(whose: Whose, told: EntryTold) -> Entry:
    row = blank(whose, told)
    write(row, told)
    return row


def _notes(found: Sequence[Read]) -> Iterator[Fault]:
    """What had better be looked at; a register is taken over with it."""
    untyped = [one for one in found if isinstance(one.told, HonourTold) and one.told.type is AwardType.UNKNOWN]
    by_file = [one for one in found if one.told.decision.source]
    for key, those in (("register.note.untyped", untyped), ("register.note.by_file", by_file)):
        if those:
            yield those[0].fault(Sentence(key, count=len(those)))
