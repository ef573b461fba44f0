"""Acts on the evidence of a card's lines: put beside while the card is open, withdrawn without being lost."""

from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.core.workflow.handing_in import Handing
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.papers.steps import Shown
from thidua.records.results.models import Result
from thidua.records.scores import access
from thidua.records.scores.models import CardLine, LineEvidence, ScoreCard
from thidua.records.scores.steps.evidence import attach, attach_result
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
def show_by_result(line: CardLine, *, result: Result, by: Actor, at: datetime, key: str) -> LineEvidence:
    """A result that is there already shows the line. Raises NotPossible for another unit's or an unsigned one."""
    card = locked_card(line.card_id)
    require(access.may_support(by, card, on=local_day(at)))
    report = result.report
    if report.membership_id != card.membership_id or report.handing is not Handing.SIGNED:
        raise refuse("card.result_not_own")
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


def _record(kind: str, evidence: LineEvidence, card: ScoreCard, *, by: Actor, at: datetime) -> None:
    unit = card.membership.unit
    who = by if any(post.unit == unit.pk for post in by.posts) else by.for_unit(unit.token)
    shown = str(evidence.paper) if evidence.paper else str(evidence.result.indicator.name if evidence.result else "")
    body = {"criterion": evidence.line.criterion, "shown": shown}
    record(kind, by=who, at=at, subjects=[evidence, card, unit], body=body)
