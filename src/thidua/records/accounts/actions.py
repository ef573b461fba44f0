"""Acts on accounts: an account is opened for a person of the directory."""

from datetime import datetime

from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.records.accounts.models import Account
from thidua.records.directory.access import may
from thidua.records.directory.models import Person
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

    Raises NotPossible if the address has an account.
    """
    require(may(by, "accounts.keep"))
    if Account.objects.filter(email__iexact=email).exists():
        raise refuse("account.email_taken", email=email)
    account = Account(person=person, email=email.lower(), is_administrator=is_administrator, demo_role=demo_role)
    account.set_unusable_password()
    account.save()
    subjects = [account, person] if person else [account]
    record("account.opened", by=by, at=at, subjects=subjects, body={"administrator": is_administrator})
    return account
