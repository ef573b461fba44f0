"""Acts on accounts: opened and closed, passwords set, a leader's signature delegated by letter."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.core.texts import composed
from thidua.records.accounts import steps
from thidua.records.accounts.access import may_delegate
from thidua.records.accounts.models import Account, Delegation
from thidua.records.accounts.queries import link_for
from thidua.records.directory.access import may
from thidua.records.directory.models import Person, Unit
from thidua.records.directory.queries import leader_of, posts_below
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record


@act
def open_account(
    *,
    person: Person | None,
    email: str,
    is_administrator: bool = False,
    demo_role: str = "",
    by: Actor,
    at: datetime,
    key: str,
) -> Account:
    """A new account without a password: a single link lets its owner set one.

    Raises NotPossible for what is no address, an address that has an account, a person who has one.
    """
    require(may(by, "accounts.keep"))
    email = email.strip().lower()
    try:
        validate_email(email)
    except ValidationError:
        raise refuse("account.not_an_address", typed=email[:80]) from None
    if Account.objects.filter(email=email).exists():
        raise refuse("account.email_taken", email=email)
    if person and (other := Account.objects.filter(person=person).first()):
        raise refuse("account.person_has_one", name=person.full_name, email=other.email)
    account = Account(person=person, email=email, is_administrator=is_administrator, demo_role=demo_role)
    account.set_unusable_password()
    account.save()
    subjects = [account, person] if person else [account]
    record("account.opened", by=by, at=at, subjects=subjects, body={"administrator": is_administrator})
    return account


@act
def set_password_by_link(secret: str, *, password: str, by: Actor, at: datetime, key: str) -> Account:
    """Whoever holds an invitation or a reset sets the password; the link is used up.

    `by` is `queries.actor_by_link`. Raises NotPossible for a link that is used or has expired,
    and for a weak password, after which the link still works.
    """
    if (link := link_for(secret, at=at, locked=True)) is None:
        raise refuse("link.not_open")
    account = link.account
    steps.set_password(account, password)
    account.save(update_fields=["password"])
    link.used_at = at
    link.save(update_fields=["used_at"])
    steps.end_links(account, at=at)
    record("account.password_set", by=by, at=at, subjects=[account], body={"by_link": link.purpose})
    return account


@act
def change_password(account: Account, *, old: str, new: str, by: Actor, at: datetime, key: str) -> Account:
    """The owner changes the password; other sign-ins of the account end. Raises NotPossible for a wrong old one."""
    account = Account.objects.select_for_update().get(pk=account.pk)
    if by.account != account.pk or not account.check_password(composed(old)):
        raise refuse("password.wrong")
    steps.set_password(account, new)
    account.save(update_fields=["password"])
    steps.end_links(account, at=at)
    record("account.password_set", by=by, at=at, subjects=[account])
    return account


@act
def close_account(account: Account, *, by: Actor, at: datetime, key: str) -> Account:
    """The account signs in no more, at once; what it did stays. Raises NotPossible for one's own account."""
    require(may(by, "accounts.keep"))
    account = Account.objects.select_for_update().get(pk=account.pk)
    if account.pk == by.account:
        raise refuse("account.own")
    if not account.is_active:
        raise refuse("account.not_open", email=account.email)
    account.is_active = False
    account.save(update_fields=["is_active"])
    steps.end_links(account, at=at)
    record("account.closed", by=by, at=at, subjects=[account])
    return account


@act
def reopen_account(account: Account, *, by: Actor, at: datetime, key: str) -> Account:
    """A closed account signs in again, with its old password."""
    require(may(by, "accounts.keep"))
    account = Account.objects.select_for_update().get(pk=account.pk)
    if account.is_active:
        raise refuse("account.not_closed", email=account.email)
    account.is_active = True
    account.save(update_fields=["is_active"])
    record("account.reopened", by=by, at=at, subjects=[account])
    return account


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
