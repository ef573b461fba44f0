"""A staged file as what the results take, and what was built upon what a run has entered."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from thidua.core.answer import Sentence
from thidua.core.workflow.handing_in import Handing
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.desk.queries import entries_of
from thidua.records.desk.steps.entries import SourcePaper
from thidua.records.results.models import Report
from thidua.records.results.reached import Reached
from thidua.records.results.steps.returned import Returned, built_upon
from thidua.records.runs.models import RunFile, StagedRow
from thidua.records.scores.models import ScoreCard

SOURCE = "Biểu Excel đơn vị gửi"  # kept with the data, so Vietnamese


def form_of(file: RunFile, rows: Sequence[StagedRow]) -> Returned:
    figures = {row.key: reached_of(row.values) for row in rows}
    return Returned(file.subject, file.seen_version, figures, _paper_of(file) if file.run.on_behalf else None)


def reached_of(kept: Mapping[str, str]) -> Reached:
    """What stands in a staged row, texts by column."""
    figures = {column: Fraction(kept[column]) for column in ("numerator", "denominator", "value") if column in kept}
    is_met = kept["is_met"] == "True" if "is_met" in kept else None
    return Reached(**figures, is_met=is_met, note=kept.get("note", ""))


def _paper_of(file: RunFile) -> SourcePaper:
    told = file.told
    dated_on = date.fromisoformat(told["dated_on"])
    return SourcePaper(SOURCE, told["number"], dated_on, told["signer_name"], told["signer_title"], file.file)


def what_stands_upon(files: Collection[RunFile], reports: Mapping[str, Report]) -> list[Sentence]:
    """Everything for which the figures were used since they were entered, each named with its unit."""
    rows = list(reports.values())
    return [*built_upon(rows), *_judged(reports), *_carded(rows), *_changed(files, reports)]


def _judged(reports: Mapping[str, Report]) -> Iterator[Sentence]:
    for token, entry in entries_of(reports.values()).items():
        if entry.state != EntryOnBehalf.State.STANDING:
            unit = reports[token].membership.short_name
            yield Sentence("import.built_judged", unit=unit, state=Sentence(f"entry.state.{entry.state}"))


def _carded(reports: Sequence[Report]) -> Iterator[Sentence]:
    """Cards that were pre-filled from the figures and that somebody has touched or handed in."""
    members = {report.membership_id: report.membership for report in reports}
    for card in ScoreCard.objects.filter(membership__in=members).order_by("membership__position", "pk"):
        if card.version > 1 or card.handing is not Handing.DRAFT:
            yield Sentence("import.built_card", unit=members[card.membership_id].short_name)


def _changed(files: Collection[RunFile], reports: Mapping[str, Report]) -> Iterator[Sentence]:
    for file in files:
        report = reports[file.subject]
        if report.version != file.seen_version or report.handing is not Handing.SIGNED:
            yield Sentence("import.built_changed", unit=report.membership.short_name)
