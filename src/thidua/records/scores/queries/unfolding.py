"""A card taken apart: groups, lines, what was given and found, the evidence and the results behind it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from thidua.core.points import Points
from thidua.core.scoring import Card, Criterion, Given, Group, Line, Sheet, line_of, score
from thidua.records.results.models import Result
from thidua.records.results.queries import results_of_year
from thidua.records.scores.models import CardLine, Finding, LineEvidence, ScoreCard
from thidua.records.scores.queries.cards import given_of, inputs_of
from thidua.records.scores.queries.sheets import sheet_of


@dataclass(frozen=True)
class Found:
    """What verification found instead: the row, its input, and what that gives."""

    finding: Finding
    given: Given
    line: Line


@dataclass(frozen=True)
class UnfoldedLine:
    """One criterion: `own` is what the unit's input gives, `counted` what stands after the newest finding."""

    row: CardLine
    own: Line
    counted: Line
    found: Sequence[Found]
    evidence: Sequence[LineEvidence]
    results: Sequence[Result]

    @property
    def criterion(self) -> Criterion:
        return self.own.criterion


@dataclass(frozen=True)
class UnfoldedGroup:
    """`own` and `counted` are the group's sums, capped where the sheet caps them."""

    group: Group
    lines: Sequence[UnfoldedLine]
    own: Points
    counted: Points


@dataclass(frozen=True)
class Unfolded:
    """The whole card; `own` as the unit scored it, `counted` after verification so far."""

    card: ScoreCard
    sheet: Sheet
    own: Card
    counted: Card
    groups: Sequence[UnfoldedGroup]

    @cached_property
    def lines(self) -> dict[str, UnfoldedLine]:
        """By the criterion's code."""
        return {line.criterion.code: line for group in self.groups for line in group.lines}


def unfold(card: ScoreCard) -> Unfolded:
    """The card down to its evidence, in eight queries at most for any number of lines."""
    sheet = sheet_of(card.sheet)
    rows = {row.criterion: row for row in card.lines.all()}
    findings = _by_line(Finding.objects.filter(line__card=card).select_related("paper__file").order_by("pk"))
    evidence: dict[int, list[LineEvidence]] = defaultdict(list)
    shown = LineEvidence.objects.filter(line__card=card).select_related(
        "paper__file", "result__indicator", "result__report__period"
    )
    for one in shown.prefetch_related("result__evidence__paper").order_by("pk"):
        evidence[one.line_id].append(one)
    behind: dict[str, list[Result]] = defaultdict(list)
    for result in results_of_year(card.membership):
        behind[result.indicator.code].append(result)
    newest = [all_[-1] for all_ in findings.values()]
    own = score(sheet, inputs_of(sheet, rows.values()))
    counted = score(sheet, inputs_of(sheet, rows.values(), newest))
    groups = []
    for mine, standing in zip(own.groups, counted.groups, strict=True):
        lines = []
        for ours, theirs in zip(mine.lines, standing.lines, strict=True):
            criterion = ours.criterion
            row = rows[criterion.code]
            found = [_found(sheet, criterion, one) for one in findings.get(row.pk, [])]
            from_results = behind[criterion.source.indicator] if criterion.source else []
            lines.append(UnfoldedLine(row, ours, theirs, found, evidence[row.pk], from_results))
        groups.append(UnfoldedGroup(mine.group, lines, mine.points, standing.points))
    return Unfolded(card, sheet, own, counted, groups)


def _by_line(findings: Iterable[Finding]) -> dict[int, list[Finding]]:
    found: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[finding.line_id].append(finding)
    return found


def _found(sheet: Sheet, criterion: Criterion, finding: Finding) -> Found:
    given = given_of(sheet, criterion.code, finding)
    return Found(finding, given, line_of(sheet, criterion, given))
