"""Acts on a unit's card: filled in and submitted by the officer, signed by the leader, entered on behalf."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from thidua.base.days import local_day
from thidua.base.rows import as_text
from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.core.rights.scopes import Scope
from thidua.core.scoring import Given, score
from thidua.core.workflow.handing_in import Move, may_enter
from thidua.core.workflow.stages import Stage
from thidua.records.accounts.queries import signer_of
from thidua.records.desk.steps.entries import SourcePaper, note_on_behalf
from thidua.records.journal.actions import act
from thidua.records.journal.models import HasToken
from thidua.records.journal.steps import record
from thidua.records.papers.steps import Shown
from thidua.records.results.queries import facts_of
from thidua.records.scores import access
from thidua.records.scores.models import ScoreCard
from thidua.records.scores.queries import inputs_of, sheet_of
from thidua.records.scores.steps.cards import enter_inputs, fill_from_results, put_total, require_current, require_whole
from thidua.records.scores.steps.evidence import attach
from thidua.records.scores.steps.locks import locked_card, locked_cards

Papers = Mapping[str, Sequence[Shown]]


@act
def save_card(
    card: ScoreCard,
    *,
    inputs: Mapping[str, Given],
    seen_version: int,
    by: Actor,
    at: datetime,
    key: str,
    evidence: Papers | None = None,
) -> ScoreCard:
    """The officer fills the card in; `inputs` and new `evidence` by the criterion's code.

    Raises NotPossible if someone has saved since, or with every fault of every line.
    """
    card = locked_card(card.pk)
    require(access.may(by, "card.enter", card, on=local_day(at)))
    require(may_enter(card.handing))
    card.expect(seen_version)
    body = _enter(card, inputs, evidence, at)
    card.turn()
    card.save(update_fields=["version"])
    record("card.saved", by=by, at=at, subjects=_subjects(card), body=body)
    return card


@act
def refill_card(card: ScoreCard, *, by: Actor, at: datetime, key: str) -> ScoreCard:
    """Takes the figures of signed results anew, as after a report or correction that was signed late."""
    card = locked_card(card.pk)
    require(access.may_support(by, card, on=local_day(at)))
    changes = fill_from_results(card, sheet_of(card.sheet), facts_of(card.membership))
    card.turn()
    card.save(update_fields=["version"])
    record("card.filled", by=by, at=at, subjects=_subjects(card), body={"lines": changes})
    return card


@act
def submit_card(card: ScoreCard, *, seen_version: int, by: Actor, at: datetime, key: str) -> ScoreCard:
    """The officer submits the card for signature.

    Raises NotPossible naming every line that lacks an input or the evidence that the sheet asks for, or that
    differs from results signed since it was filled.
    """
    card = locked_card(card.pk)
    require(access.may(by, "card.submit", card, on=local_day(at)))
    card.expect(seen_version)
    _require_ready(card)
    return _hand(card, Move.SUBMIT, "card.submitted", by=by, at=at)


@act
def take_back_card(card: ScoreCard, *, by: Actor, at: datetime, key: str) -> ScoreCard:
    """The officer takes a submitted card back to mend it, until the leader has signed or returned it."""
    seen, card = card.version, locked_card(card.pk)
    require(access.may(by, "card.submit", card, on=local_day(at)))
    return _hand(card, Move.TAKE_BACK, "card.taken_back", seen=seen, by=by, at=at)


@act
def sign_cards(cards: list[ScoreCard], *, by: Actor, at: datetime, key: str) -> list[ScoreCard]:
    """The leader or a delegate signs, many at once: all or none. The self-scored total stands from now on.

    Raises NotPossible as submitting does, and for a card that was taken back and submitted anew since the
    version that `cards` carry.
    """
    seen = {card.pk: card.version for card in cards}
    signed = locked_cards([card.pk for card in cards])
    for card in signed:
        require(access.may(by, "card.sign", card, on=local_day(at)))
        signer = signer_of(by, card.membership.unit, Scope.CARDS, on=local_day(at))
        card.hand(Move.SIGN, by=by, at=at, signer=signer)
        card.expect(seen[card.pk], or_say="handing.changed_since")
        _require_ready(card)
        _total(card)
        card.turn()
        card.save()
    subjects = [subject for card in signed for subject in _subjects(card)]
    totals = {card.token: as_text(card.self_total) for card in signed}
    record("card.signed", by=by, at=at, subjects=subjects, body={"totals": totals})
    return signed


@act
def return_card(card: ScoreCard, *, remark: str, by: Actor, at: datetime, key: str) -> ScoreCard:
    """The leader returns the card to the officer with a remark."""
    seen, card = card.version, locked_card(card.pk)
    require(access.may(by, "card.sign", card, on=local_day(at)))
    if not remark.strip():
        raise refuse("card.needs_remark")
    return _hand(card, Move.RETURN, "card.returned", seen=seen, by=by, at=at, remark=remark.strip())


@act
def correct_card(card: ScoreCard, *, by: Actor, at: datetime, key: str) -> ScoreCard:
    """A signed card is opened again while the bloc scores itself; its total stands no longer until signed anew.

    Raises NotPossible once verification has begun: from then on the secretariat's findings change points.
    """
    card = locked_card(card.pk)
    require(access.may(by, "card.enter", card, on=local_day(at)))
    if card.membership.bloc_season.at_stage is not Stage.SELF_SCORING:
        raise refuse("card.verification_has_begun")
    card.self_total = card.self_total_parts = None
    return _hand(card, Move.CORRECT, "card.reopened", by=by, at=at)


@act
def enter_card_on_behalf(
    card: ScoreCard,
    *,
    inputs: Mapping[str, Given],
    evidence: Papers,
    paper: SourcePaper,
    by: Actor,
    at: datetime,
    key: str,
) -> ScoreCard:
    """The secretariat enters a unit's card from a paper (nhập thay): it counts as signed by the leader named there.

    Figures of signed results are taken anew first. The entry is marked and the unit told. Raises NotPossible as
    saving, submitting and signing together, for a paper from a later day, or if the unit's own card is on its
    way already.
    """
    card = locked_card(card.pk)
    require(access.may(by, "card.enter_on_behalf", card, on=local_day(at)))
    require(may_enter(card.handing))
    fill_from_results(card, sheet_of(card.sheet), facts_of(card.membership))
    body = _enter(card, inputs, evidence, at)
    require_whole(card, sheet_of(card.sheet))
    unit = card.membership.unit
    entering = by.for_unit(unit.token)
    card.hand(Move.SUBMIT, by=entering, at=at)
    card.hand(Move.SIGN, by=entering, at=at, signer=paper.signer())
    _total(card)
    card.turn()
    card.save()
    note_on_behalf(card, unit, paper, within=card.membership.bloc_season, by=by, at=at)
    body = {**body, "paper": paper.as_written(), "total": as_text(card.self_total)}
    record("card.entered_on_behalf", by=entering, at=at, subjects=_subjects(card), body=body)
    return card


def _enter(card: ScoreCard, inputs: Mapping[str, Given], evidence: Papers | None, at: datetime) -> dict[str, object]:
    body: dict[str, object] = {"lines": enter_inputs(card, sheet_of(card.sheet), inputs)}
    lines = {line.criterion: line for line in card.lines.filter(criterion__in=evidence or {})}
    shown = [(lines[code], one) for code, papers in (evidence or {}).items() if code in lines for one in papers]
    if attached := attach(card.membership.unit, shown, at=at):
        body["evidence"] = [str(one.paper) for one in attached]
    return body


def _require_ready(card: ScoreCard) -> None:
    sheet = sheet_of(card.sheet)
    require_whole(card, sheet)
    require_current(card, sheet, facts_of(card.membership))


def _total(card: ScoreCard) -> None:
    sheet = sheet_of(card.sheet)
    put_total(card, score(sheet, inputs_of(sheet, card.lines.all())), verified=False)


def _subjects(card: ScoreCard) -> list[HasToken]:
    return [card, card.membership.unit]


def _hand(
    card: ScoreCard, move: Move, kind: str, *, by: Actor, at: datetime, seen: int | None = None, remark: str = ""
) -> ScoreCard:
    card.hand(move, by=by, at=at, remark=remark)
    if seen is not None:
        card.expect(seen, or_say="handing.changed_since")
    card.turn()
    card.save()
    record(kind, by=by, at=at, subjects=_subjects(card), body={"remark": remark} if remark else None)
    return card
