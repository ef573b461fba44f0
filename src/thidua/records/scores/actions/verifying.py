"""Acts of verification: the secretariat changes a line's input with reason and paper, and says that a card is done."""

from datetime import datetime

from thidua.base.days import local_day
from thidua.base.rows import as_text
from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.core.points import to_stored
from thidua.core.scoring import Given, as_written, line_of, score
from thidua.records.journal.actions import act
from thidua.records.journal.models import HasToken
from thidua.records.journal.steps import record
from thidua.records.papers.steps import Shown
from thidua.records.scores.access import may_verify
from thidua.records.scores.models import CardLine, Finding, ScoreCard
from thidua.records.scores.queries import given_of, inputs_of, sheet_of
from thidua.records.scores.steps.cards import put_total, said
from thidua.records.scores.steps.evidence import paper_shown
from thidua.records.scores.steps.locks import locked_card


@act
def verify_line(
    line: CardLine, *, given: Given, reason: str, shown: Shown, seen_version: int, by: Actor, at: datetime, key: str
) -> Finding:
    """Verification found another input than the unit gave: it counts from now on, the earlier ones stay visible.

    Raises NotPossible without a reason or a paper, for an input that cannot be true, if nothing changes, if
    someone has changed the card since, or if the card is verified already and must be opened again first.
    """
    card = _open(line, by, at)
    card.expect(seen_version)
    if not reason.strip():
        raise refuse("card.finding_needs_reason")
    sheet = sheet_of(card.sheet)
    line = card.lines.get(pk=line.pk)
    criterion = sheet.criterion(line.criterion)
    # An expert's points need a reason of their own; it is the finding's.
    given = Given(given.value, reason.strip(), given.not_applicable)
    if given.is_missing:
        raise refuse("card.finding_needs_input", code=criterion.code, name=criterion.name)
    before = given_of(sheet, line.criterion, line.findings.order_by("-pk").first() or line)
    if (before.value, before.not_applicable) == (given.value, given.not_applicable):
        raise refuse("card.finding_changes_nothing", code=criterion.code, name=criterion.name)
    points = line_of(sheet, criterion, given).points
    finding = Finding(
        line=line,
        given="" if given.value is None else as_written(given.value),
        not_applicable=given.not_applicable,
        points_parts=to_stored(points)[0],
        reason=reason.strip(),
        paper=paper_shown(card.membership.unit, shown, on=local_day(at)),
        at=at,
        by=by.as_written(),
    )
    finding.points = points
    finding.save()
    card.turn()
    card.save(update_fields=["version"])
    change = {"before": said(before), "after": said(given)}
    body = {"criterion": line.criterion, **change, "reason": reason.strip(), "paper": str(finding.paper)}
    record("card.line_verified", by=by, at=at, subjects=[finding, *_subjects(card)], body=body)
    return finding


@act
def finish_verification(card: ScoreCard, *, seen_version: int, by: Actor, at: datetime, key: str) -> ScoreCard:
    """The card is verified: what stands on it now is its total in the ranking."""
    card = locked_card(card.pk)
    require(may_verify(by, card, on=local_day(at)))
    card.expect(seen_version)
    if card.verified_at is not None:
        raise refuse("card.is_verified", unit=card.membership.name)
    sheet = sheet_of(card.sheet)
    findings = Finding.objects.filter(line__card=card).order_by("pk")
    put_total(card, score(sheet, inputs_of(sheet, card.lines.all(), findings)), verified=True)
    card.verified_at, card.verified_by = at, by.as_written()
    card.turn()
    card.save()
    body = {"findings": findings.count(), "total": as_text(card.verified_total)}
    record("card.verified", by=by, at=at, subjects=_subjects(card), body=body)
    return card


@act
def reopen_verification(card: ScoreCard, *, reason: str, by: Actor, at: datetime, key: str) -> ScoreCard:
    """The card is opened for findings again, with a reason, until the ranking is locked."""
    card = locked_card(card.pk)
    require(may_verify(by, card, on=local_day(at)))
    if card.verified_at is None:
        raise refuse("card.not_verified_yet", unit=card.membership.name)
    if not reason.strip():
        raise refuse("card.reopening_needs_reason")
    card.verified_at = card.verified_by = card.verified_total = card.verified_total_parts = None
    card.turn()
    card.save()
    body = {"reason": reason.strip()}
    record("card.verification_reopened", by=by, at=at, subjects=_subjects(card), body=body)
    return card


def _open(line: CardLine, by: Actor, at: datetime) -> ScoreCard:
    card = locked_card(line.card_id)
    require(may_verify(by, card, on=local_day(at)))
    if card.verified_at is not None:
        raise refuse("card.is_verified", unit=card.membership.name)
    return card


def _subjects(card: ScoreCard) -> list[HasToken]:
    return [card, card.membership.unit]
