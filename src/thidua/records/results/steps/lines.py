"""Writes figures into lines and evidence beside them; every fault of a report is told at once."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction

from thidua.base.days import local_day
from thidua.base.rows import as_text
from thidua.core.answer import NotPossible, Sentence, refuse
from thidua.core.measuring import faults_of
from thidua.records.directory.models import Unit
from thidua.records.papers.models import Paper
from thidua.records.papers.steps import Shown, papers_of_unit, papers_of_units
from thidua.records.results.models import Evidence, Measure, Report, Result
from thidua.records.results.queries.reports import allowed_in
from thidua.records.results.reached import Proof, Reached

COLUMNS = ("numerator", "denominator", "value", "is_met")


def enter_lines(report: Report, figures: Mapping[int, Reached]) -> dict[str, dict[str, str]]:
    """Writes what was typed, `figures` by key of the line; gives before and after of the lines that changed.

    Raises NotPossible with every fault of every line.
    """
    lines = list(report.lines.select_related("indicator"))
    require_sound(report, [(line, figures[line.pk]) for line in lines if line.pk in figures])
    changed, changes = [], {}
    for line in lines:
        if (typed := figures.get(line.pk)) is None:
            continue
        before = f"{as_said(line)} | {line.note}"
        put(line, typed)
        line.note = typed.note
        if (after := f"{as_said(line)} | {line.note}") != before:
            changes[line.indicator.code] = {"before": before, "after": after}
            changed.append(line)
    Result.objects.bulk_update(changed, [*COLUMNS, "note"])
    return changes


def require_sound(report: Report, typed: Iterable[tuple[Result, Measure | Reached]]) -> None:
    """Raises NotPossible with what is wrong in any of the figures, beside what is signed in the periods around."""
    allowed = allowed_in(report)
    faults = [
        fault
        for line, one in typed
        for fault in faults_of(line.indicator.name, line.form, one.measured, allowed.get(line.indicator_id))
    ]
    if faults:
        raise NotPossible(*faults)


def require_whole(report: Report) -> None:
    """Raises NotPossible naming every line with neither figure nor note, and every fault: periods around may
    have been signed since the figures were typed."""
    lines = list(report.lines.select_related("indicator"))
    if empty := [line.indicator.name for line in lines if line.measured.is_empty and not line.note]:
        raise NotPossible(*(Sentence("report.no_figure", name=name) for name in empty))
    require_sound(report, [(line, line) for line in lines])


def require_files(report: Report) -> None:
    """Raises NotPossible naming every line with a figure whose indicator asks for a file and that shows none."""
    asking = [line for line in report.lines.select_related("indicator") if line.indicator.needs_file]
    standing = Evidence.objects.filter(result__in=asking, withdrawn_at=None, paper__file__isnull=False)
    shown = set(standing.values_list("result", flat=True)) if asking else set()
    lacking = [line for line in asking if line.pk not in shown and not line.measured.is_empty]
    if lacking:
        raise NotPossible(*(Sentence("evidence.no_file", name=line.indicator.name) for line in lacking))


def put(row: Measure, reached: Reached | Measure) -> None:
    """Copies the figures; the caller saves."""
    for column in COLUMNS:
        setattr(row, column, getattr(reached, column))


def as_kept(row: Measure | Reached) -> dict[str, str]:
    """The figures that are known, as text by column."""
    parts = ((column, getattr(row, column)) for column in COLUMNS)
    return {
        column: as_text(part) if isinstance(part, Fraction) else str(part) for column, part in parts if part is not None
    }


def as_said(row: Measure | Reached) -> str:
    return " / ".join(as_kept(row).values())


def attach(unit: Unit, evidence: Sequence[tuple[Result, Shown]], *, at: datetime) -> list[Evidence]:
    """Puts papers beside lines. Raises NotPossible for one with neither number nor file, from a later day, or twice."""
    there = set(
        Evidence.objects.filter(result__in={line.pk for line, _ in evidence}, withdrawn_at=None).values_list(
            "result", "paper"
        )
    )
    for _, shown in evidence:
        require_shown(shown, on=local_day(at))
    papers = papers_of_unit(unit, [shown for _, shown in evidence])
    rows = []
    for (line, shown), paper in zip(evidence, papers, strict=True):
        if (line.pk, paper.pk) in there:
            raise refuse("evidence.there_already", number=shown.number or shown.title)
        there.add((line.pk, paper.pk))
        rows.append(Evidence(result=line, paper=paper, added_at=at))
    return Evidence.objects.bulk_create(rows)


def attach_proofs(proofs: Sequence[tuple[Unit, Result, Proof]], *, at: datetime) -> None:
    """Documents named by number and day beside lines of many units' reports; one that stands there stays alone."""
    shown = [(unit, Shown("", one.number, one.dated_on, issuer=one.issuer)) for unit, _, one in proofs]
    papers, lines = papers_of_units(shown), [line for _, line, _ in proofs]
    standing = Evidence.objects.filter(result__in=lines, withdrawn_at=None)
    there = set(standing.values_list("result", "paper"))
    pairs = [(line, paper) for line, paper in zip(lines, papers, strict=True) if (line.pk, paper.pk) not in there]
    Evidence.objects.bulk_create(Evidence(result=line, paper=paper, added_at=at) for line, paper in pairs)


def attach_each(papers: Sequence[Paper], lines: Sequence[Result], *, at: datetime) -> list[Evidence]:
    """Every paper beside every line where it does not stand yet; each paper is kept once however many it shows.

    Raises NotPossible without a paper or a line, or if each stands there already.
    """
    if not lines:
        raise refuse("evidence.no_line")
    if not papers:
        raise refuse("evidence.no_paper")
    standing = Evidence.objects.filter(result__in=lines, paper__in=papers, withdrawn_at=None)
    there = set(standing.values_list("result", "paper"))
    new = [(line, paper) for line in lines for paper in papers if (line.pk, paper.pk) not in there]
    if not new:
        raise refuse("evidence.all_there")
    return Evidence.objects.bulk_create(Evidence(result=line, paper=paper, added_at=at) for line, paper in new)


def require_shown(shown: Shown, *, on: date) -> None:
    if shown.file is None and not (shown.number and shown.dated_on):
        raise refuse("evidence.needs_number_or_file")
    if shown.dated_on is not None and shown.dated_on > on:
        raise refuse("evidence.from_later", dated_on=shown.dated_on)
