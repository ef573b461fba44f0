"""Runs, files and rows as their pages show them."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.core.measuring import Measured
from thidua.core.workflow.importing import FileState, RunState
from thidua.pages.results.words import said
from thidua.pages.shared.figures import day
from thidua.records.results.reached import proof_of
from thidua.records.runs.models import Run, RunFile, StagedRow
from thidua.records.seasons.models import BlocSeason

LOOKS = {FileState.FAULTY: "late", FileState.READ: "done", FileState.APPLIED: "done", FileState.WAITING: "due"}


@dataclass(frozen=True)
class ShownRun:
    """`is_open` while it waits to be applied, `is_applied` while it may be withdrawn."""

    run: Run
    period: str
    state: str

    @property
    def is_open(self) -> bool:
        return self.run.at_state is RunState.READ

    @property
    def is_applied(self) -> bool:
        return self.run.at_state is RunState.APPLIED


def shown_run(run: Run, names: Mapping[str, str]) -> ShownRun:
    """`names` of what runs are about, by their part."""
    return ShownRun(run, names.get(run.part, run.part), say(Sentence(f"import.is_{run.state}")))


@dataclass(frozen=True)
class ShownFault:
    """Where, as "Kết quả, ô H12", and what."""

    sheet: str
    cell: str
    text: str


@dataclass(frozen=True)
class ShownFile:
    file: RunFile
    state: str
    look: str
    faults: list[ShownFault]

    @property
    def more(self) -> int:
        """Faults that are not kept one by one."""
        return self.file.faults_in_all - len(self.faults)

    @property
    def may_be_left_out(self) -> bool:
        return self.file.at_state in (FileState.READ, FileState.FAULTY) and self.file.file_id is not None


def shown_file(file: RunFile) -> ShownFile:
    faults = [ShownFault(fault.sheet, fault.cell, say(fault.sentence)) for fault in file.told_faults]
    state = say(Sentence(f"import.file.{file.state}"))
    return ShownFile(file, state, LOOKS.get(file.at_state, "plain"), faults)


@dataclass(frozen=True)
class Change:
    """One row of a file: its cell, what stands in the records and what the file says."""

    name: str
    cell: str
    outcome: str
    before: str
    after: str
    proof: str
    note: str


def changes_of(bloc: BlocSeason, file: RunFile) -> list[Change]:
    units = dict(bloc.indicators.values_list("code", "unit_of_measure"))
    return [_change(row, units.get(row.key, "")) for row in file.rows.all()]


def _change(row: StagedRow, unit: str) -> Change:
    before, after = _figure(row.before, unit), _figure(row.values, unit)
    proof = proof_of(row.values)
    named = ", ".join(filter(None, (proof.number, day(proof.dated_on), proof.issuer))) if proof else ""
    return Change(row.name, row.cell, row.outcome, before, after, named, row.values.get("note", ""))


def _figure(kept: Mapping[str, str], unit: str) -> str:
    figures = {name: Fraction(kept[name]) for name in ("numerator", "denominator", "value") if name in kept}
    is_met = {"True": True, "False": False}.get(kept.get("is_met", ""))
    return said(Measured(is_met=is_met, **figures), unit)
