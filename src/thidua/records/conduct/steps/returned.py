"""What forms of each kind become: how they are entered, what is built upon them since, how they are taken back."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any, TypeVar

from thidua.core.actor import Actor
from thidua.core.answer import Sentence
from thidua.core.returned.forms import COMMITMENTS, RESULTS
from thidua.core.workflow.handing_in import Handing
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.desk.queries import entries_of
from thidua.records.desk.steps.entries import SourcePaper
from thidua.records.results.models import Report
from thidua.records.results.reached import Proof, Reached, proof_of, reached_of
from thidua.records.results.steps.returned import (
    Returned,
    built_upon,
    enter_returned,
    locked_of,
    take_back_returned,
)
from thidua.records.runs.models import RunFile, StagedRow
from thidua.records.scores.models import ScoreCard
from thidua.records.seasons.models import BlocSeason, CommitmentSet
from thidua.records.seasons.steps.figures import Figures
from thidua.records.seasons.steps.returned import (
    ReturnedSheet,
    enter_returned_sheets,
    is_text_fixed,
    locked_sheets,
    take_back_returned_sheets,
)

SOURCE = "Biểu Excel đơn vị gửi"  # kept with the data, so Vietnamese
Rows = Mapping[int, Sequence[StagedRow]]  # by key of the file
HandedIn = TypeVar("HandedIn", Report, CommitmentSet)


@dataclass(frozen=True)
class Kind:
    """What is done with the forms of one kind.

    `lock` gives the rows that files are about, by token; `enter` and `take_back` take them, `built_upon` names what
    stands in the way of taking back.
    """

    lock: Callable[[BlocSeason, Collection[str]], Mapping[str, Any]]
    enter: Callable[..., dict[str, dict[str, object]]]
    built_upon: Callable[[BlocSeason, Collection[RunFile], Mapping[str, Any]], list[Sentence]]
    take_back: Callable[..., None]


def _enter_reports(
    bloc: BlocSeason, files: Sequence[RunFile], rows: Rows, reports: Mapping[str, Report], *, by: Actor, at: datetime
) -> dict[str, dict[str, object]]:
    forms = [
        Returned(
            file.subject,
            file.seen_version,
            _reached_of(rows[file.pk], "values"),
            _paper_of(file),
            _proofs_of(rows[file.pk]),
        )
        for file in files
    ]
    return enter_returned(bloc, forms, reports, by=by, at=at)


def _take_back_reports(
    files: Sequence[RunFile], rows: Rows, reports: Mapping[str, Report], *, by: Actor, at: datetime
) -> None:
    before = {file.subject: _reached_of(rows[file.pk], "before") for file in files}
    take_back_returned(before, reports, since=_applied_at(files), by=by, at=at)


def _reached_of(rows: Sequence[StagedRow], column: str) -> dict[str, Reached]:
    return {row.key: reached_of(getattr(row, column)) for row in rows}


def _proofs_of(rows: Sequence[StagedRow]) -> dict[str, Proof]:
    found = {row.key: proof_of(row.values) for row in rows}
    return {code: proof for code, proof in found.items() if proof is not None}


def _applied_at(files: Collection[RunFile]) -> datetime:
    """Of the run that they are of: the instant at which all that it brought came."""
    at = next(iter(files)).run.applied_at
    assert at is not None
    return at


def _is_met(kept: Mapping[str, str]) -> bool | None:
    return kept["is_met"] == "True" if "is_met" in kept else None


def _paper_of(file: RunFile) -> SourcePaper:
    told = file.told
    dated_on = date.fromisoformat(told["dated_on"])
    return SourcePaper(SOURCE, told["number"], dated_on, told["signer_name"], told["signer_title"], file.file)


def _built_upon_reports(bloc: BlocSeason, files: Collection[RunFile], reports: Mapping[str, Report]) -> list[Sentence]:
    rows = list(reports.values())
    return [*built_upon(rows, since=_applied_at(files)), *_judged(reports), *_carded(rows), *_changed(files, reports)]


def _judged(rows: Mapping[str, HandedIn]) -> Iterator[Sentence]:
    for token, entry in entries_of(rows.values()).items():
        if entry.state != EntryOnBehalf.State.STANDING:
            unit = rows[token].membership.short_name
            yield Sentence("import.built_judged", unit=unit, state=Sentence(f"entry.state.{entry.state}"))


def _carded(reports: Sequence[Report]) -> Iterator[Sentence]:
    """Cards that were pre-filled from the figures and that somebody has touched or handed in."""
    members = {report.membership_id: report.membership for report in reports}
    for card in ScoreCard.objects.filter(membership__in=members).order_by("membership__position", "pk"):
        if card.version > 1 or card.handing is not Handing.DRAFT:
            yield Sentence("import.built_card", unit=members[card.membership_id].short_name)


def _changed(files: Collection[RunFile], rows: Mapping[str, HandedIn]) -> Iterator[Sentence]:
    for file in files:
        row = rows[file.subject]
        if row.version != file.seen_version or row.handing is not Handing.SIGNED:
            yield Sentence("import.built_changed", unit=row.membership.short_name)


def _enter_sheets(
    bloc: BlocSeason,
    files: Sequence[RunFile],
    rows: Rows,
    sheets: Mapping[str, CommitmentSet],
    *,
    by: Actor,
    at: datetime,
) -> dict[str, dict[str, object]]:
    forms = [
        ReturnedSheet(file.subject, file.seen_version, _figures_of(rows[file.pk], "values"), _paper_of(file))
        for file in files
    ]
    return enter_returned_sheets(bloc, forms, sheets, by=by, at=at)


def _take_back_sheets(
    files: Sequence[RunFile], rows: Rows, sheets: Mapping[str, CommitmentSet], *, by: Actor, at: datetime
) -> None:
    before = {file.subject: _figures_of(rows[file.pk], "before") for file in files}
    take_back_returned_sheets(before, sheets, by=by, at=at)


def _figures_of(rows: Sequence[StagedRow], column: str) -> dict[str, Figures]:
    return {row.key: _figures(getattr(row, column)) for row in rows}


def _figures(kept: Mapping[str, str]) -> Figures:
    registered, last_year = (Fraction(kept[name]) if name in kept else None for name in ("value", "last_year"))
    return Figures(registered, _is_met(kept), last_year, kept.get("note", ""))


def _built_upon_sheets(
    bloc: BlocSeason, files: Collection[RunFile], sheets: Mapping[str, CommitmentSet]
) -> list[Sentence]:
    fixed = [Sentence("import.built_pact")] if is_text_fixed(bloc) else []
    return [*fixed, *_judged(sheets), *_changed(files, sheets)]


KINDS = {
    RESULTS: Kind(lambda _, tokens: locked_of(tokens), _enter_reports, _built_upon_reports, _take_back_reports),
    COMMITMENTS: Kind(locked_sheets, _enter_sheets, _built_upon_sheets, _take_back_sheets),
}
