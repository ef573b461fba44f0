"""Acts on the evidence of a card's lines: put beside while the card is open, withdrawn without being lost."""

from collections.abc import Sequence
from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.core.workflow.handing_in import Handing
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.papers.models import Paper
from thidua.records.papers.steps import Shown
from thidua.records.results.models import Result
from thidua.records.scores import access
from thidua.records.scores.models import CardLine, LineEvidence, ScoreCard
from thidua.records.scores.steps.evidence import attach, attach_each, attach_result, paper_shown
from thidua.records.scores.steps.locks import locked_card


@act
def add_line_evidence(line: CardLine, *, shown: Shown, by: Actor, at: datetime, key: str) -> LineEvidence:
    """A paper that shows a line. Raises NotPossible for one with neither number and day nor file, or twice."""
    card = locked_card(line.card_id)
    require(access.may_support(by, card, on=local_day(at)))
    [evidence] = attach(card.membership.unit, [(line, shown)], at=at)
    _record("card.evidence_added", evidence, card, by=by, at=at)
    return evidence


@act
def attach_papers_to_card(
    card: ScoreCard,
    *,
    papers: Sequence[Paper],
    new: Shown | None,
    lines: Sequence[CardLine],
    results: Sequence[Result] = (),
    by: Actor,
    at: datetime,
    key: str,
) -> list[LineEvidence]:
    """Papers and results of the unit that are there already, and perhaps a new paper, beside many lines at once.

    Raises NotPossible without any or without a line, as `add_line_evidence` for the new one and as
    `show_by_result`, or if each stands there.
    """
    card = locked_card(card.pk)
    require(access.may_support(by, card, on=local_day(at)))
    unit = card.membership.unit
    for result in results:
        _require_own(card, result)
    added = [paper_shown(unit, new, on=local_day(at))] if new else []
    made = attach_each([*papers, *added, *results], lines, at=at)
    body = {"papers": sorted({_named(one) for one in made}), "lines": str(len(lines))}
    record("card.evidence_attached", by=_who(card, by), at=at, subjects=[card, unit], body=body)
    return made


@act
def show_by_result(line: CardLine, *, result: Result, by: Actor, at: datetime, key: str) -> LineEvidence:
    """A result that is there already shows the line. Raises NotPossible for another unit's or an unsigned one."""
    card = locked_card(line.card_id)
    require(access.may_support(by, card, on=local_day(at)))
    _require_own(card, result)
    evidence = attach_result(line, result, at=at)
    _record("card.evidence_added", evidence, card, by=by, at=at)
    return evidence


@act
def withdraw_line_evidence(evidence: LineEvidence, *, by: Actor, at: datetime, key: str) -> LineEvidence:
    """The evidence counts no longer and stays readable. Raises NotPossible if it was withdrawn before."""
    card = locked_card(evidence.line.card_id)
    require(access.may_support(by, card, on=local_day(at)))
    evidence = LineEvidence.objects.select_related("paper", "result__indicator", "line").get(pk=evidence.pk)
    if evidence.withdrawn_at is not None:
        raise refuse("card.evidence_withdrawn_already")
    evidence.withdrawn_at = at
    evidence.save(update_fields=["withdrawn_at"])
    _record("card.evidence_withdrawn", evidence, card, by=by, at=at)
    return evidence


def _require_own(card: ScoreCard, result: Result) -> None:
    report = result.report
    if report.membership_id != card.membership_id or report.handing is not Handing.SIGNED:
        raise refuse("card.result_not_own")


def _named(evidence: LineEvidence) -> str:
    return str(evidence.paper) if evidence.paper else evidence.result.indicator.name if evidence.result else ""


def _record(kind: str, evidence: LineEvidence, card: ScoreCard, *, by: Actor, at: datetime) -> None:
    body = {"criterion": evidence.line.criterion, "shown": _named(evidence)}
    record(kind, by=_who(card, by), at=at, subjects=[evidence, card, card.membership.unit], body=body)


def _who(card: ScoreCard, by: Actor) -> Actor:
    """The unit's own people act for themselves, the secretariat on its behalf."""
    unit = card.membership.unit
    return by if any(post.unit == unit.pk for post in by.posts) else by.for_unit(unit.token)
