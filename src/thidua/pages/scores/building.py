"""Builds the lines of a card for a page out of what the record unfolds, and of what was typed and refused."""

from collections.abc import Collection, Mapping
from typing import Any

from thidua.base.wording import say
from thidua.core.answer import NotPossible, Sentence
from thidua.core.scoring import Given, Line
from thidua.pages.scores.finding import Address
from thidua.pages.scores.inputs import faults_by_line
from thidua.pages.scores.reading import criterion_read, group_read
from thidua.pages.scores.reckoning import Reckoning
from thidua.pages.scores.rows import Behind, Found, GroupRows, Row, Shown, shown, written
from thidua.pages.shared.papers import cited
from thidua.records.scores import queries
from thidua.records.scores.models import LineEvidence
from thidua.records.scores.queries import Unfolded, UnfoldedLine

PAPER = ("number", "date", "title", "result")
FINDING = ("why", "paper_number", "paper_dated_on", "paper_title")


def groups_of_card(unfolded: Unfolded, address: Address, indicators: Mapping[str, str]) -> list[GroupRows]:
    """The card's groups with their lines, as they stand."""
    groups = []
    for place, one in enumerate(unfolded.groups, 1):
        rows = [row_of(line, address, indicators) for line in one.lines]
        read = group_read(one.group, [row.read for row in rows])
        groups.append(GroupRows(place, read, rows, one.own, one.counted))
    return groups


def row_of(line: UnfoldedLine, address: Address, indicators: Mapping[str, str]) -> Row:
    """One line with its evidence, the results behind it and what verification found."""
    row, own = line.row, line.own
    given = own.given
    return Row(
        key=row.public_id,
        criterion=line.criterion,
        read=criterion_read(line.criterion, indicators),
        given=written(given.value),
        reason=row.reason,
        none=given.not_applicable,
        shown=shown(line.criterion, given),
        from_results=row.from_results,
        points=None if own.is_missing else own.points,
        because=say(own.because),
        counted=None if line.counted.is_missing else line.counted.points,
        is_excluded=own.is_excluded,
        counts_nothing=line.counted.is_excluded,
        evidence=[_evidence(one, address) for one in line.evidence],
        results=[Behind(one.report.period.name, address.report(one.report.period.slug)) for one in line.results],
        indicator=line.results[0].indicator.short_name if line.results else "",
        findings=[_found(one, line, address) for one in line.found],
    )


def _evidence(one: LineEvidence, address: Address) -> Shown:
    withdrawn = one.withdrawn_at is not None
    if one.result is not None:
        period = one.result.report.period
        title = f"{one.result.indicator.short_name}, {period.name}"
        href = address.report(period.slug)
        return Shown(one.public_id, title, href=href, withdrawn=withdrawn, has_file=one.has_file)
    paper = one.paper
    assert paper is not None, "evidence is a paper or a result"
    href = address.evidence(one.public_id) if paper.file_id else ""
    return Shown(one.public_id, paper.title, paper.number, paper.dated_on, href, withdrawn, bool(href))


def _found(found: queries.Found, line: UnfoldedLine, address: Address) -> Found:
    finding, points = found.finding, found.line.points
    return Found(
        shown=shown(line.criterion, found.given),
        points=points,
        because=say(found.line.because),
        reason=finding.reason,
        paper=cited(finding.paper),
        href=address.evidence(finding.public_id) if finding.paper.file_id else "",
        who=finding.by.get("name", ""),
        at=finding.at,
        raises=points > line.own.points,
        lowers=points < line.own.points,
    )


def as_typed(
    groups: list[GroupRows], values: Mapping[str, str], files: Collection[str], refused: NotPossible
) -> list[GroupRows]:
    """The same lines holding what was typed in the card's form, with the faults beside the lines they name.

    `files` are the names of the fields whose files have come.
    """
    faults = faults_by_line(refused)

    def typed(row: Row) -> Row:
        return _row_as_typed(row, values, f"paper-file-{row.key}" in files, faults.get(row.code, []))

    return [group.with_rows([typed(row) for row in group.rows]) for group in groups]


def _row_as_typed(row: Row, values: Mapping[str, str], has_file: bool, faults: list[Sentence]) -> Row:
    changes: dict[str, Any] = {"faults": tuple(_said(fault) for fault in faults)}
    if not row.from_results and f"given-{row.code}" in values:
        changes |= {
            "given": values[f"given-{row.code}"],
            "none": values.get(f"none-{row.code}") == "1",
            "reason": values.get(f"reason-{row.code}", row.reason),
        }
    paper = {name: values.get(f"paper-{name}-{row.key}", "") for name in PAPER}
    return row.but(**changes, adding=paper if has_file or any(paper.values()) else {})


def as_proposed(
    groups: list[GroupRows], unfolded: Unfolded, values: Mapping[str, str], refused: NotPossible | None
) -> list[GroupRows]:
    """The lines for verification: each field holds what counts now; the refused line holds what was typed."""

    faults = faults_by_line(refused or ())

    def proposed(row: Row) -> Row:
        if refused is not None and values.get("line") == row.key:
            return row.but(
                proposed_given=values.get(f"given-{row.code}", ""),
                proposed_none=values.get(f"none-{row.code}") == "1",
                adding={name: values.get(name, "") for name in FINDING},
                faults=tuple(_said(fault) for fault in faults.get(row.code, ())),
            )
        given = unfolded.lines[row.code].counted.given
        return row.but(proposed_given=written(given.value), proposed_none=given.not_applicable)

    return [group.with_rows([proposed(row) for row in group.rows]) for group in groups]


def _said(fault: Sentence) -> str:
    """A fault beside its own line needs no name of the line."""
    inner = fault.values.get("fault")
    if isinstance(inner, Sentence):
        return say(inner)
    place = {name: fault.values.get(name, "") for name in ("code", "name")}
    told = say(fault).removeprefix(say(Sentence("scores.line_fault", **place, fault="")))
    return told[:1].upper() + told[1:]


def reckoned_groups(
    groups: list[GroupRows], reckoning: Reckoning, typed_faults: Mapping[str, list[Sentence]]
) -> list[GroupRows]:
    """The same lines with the points of what was just typed."""
    sums = {group.group.code: group.points for group in reckoning.card.groups}

    def renewed(row: Row) -> Row:
        faults = [*typed_faults.get(row.code, ()), *reckoning.faults.get(row.code, ())]
        line: Line | None = reckoning.lines.get(row.code)
        if faults or line is None:
            return row.but(faults=tuple(_said(fault) for fault in faults), points=None)
        points = None if line.is_missing else line.points
        return row.but(points=points, because=say(line.because), is_excluded=line.is_excluded, faults=())

    return [group.with_rows([renewed(row) for row in group.rows], points=sums[group.read.code]) for group in groups]


def standing_inputs(unfolded: Unfolded) -> dict[str, Given]:
    """The inputs of the lines that nobody types: those filled in from results."""
    return {code: line.own.given for code, line in unfolded.lines.items() if line.row.from_results}
