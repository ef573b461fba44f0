"""A returned form of registrations: one unit, what it undertakes for each indicator beside last year's figure."""

from thidua.base.rows import as_text
from thidua.core.answer import Sentence
from thidua.core.returned.forms import COMMITMENT_COLUMNS, COMMITMENTS, LAST_YEAR, REASON, REGISTERED
from thidua.core.workflow.handing_in import OPEN_FOR_ENTRY
from thidua.gateways.excel.reading import Book
from thidua.gateways.returned.cells import Cells
from thidua.gateways.returned.paper import paper_in
from thidua.gateways.returned.tables import MOST_NOTE, Table
from thidua.gateways.returned.units import Members
from thidua.records.runs.told import FileRead, RowRead
from thidua.records.seasons.models import BlocSeason, Commitment, Indicator
from thidua.records.seasons.queries.commitments import lines_of, sheet_of
from thidua.records.seasons.steps.figures import Figures, faults_of


class CommitmentForms:
    """Reads the forms of one run: what they share is asked for once."""

    def __init__(self, bloc: BlocSeason) -> None:
        self.members = Members(bloc)

    def read(self, book: Book) -> FileRead:
        found = self.members.whose(book, COMMITMENTS, "", COMMITMENT_COLUMNS)
        if found.member is None or found.grid is None:
            return FileRead(faults=found.faults)
        sheet = sheet_of(found.member)
        table = _CommitmentTable(Cells(found.grid), found.heads, list(lines_of(sheet)))
        rows = list(table.rows())
        told = paper_in(table.cells)
        faults = [*found.faults, *found.heads.faults, *table.cells.faults]
        if sheet.handing not in OPEN_FOR_ENTRY:
            faults = [found.fault("import.registered_already"), *faults]
        return FileRead(found.member.short_name, sheet.token, sheet.version, told, rows, faults)


class _CommitmentTable(Table[Commitment]):
    filled = (REGISTERED,)

    def read(self, row: int, line: Commitment) -> RowRead:
        before, places = len(self.cells.faults), self.heads.places
        in_words = line.indicator.kind != Indicator.Kind.NUMBER
        column = places.get(REGISTERED.key)
        figures = Figures(
            registered=None if in_words else self.cells.figure(row, column),
            met=self.cells.met(row, column) if in_words else None,
            last_year=None if in_words else self.cells.figure(row, places.get(LAST_YEAR.key)),
            reason=self.cells.text(row, places.get(REASON.key), most=MOST_NOTE),
        )
        at = self.place(REGISTERED.key)
        if len(self.cells.faults) == before:
            self.cells.faults += [self.cells.grid.fault(fault, row, at) for fault in _faults(line, figures)]
        there = Figures(line.registered, line.registered_met, line.last_year, line.reason)
        return self.as_row(row, at, line, kept=as_staged(figures), there=as_staged(there))


def _faults(line: Commitment, figures: Figures) -> list[Sentence]:
    if figures.registered is None and figures.met is None:
        return [Sentence("commitments.no_figure", name=line.indicator.name)]
    return faults_of(line, figures)


def as_staged(figures: Figures) -> dict[str, str]:
    """What is known of a line, texts by column."""
    exact = {"value": figures.registered, "last_year": figures.last_year}
    kept = {name: as_text(figure) for name, figure in exact.items() if figure is not None}
    kept |= {} if figures.met is None else {"is_met": str(figures.met)}
    return kept | ({"note": figures.reason} if figures.reason else {})
