"""A returned form of results: one unit, one period, a row for each indicator."""

from collections.abc import Mapping

from thidua.base.clock import today
from thidua.core.answer import Sentence
from thidua.core.measuring import Allowed, Form, faults_of
from thidua.core.returned.forms import (
    BOTTOM,
    MARK_SHEET,
    NOTE,
    PROOF,
    PROOF_BY,
    PROOF_DAY,
    RESULT_COLUMNS,
    RESULTS,
    TOP,
    VALUE,
    stood_in,
)
from thidua.core.returned.heads import Heads
from thidua.core.workflow.handing_in import OPEN_FOR_ENTRY
from thidua.gateways.excel.reading import Book
from thidua.gateways.returned.cells import Cells
from thidua.gateways.returned.paper import paper_in
from thidua.gateways.returned.tables import MOST_NOTE, Table
from thidua.gateways.returned.units import Members
from thidua.records.results.models import Report, Result
from thidua.records.results.queries.evidence import shown_in
from thidua.records.results.queries.reports import allowed_in, lines_to_fill, report_of
from thidua.records.results.reached import MOST_ISSUER, MOST_NUMBER, Proof, Reached
from thidua.records.results.steps.lines import as_kept
from thidua.records.runs.told import FileRead, RowRead
from thidua.records.seasons.models import BlocSeason


class ResultForms:
    """Reads the forms of one period: what they share is asked for once.

    `is_draft` for a unit's own: lines may wait for their figures, and the paper is still to be signed.
    """

    def __init__(self, bloc: BlocSeason, period: str, *, is_draft: bool = False) -> None:
        self.period, self.is_draft = period, is_draft
        self.members = Members(bloc)

    def read(self, book: Book) -> FileRead:
        found = self.members.whose(book, RESULTS, self.period, RESULT_COLUMNS)
        if found.member is None or found.grid is None:
            return FileRead(faults=found.faults)
        report = report_of(found.member, self.period)
        stood = stood_in(book.named(MARK_SHEET))
        table = _ResultTable(Cells(found.grid), found.heads, report, stood, is_draft=self.is_draft)
        rows = list(table.rows())
        told = {} if self.is_draft else paper_in(table.cells)
        faults = [*found.faults, *found.heads.faults, *table.cells.faults]
        if report.handing not in OPEN_FOR_ENTRY:
            faults = [found.fault("import.handed_in_already"), *faults]
        return FileRead(found.member.short_name, report.token, report.version, told, rows, faults)


class _ResultTable(Table[Result]):
    filled = (TOP, BOTTOM, VALUE)

    def __init__(self, cells: Cells, heads: Heads, report: Report, stood: Mapping[str, str], *, is_draft: bool) -> None:
        super().__init__(cells, heads, list(lines_to_fill(report)))
        self.is_draft = is_draft
        self.allowed: Mapping[int, Allowed] = allowed_in(report)
        self.shown, self.stood = shown_in(report), stood

    def read(self, row: int, line: Result) -> RowRead:
        before = len(self.cells.faults)
        reached, at = self._reached(row, line)
        if len(self.cells.faults) == before:
            name = line.indicator.name
            faults = faults_of(name, line.form, reached.measured, self.allowed.get(line.indicator_id))
            if reached.measured.is_empty and not reached.note and not self.is_draft:
                faults = [Sentence("report.no_figure", name=name)]
            self.cells.faults += [self.cells.grid.fault(fault, row, at) for fault in faults]
        proof = self._proof(row, line)
        kept, there = _as_staged(reached, reached.note), _as_staged(line, line.note)
        if proof is not None and self._is_new(proof, line):
            kept |= proof.as_kept
        return self.as_row(row, at, line, kept=kept, there=there)

    def _is_new(self, proof: Proof, line: Result) -> bool:
        """What the form brought along was typed by nobody: withdrawn since, it stays withdrawn."""
        was_there = proof.as_marked == self.stood.get(line.indicator.code)
        return not was_there and (line.pk, proof.number, proof.dated_on) not in self.shown

    def _proof(self, row: int, line: Result) -> Proof | None:
        """The document that a row names, which needs number and day; one that stands there already is none anew."""
        before, places = len(self.cells.faults), self.heads.places
        if PROOF.key not in places:
            return None
        number = self.cells.text(row, places.get(PROOF.key), most=MOST_NUMBER)
        issuer = self.cells.text(row, places.get(PROOF_BY.key), most=MOST_ISSUER)
        on = self.cells.day(row, places[PROOF_DAY.key]) if PROOF_DAY.key in places else None
        if len(self.cells.faults) > before or not (number or on or issuer):
            return None
        at = self.place(PROOF_DAY.key if number else PROOF.key)
        if not number or on is None:
            self.cells.fault("import.proof_lacks", row, at, name=line.indicator.name)
            return None
        if on > today():
            self.cells.fault("evidence.from_later", row, at, dated_on=on)
        return Proof(number, on, issuer)

    def _reached(self, row: int, line: Result) -> tuple[Reached, int]:
        """What stands in a row, and the column that is named where it is wrong."""
        places = self.heads.places
        note = self.cells.text(row, places.get(NOTE.key), most=MOST_NOTE)
        value = places.get(VALUE.key)
        if line.form is Form.NUMBER:
            return Reached(value=self.cells.figure(row, value), note=note), self.place(VALUE.key)
        if line.form is Form.WORDS:
            return Reached(is_met=self.cells.met(row, value), note=note), self.place(VALUE.key)
        top, bottom = self.cells.ratio(row, value) or (
            self.cells.figure(row, places.get(TOP.key)),
            self.cells.figure(row, places.get(BOTTOM.key)),
        )
        return Reached(numerator=top, denominator=bottom, note=note), self.place(TOP.key, VALUE.key)


def _as_staged(row: Result | Reached, note: str) -> dict[str, str]:
    """Figures and note that are known, as texts by column."""
    return as_kept(row) | ({"note": note} if note else {})
