"""Acts on the items of a hand-over: ticked by giver and receiver, remarked, noted as missing, settled afterwards."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db.models import F, Q, QuerySet

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.core.texts import composed
from thidua.core.workflow.handing_over import ItemKind, ItemState, Reply, Side
from thidua.records.conduct.access.handover import TICKS, may, may_reply, may_settle
from thidua.records.conduct.models import Handover, HandoverItem
from thidua.records.conduct.models.handover import THING
from thidua.records.conduct.queries.handover import TO_GIVE, TO_RECEIVE
from thidua.records.conduct.steps.handover import held_handover, require_unsigned, turn_and_save
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record

WAITING = {Side.GIVER: TO_GIVE, Side.RECEIVER: TO_RECEIVE}
# The giver takes back what has no reply yet, the receiver every reply of its own.
TICKED = {Side.GIVER: TO_RECEIVE, Side.RECEIVER: ~Q(reply=Reply.NONE.value)}
NOT_GIVEN: dict[str, Any] = {"given_at": None, "given_by": None}
NO_REPLY: dict[str, Any] = {
    "reply": Reply.NONE.value, "replied_at": None, "replied_by": None, "reply_remark": "", "due_on": None,
}  # fmt: skip


@act
def tick_items(
    handover: Handover, *, side: Side, picked: Collection[str], by: Actor, at: datetime, key: str
) -> Handover:
    """The giver has handed over what is `picked` by public id, or the receiver has got it; what is ticked stays so.

    Raises NotPossible if nothing picked waits for that side, or once the giver has signed.
    """
    handover = _open(handover, side, by, at)
    rows = _picked(handover, picked, WAITING[side], "handover.none_waits")
    who = by.as_written()
    if side is Side.GIVER:
        _change(rows, given_at=at, given_by=who)
    else:
        _change(rows, reply=Reply.RECEIVED.value, replied_at=at, replied_by=who)
    turn_and_save(handover)
    record(f"handover.ticked_by_{side}", by=by, at=at, subjects=[handover, handover.season], body=_named(rows))
    return handover


@act
def take_back_ticks(
    handover: Handover, *, side: Side, picked: Collection[str], by: Actor, at: datetime, key: str
) -> Handover:
    """The giver's ticks until the receiver replies, the receiver's replies until the giver signs."""
    handover = _open(handover, side, by, at)
    rows = _picked(handover, picked, TICKED[side], "handover.none_ticked")
    _change(rows, **(NOT_GIVEN if side is Side.GIVER else NO_REPLY))
    turn_and_save(handover)
    record(f"handover.taken_back_by_{side}", by=by, at=at, subjects=[handover, handover.season], body=_named(rows))
    return handover


@act
def add_thing(handover: Handover, *, text: str, by: Actor, at: datetime, key: str) -> HandoverItem:
    """Something that no record knows of: a box of paper files, a seal, cash. Raises NotPossible without words."""
    handover = _open(handover, Side.GIVER, by, at)
    if not text.strip():
        raise refuse("handover.needs_text")
    values, place = {"text": composed(text.strip())}, handover.items.count() + 1
    item = handover.items.create(kind=ItemKind.THINGS.value, position=place, key=THING, values=values)
    turn_and_save(handover)
    record("handover.thing_added", by=by, at=at, subjects=[item, handover, handover.season], body=values)
    return item


@act
def amend_item(
    item: HandoverItem, *, text: str, remark: str, seen_version: int, by: Actor, at: datetime, key: str
) -> HandoverItem:
    """The giver's remark, and of a thing what it is, while the receiver has not replied.

    Raises NotPossible if someone has saved since, or for a thing without words.
    """
    handover = _open(item.handover, Side.GIVER, by, at)
    item = handover.items.get(pk=item.pk)
    item.expect(seen_version)
    if item.reply:
        raise refuse("handover.has_reply")
    if item.is_thing:
        if not text.strip():
            raise refuse("handover.needs_text")
        item.values = {"text": composed(text.strip())}
    item.given_remark = composed(remark.strip())
    item.turn()
    item.save()
    turn_and_save(handover)
    record("handover.item_amended", by=by, at=at, subjects=[item, handover, handover.season], body=item.as_said())
    return item


@act
def reply_to_item(
    item: HandoverItem, *, reply: Reply, remark: str, due_on: date | None, seen_version: int, by: Actor, at: datetime,
    key: str,
) -> HandoverItem:  # fmt: skip
    """The receiver has got one item, or it is missing and owed until `due_on`, with a remark.

    Raises NotPossible if it has not been given, for what is missing without a day or a remark, or with a day gone by;
    if someone has saved since.
    """
    handover = held_handover(item.handover)
    is_missing, on = reply is Reply.MISSING, local_day(at)
    require(may_reply(by, handover, on=on) if is_missing else may(by, handover, TICKS[Side.RECEIVER], on=on))
    require_unsigned(handover)
    item = handover.items.get(pk=item.pk)
    item.expect(seen_version)
    if not is_missing and item.given_at is None:
        raise refuse("handover.not_handed_over")
    if is_missing and (due_on is None or not remark.strip()):
        raise refuse("handover.missing_needs_day_and_remark")
    if is_missing and due_on is not None and due_on < on:
        raise refuse("handover.day_is_over", on=due_on)
    item.reply, item.reply_remark = reply.value, composed(remark.strip())
    item.replied_at, item.replied_by, item.due_on = at, by.as_written(), due_on if is_missing else None
    item.turn()
    item.save()
    turn_and_save(handover)
    record("handover.item_replied", by=by, at=at, subjects=[item, handover, handover.season], body=item.as_said())
    return item


@act
def settle_item(item: HandoverItem, *, remark: str, by: Actor, at: datetime, key: str) -> HandoverItem:
    """What was missing has come, after both have signed. Raises NotPossible for what is not owed, or before that."""
    handover = held_handover(item.handover)
    require(may_settle(by, handover, on=local_day(at)))
    if not handover.is_signed:
        raise refuse("handover.not_signed_yet")
    item = handover.items.get(pk=item.pk)
    if item.state is not ItemState.MISSING:
        raise refuse("handover.not_owed")
    item.settled_at, item.settled_by, item.settled_remark = at, by.as_written(), composed(remark.strip())
    item.turn()
    item.save()
    body = {**item.as_said(), "settled": item.settled_remark}
    record("handover.item_settled", by=by, at=at, subjects=[item, handover, handover.season], body=body)
    return item


def _open(handover: Handover, side: Side, by: Actor, at: datetime) -> Handover:
    """The row, locked, for a side that may tick. Raises NotPossible once the giver has signed."""
    handover = held_handover(handover)
    require(may(by, handover, TICKS[side], on=local_day(at)))
    require_unsigned(handover)
    return handover


def _picked(handover: Handover, picked: Collection[str], which: Q, or_say: str) -> list[HandoverItem]:
    """Raises NotPossible if none of them is such."""
    rows = list(handover.items.filter(which, public_id__in=picked))
    if not rows:
        raise refuse(or_say)
    return rows


def _change(rows: list[HandoverItem], **changed: Any) -> None:
    found: QuerySet[HandoverItem] = HandoverItem.objects.filter(pk__in=[one.pk for one in rows])
    found.update(version=F("version") + 1, **changed)


def _named(rows: list[HandoverItem]) -> dict[str, Any]:
    return {"items": [one.what.as_written() for one in rows]}
