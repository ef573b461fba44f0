"""Acts on delegations: by a letter a leader lets someone of the unit sign, and takes it back."""

from datetime import date, datetime

from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.core.texts import composed
from thidua.records.accounts.access import may_delegate
from thidua.records.accounts.models import Delegation
from thidua.records.directory.models import Person, Unit
from thidua.records.directory.queries import leader_of, posts_below
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record


@act
def delegate_signature(
    unit: Unit,
    *,
    leader: Person,
    delegate: Person,
    letter_number: str,
    letter_dated_on: date,
    from_on: date,
    until_on: date,
    by: Actor,
    at: datetime,
    key: str,
) -> Delegation:
    """By a letter with number and date a leader lets someone of the unit sign; both days inclusive.

    Raises NotPossible if the days run backwards, if `leader` does not lead the unit on the first
    day, or if `delegate` then holds no post in the unit or below it.
    """
    require(may_delegate(by, unit))
    if until_on < from_on:
        raise refuse("delegation.backwards", from_on=from_on, until_on=until_on)
    if leader == delegate:
        raise refuse("delegation.to_oneself")
    head = leader_of(unit, on=from_on)
    if head is None or head.person != leader:
        raise refuse("delegation.not_leader", name=leader.full_name, unit=unit.name, on=from_on)
    if not posts_below(unit, on=from_on).filter(person=delegate).exists():
        raise refuse("delegation.not_of_unit", name=delegate.full_name, unit=unit.name, on=from_on)
    row = Delegation.objects.create(
        unit=unit, leader=leader, delegate=delegate, letter_number=composed(letter_number),
        letter_dated_on=letter_dated_on, from_on=from_on, until_on=until_on,
    )  # fmt: skip
    body = {"letter": row.letter_number, "from": from_on.isoformat(), "until": until_on.isoformat()}
    record("delegation.given", by=by, at=at, subjects=[row, unit, leader, delegate], body=body)
    return row


@act
def withdraw_delegation(delegation: Delegation, *, by: Actor, at: datetime, key: str) -> Delegation:
    """The letter holds no more from now on; what was signed under it stands."""
    row = Delegation.objects.select_for_update(of=("self",)).select_related("unit").get(pk=delegation.pk)
    require(may_delegate(by, row.unit))
    if row.withdrawn_at is not None:
        raise refuse("delegation.withdrawn_before", number=row.letter_number)
    row.withdrawn_at = at
    row.save(update_fields=["withdrawn_at"])
    record("delegation.withdrawn", by=by, at=at, subjects=[row, row.unit], body={"letter": row.letter_number})
    return row
