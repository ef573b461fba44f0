"""Acts on accounts: opened, closed, opened again."""

from datetime import datetime
from hmac import compare_digest

from thidua.core.actor import Actor
from thidua.core.answer import Unknown, refuse, require
from thidua.records.accounts import steps
from thidua.records.accounts.models import Account
from thidua.records.accounts.queries import first_secret, has_accounts
from thidua.records.directory.access import may
from thidua.records.directory.models import Person
from thidua.records.directory.steps.posts import write_down
from thidua.records.journal.actions import act
from thidua.records.journal.steps import hold_the_log, record


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
    account = steps.new_account(person, email, is_administrator=is_administrator, demo_role=demo_role)
    subjects = [account, person] if person else [account]
    record("account.opened", by=by, at=at, subjects=subjects, body={"administrator": is_administrator})
    return account


@act
def open_first_account(
    secret: str, *, full_name: str, email: str, password: str, by: Actor, at: datetime, key: str
) -> Account:
    """Whoever comes into an empty installation by its link: an administrator who stands in the directory.

    Raises Unknown for another secret and once there is an account; NotPossible for what is no address or name, and
    for a weak password, after which the link still works.
    """
    hold_the_log()
    if has_accounts() or not compare_digest(secret.encode(), first_secret().encode()):
        raise Unknown
    person = write_down(full_name, email)
    account = steps.new_account(person, email, is_administrator=True)
    steps.set_password(account, password)
    account.save(update_fields=["password"])
    record("account.first_opened", by=by, at=at, subjects=[account, person], body={"name": person.full_name})
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
