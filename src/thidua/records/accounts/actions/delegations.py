"""Acts on delegations: by a letter a leader lets someone of the unit sign, and takes it back."""

from collections.abc import Collection
from datetime import date, datetime

from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.core.rights.scopes import ALL, Scope
from thidua.core.texts import composed
from thidua.records.accounts.access import may_delegate
from thidua.records.accounts.models import Delegation
from thidua.records.accounts.queries import letters_that_meet
from thidua.records.directory.models import Person, Unit
from thidua.records.directory.queries import leader_of, posts_below
from thidua.records.files.models import StoredFile
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
    scopes: Collection[Scope] = ALL,
    letter_file: StoredFile | None = None,
) -> Delegation:
    """By a letter with number and date a leader lets someone of the unit sign; both days inclusive.

    `scopes` is what the letter lets sign. Raises NotPossible if it is nothing, if the days run backwards, if
    `leader` does not lead the unit on the first day, if `delegate` then holds no post in the unit or below it, or
    if another letter to the same person lets sign the same on one of the days.
    """
    require(may_delegate(by, unit))
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    if not scopes:
        raise refuse("delegation.no_scope")
    if until_on < from_on:
        raise refuse("delegation.backwards", from_on=from_on, until_on=until_on)
    if leader == delegate:
        raise refuse("delegation.to_oneself")
    head = leader_of(unit, on=from_on)
    if head is None or head.person != leader:
        raise refuse("delegation.not_leader", name=leader.full_name, unit=unit.name, on=from_on)
    if not posts_below(unit, on=from_on).filter(person=delegate).exists():
        raise refuse("delegation.not_of_unit", name=delegate.full_name, unit=unit.name, on=from_on)
    met = letters_that_meet(unit, delegate, from_on=from_on, until_on=until_on)
    if double := next((one for one in met if one.scopes & set(scopes)), None):
        days = {"from_on": double.from_on, "until_on": double.until_on}
        raise refuse("delegation.overlaps", name=delegate.full_name, number=double.letter_number, **days)
    row = Delegation.objects.create(
        unit=unit, leader=leader, delegate=delegate, letter_number=composed(letter_number),
        letter_dated_on=letter_dated_on, letter_file=letter_file, from_on=from_on, until_on=until_on,
        **{f"for_{scope}": scope in scopes for scope in Scope},
    )  # fmt: skip
    body = {
        "letter": row.letter_number,
        "from": from_on.isoformat(),
        "until": until_on.isoformat(),
        "scopes": sorted(scopes),
    }
    record("delegation.given", by=by, at=at, subjects=[row, unit, leader, delegate], body=body)
    return row


@act
def attach_letter(delegation: Delegation, *, file: StoredFile, by: Actor, at: datetime, key: str) -> Delegation:
    """The scan of a letter that was written down without one. Raises NotPossible if it has one."""
    row = Delegation.objects.select_for_update(of=("self",)).select_related("unit").get(pk=delegation.pk)
    require(may_delegate(by, row.unit))
    if row.letter_file_id is not None:
        raise refuse("delegation.has_a_scan", number=row.letter_number)
    row.letter_file = file
    row.save(update_fields=["letter_file"])
    body = {"letter": row.letter_number, "file": file.name}
    record("delegation.scan_attached", by=by, at=at, subjects=[row, row.unit], body=body)
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
