"""What the session knows of its reader's second factor: when it was given, and whether that counts still."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest

from thidua.base.clock import outside
from thidua.records.accounts.models import Account
from thidua.records.accounts.queries import round_of

PROVEN = "second_factor"  # of the session: when, and in which round of the account's factors
WAITS = "form_waits"  # of the session: another tab holds a form until there is a second factor


def is_exempt(account: Account) -> bool:
    """The demo's one-click accounts, which have no password either; the demo's banner says so."""
    return bool(settings.DEMO_DAY and account.demo_role)


def is_proven(request: HttpRequest, account: Account) -> bool:
    """Whether the second factor was given in this session a short time ago, and no reset came since."""
    proven = request.session.get(PROVEN)
    if not proven:
        return False
    age = outside().timestamp() - proven["at"]
    is_fresh = 0 <= age <= timedelta(minutes=settings.SECOND_FACTOR_MINUTES).total_seconds()
    return bool(is_fresh and proven["round"] == round_of(account))


def mark_proven(request: HttpRequest, account: Account) -> None:
    """The session remembers for some minutes that its reader has given the second factor."""
    request.session[PROVEN] = {"at": outside().timestamp(), "round": round_of(account)}
