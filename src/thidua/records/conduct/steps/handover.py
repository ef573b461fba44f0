"""Writes a hand-over: its row, its items as they are gathered, its seal."""

import json
from collections.abc import Iterable
from datetime import datetime

from thidua.core.answer import refuse
from thidua.core.texts import text_hash
from thidua.records.conduct.gathering import Found
from thidua.records.conduct.models import Handover, HandoverItem
from thidua.records.conduct.queries.handover import items_of


def held_handover(handover: Handover) -> Handover:
    """The row, locked: whatever is done with its items waits for it."""
    rows = Handover.objects.select_for_update(of=("self",)).select_related("season__cluster", "to_unit")
    return rows.get(pk=handover.pk)


def require_unsigned(handover: Handover) -> None:
    """Raises NotPossible once the giver has signed."""
    if handover.is_signed:
        raise refuse("handover.is_signed")
    if handover.given_at is not None:
        raise refuse("handover.is_given")


def write_gathered(handover: Handover, found: Iterable[Found]) -> int:
    """What is new becomes an item; gives how many items are told otherwise than before, or for the first time.

    What nobody has ticked is told anew, and goes where there is nothing behind it any more. What is ticked stays as it
    was handed over; where it counts otherwise by now, an item of its own says so.
    """
    known = {(one.key, one.subject): one for one in handover.items.exclude(subject="").order_by("pk")}
    place, changed, seen = handover.items.count(), 0, set()
    for one in found:
        seen.add(one.source)
        before = known.get(one.source)
        if before is not None and _told(before) == _as_told(one):
            continue
        changed += 1
        if before is not None and before.is_untouched:
            before.values, before.lines = _as_told(one)
            before.save(update_fields=["values", "lines"])
        else:
            place += 1
            _new_item(handover, one, place)
    gone = [one.pk for source, one in known.items() if source not in seen and one.is_untouched]
    handover.items.filter(pk__in=gone).delete()
    return changed + len(gone)


def sealed(handover: Handover) -> str:
    """The hash of all items as they stand: what the giver signs, and the receiver after it."""
    said = [{"kind": one.kind, **one.as_said(), "lines": one.lines} for one in items_of(handover)]
    return text_hash(json.dumps(said, ensure_ascii=False, sort_keys=True))


def turn_and_save(handover: Handover) -> None:
    """Whoever has seen it before sees it anew before signing."""
    handover.turn()
    handover.save()


def note_given(handover: Handover, signer: dict[str, str], at: datetime) -> None:
    handover.given_at, handover.given_by, handover.seal = at, signer, sealed(handover)


def _new_item(handover: Handover, one: Found, place: int) -> None:
    values, lines = _as_told(one)
    HandoverItem.objects.create(
        handover=handover, kind=one.kind.value, position=place, key=one.what.key, values=values, lines=lines,
        subject=one.row.token, place=one.place, slugs=list(one.slugs),
    )  # fmt: skip


def _told(item: HandoverItem) -> tuple[object, list[str]]:
    return item.values, item.lines


def _as_told(one: Found) -> tuple[object, list[str]]:
    return one.what.as_written()["values"], list(one.lines)
