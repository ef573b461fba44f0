"""Acts on one entry of a record: entered, mended, withdrawn."""

from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, refuse, require
from thidua.core.texts import composed
from thidua.records.awards.access import may_keep, may_keep_each
from thidua.records.awards.models import Entry, Work
from thidua.records.awards.steps import keeping
from thidua.records.awards.steps.writing import lengths
from thidua.records.awards.told import EntryTold, Line, Whose
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record


@act
def enter(whose: Whose, *, told: EntryTold, by: Actor, at: datetime, key: str) -> Entry:
    """What a decision gave, or what was rated, noted, accepted, stands in the record from now on.

    Raises NotPossible with everything that is wrong in it, and for what stands there already.
    """
    keeping.hold([whose])
    [asked] = may_keep_each(by, [whose], on=local_day(at))
    require(asked.answer)
    [row] = keeping.put(
        [Line(whose, told)], by=by, at=at, today=local_day(at), on_behalf=[whose] if asked.on_behalf else []
    )
    record("honours.entered", by=by, at=at, subjects=[row, whose], body=_body(row))
    return row


@act
def mend(row: Entry, *, told: EntryTold, seen_version: int, by: Actor, at: datetime, key: str) -> Entry:
    """The entry as it should have been. Raises NotPossible as `enter`, and if someone has saved since."""
    row = _held(row, by, at)
    row.expect(seen_version)
    keeping.rewrite(row, told, today=local_day(at))
    record("honours.mended", by=by, at=at, subjects=[row, row.whose], body=_body(row))
    return row


@act
def withdraw(row: Entry, *, because: str, by: Actor, at: datetime, key: str) -> Entry:
    """It was entered wrongly, or the decision was annulled: it counts no longer.

    Raises NotPossible without a reason, and for a work that an honour was built upon.
    """
    row = _held(row, by, at)
    if not because.strip():
        raise refuse("honours.needs_reason")
    if isinstance(row, Work) and (honour := row.honours.first()) is not None:
        raise refuse("honours.work_is_used", name=row.name, award=honour.conferred.name)
    row.withdrawn_at, row.withdrawn_because = at, composed(because.strip())
    if too_long := list(lengths(row)):
        raise NotPossible(*too_long)
    row.turn()
    row.save()
    record("honours.withdrawn", by=by, at=at, subjects=[row, row.whose], body={"reason": row.withdrawn_because})
    return row


def _held(row: Entry, by: Actor, at: datetime) -> Entry:
    """The entry read anew under the lock of its record; one that was withdrawn meanwhile is no more."""
    keeping.hold([row.whose])
    require(may_keep(by, row.whose, on=local_day(at)))
    found = type(row)._default_manager.select_for_update().filter(pk=row.pk).first()
    if found is None:
        raise refuse("honours.withdrawn_already")
    return found


def _body(row: Entry) -> dict[str, object]:
    return {"number": row.number, "source": row.source}
