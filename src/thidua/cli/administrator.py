"""`thidua administrator`: the first account of an installation, and the way back in when nobody signs in any more."""

import argparse
import secrets
import sys

from thidua.cli import ready
from thidua.core.actor import command

BY = command("administrator")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("administrator", help="opens an administrator's account, or lets one in again")
    parser.add_argument("email", help="the address with which the administrator signs in")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """0 and a single link with which the administrator sets a password; 1 for an account of somebody else."""
    ready.prepare()
    from thidua.base.clock import now
    from thidua.records.accounts.actions import open_account, reopen_account
    from thidua.records.accounts.models import Account
    from thidua.records.desk.actions import send_invitation

    account = Account.objects.filter(email=given.email.strip().lower()).first()
    if account is not None and not account.is_administrator:
        print(f"{account.email} is an account without the rights of an administrator.", file=sys.stderr)
        return 1
    if account is None:
        account = open_account(person=None, email=given.email, is_administrator=True, by=BY, at=now(), key=_key())
    elif not account.is_active:
        account = reopen_account(account, by=BY, at=now(), key=_key())
    send_invitation(account, address_of=_told, by=BY, at=now(), key=_key())
    return 0


def _told(secret: str) -> str:
    from django.urls import reverse

    from thidua.records.desk.house import house_address

    address = house_address() + reverse("accept_invitation", args=(secret,))
    print(f"Open this once, within 14 days, and set a password:\n  {address}", flush=True)
    return address


def _key() -> str:
    return secrets.token_urlsafe(16)
