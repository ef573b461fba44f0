"""From the text of a sheet to a Sheet, with all of its faults at once."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from thidua.core.answer import Sentence
from thidua.core.points import NEVER, Points, RoundAt, Rounding, RoundMode
from thidua.core.read import ReadError, Table, no_rows, read_table
from thidua.core.scoring.checks import faults_of
from thidua.core.scoring.formulas import code_of, name_of, read_formula
from thidua.core.scoring.sheet import Criterion, FromIndicator, Group, GroupKind, NotApplicable, Sheet, Take

T = TypeVar("T")


def parse(text: str) -> Sheet:
    """The score sheet written in `text` (YAML; the JSON schema beside the library describes it).

    Raises ReadError with one sentence, naming its line, for each fault that could be found:
    wrong entries first; where there are none, sums and codes that do not agree.
    """
    table = read_table(text)
    sheet = _Reading(table).sheet()
    if faults := faults_of(sheet, table):
        raise ReadError(*_by_line(faults))
    return sheet


class _Reading:
    """Reads a sheet and gathers what is wrong criterion by criterion, so that one look mends it all."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.found: list[Sentence] = []

    def sheet(self) -> Sheet:
        """Raises ReadError with everything found."""
        sheet = self.tried(self._sheet)
        if self.found or sheet is None:
            raise ReadError(*_by_line(self.found))
        return sheet

    def tried(self, call: Callable[[], T]) -> T | None:
        try:
            return call()
        except ReadError as wrong:
            self.found += wrong.sentences
            return None

    def _sheet(self) -> Sheet:
        table = self.table.only("code", "name", "year", "made_up", "source", "maximum", "round", "tie_breaks", "groups")
        groups = tuple(self._groups())
        return Sheet(
            code=code_of(table),
            name=name_of(table),
            year=table.whole("year"),
            maximum=table.number("maximum"),
            rounding=_rounding(table),
            tie_breaks=tuple(table.rows("tie_breaks", no_rows()).texts()),
            made_up=table.flag("made_up", False),
            source=table.text("source", ""),
            groups=groups,
        )

    def _groups(self) -> Iterator[Group]:
        for row in self.table.rows("groups").tables():
            group = self.tried(lambda row=row: self._group(row))  # type: ignore[misc]
            if group is not None:
                yield group

    def _group(self, row: Table) -> Group:
        row.only("code", "name", "kind", "maximum", "criteria")
        kind = GroupKind(row.one_of("kind", tuple(GroupKind), GroupKind.BASE))
        listed = row.rows("criteria").tables()
        criteria = [self.tried(lambda one=one: _criterion(one, kind)) for one in listed]  # type: ignore[misc]
        return Group(
            code=code_of(row),
            name=name_of(row),
            kind=kind,
            maximum=None if kind is not GroupKind.BASE and row.get("maximum") == "none" else row.number("maximum"),
            criteria=tuple(one for one in criteria if one is not None),
        )


def _by_line(faults: list[Sentence]) -> list[Sentence]:
    return sorted(faults, key=lambda one: int(one.values["line"]))


def _criterion(row: Table, kind: GroupKind) -> Criterion:
    row.only("code", "name", "maximum", "from", "formula", "evidence", "not_applicable")
    maximum = row.number("maximum")
    evidence = row.one_of("evidence", ("file", "required", "optional"), "optional")
    return Criterion(
        code=code_of(row),
        name=name_of(row),
        maximum=maximum,
        formula=read_formula(row.table("formula"), maximum),
        source=_source(row),
        evidence_required=evidence != "optional",
        file_required=evidence == "file",
        not_applicable=NotApplicable(row.one_of("not_applicable", tuple(NotApplicable), NotApplicable.NOT_OFFERED)),
    )


def _source(row: Table) -> FromIndicator | None:
    if row.get("from") == "entry":
        return None
    source = row.table("from").only("indicator", "take")
    return FromIndicator(source.text("indicator"), Take(source.one_of("take", tuple(Take))))


def _rounding(table: Table) -> Rounding:
    if "round" not in table:
        return NEVER
    row = table.table("round").only("to", "at", "mode")
    at = RoundAt(row.one_of("at", tuple(RoundAt)))
    mode = RoundMode(row.one_of("mode", tuple(RoundMode), RoundMode.HALF_UP))
    return Rounding(Points(row.number("to")), at, mode)
