"""Puts papers and results beside lines of a card."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from thidua.base.days import local_day
from thidua.core.answer import refuse
from thidua.records.directory.models import Unit
from thidua.records.papers.models import Paper
from thidua.records.papers.steps import Shown, paper_of_the_bloc, papers_of_unit
from thidua.records.results.models import Result
from thidua.records.scores.models import CardLine, LineEvidence


def attach(unit: Unit, evidence: Sequence[tuple[CardLine, Shown]], *, at: datetime) -> list[LineEvidence]:
    """Papers beside lines. Raises NotPossible for one with neither number nor file, from a later day, or twice."""
    for _, shown in evidence:
        require_shown(shown, on=local_day(at))
    papers = papers_of_unit(unit, [shown for _, shown in evidence])
    pairs = [(line, paper) for (line, _), paper in zip(evidence, papers, strict=True)]
    there = set(
        LineEvidence.objects.filter(line__in=[line for line, _ in pairs], withdrawn_at=None).values_list(
            "line", "paper"
        )
    )
    for line, paper in pairs:
        if (line.pk, paper.pk) in there:
            raise refuse("card.evidence_there_already", paper=str(paper))
        there.add((line.pk, paper.pk))
    return LineEvidence.objects.bulk_create(LineEvidence(line=line, paper=paper, added_at=at) for line, paper in pairs)


def attach_each(shown: Sequence[Paper | Result], lines: Sequence[CardLine], *, at: datetime) -> list[LineEvidence]:
    """Each beside every line where it does not stand yet. Raises NotPossible where nothing is left to do."""
    if not lines:
        raise refuse("evidence.no_line")
    if not shown:
        raise refuse("evidence.no_paper")
    standing = LineEvidence.objects.filter(line__in=lines, withdrawn_at=None)
    there = set(standing.values_list("line", "paper", "result"))
    rows = [LineEvidence(line=line, added_at=at, **_of(one)) for line in lines for one in shown]
    new = [row for row in rows if (row.line_id, row.paper_id, row.result_id) not in there]
    if not new:
        raise refuse("evidence.all_there")
    return LineEvidence.objects.bulk_create(new)


def _of(shown: Paper | Result) -> dict[str, Any]:
    return {"paper": shown} if isinstance(shown, Paper) else {"result": shown}


def attach_result(line: CardLine, result: Result, *, at: datetime) -> LineEvidence:
    """A signed result that is there already. Raises NotPossible if it stands beside the line."""
    if line.evidence.filter(result=result, withdrawn_at=None).exists():
        raise refuse("card.evidence_there_already", paper=result.indicator.name)
    return LineEvidence.objects.create(line=line, result=result, added_at=at)


def paper_shown(unit: Unit | None, shown: Shown, *, on: date) -> Paper:
    """The paper on which a finding or an exclusion rests. Raises as `attach`."""
    require_shown(shown, on=on)
    return paper_of_the_bloc(shown) if unit is None else papers_of_unit(unit, [shown])[0]


def require_shown(shown: Shown, *, on: date) -> None:
    if shown.file is None and not (shown.number and shown.dated_on):
        raise refuse("card.evidence_needs_number_or_file")
    if shown.dated_on is not None and shown.dated_on > on:
        raise refuse("card.evidence_from_later", dated_on=shown.dated_on)
