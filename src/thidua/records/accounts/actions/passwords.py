"""Acts on passwords: set by a single link, changed by the account's owner."""

from datetime import datetime

from thidua.core.actor import Actor
from thidua.core.answer import refuse
from thidua.core.texts import composed
from thidua.records.accounts import steps
from thidua.records.accounts.models import Account
from thidua.records.accounts.queries import link_for
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record


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
