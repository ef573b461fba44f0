"""`thidua reset-second-factor`: for the administrator who has lost phone and recovery codes and has no colleague."""

import argparse
import secrets

from thidua.cli import ready


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("reset-second-factor", help="remove an account's codes and passkeys, with a reason")
    parser.add_argument("email", help="the address with which the account signs in")
    parser.add_argument("--reason", required=True, help="why; the journal keeps it and the owner reads it")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Raises NotPossible for an address without an account, without a reason, or with nothing to remove."""
    ready.prepare()
    from thidua.base.clock import now
    from thidua.core.actor import command
    from thidua.core.answer import refuse
    from thidua.records.accounts.models import Account
    from thidua.records.desk.actions import reset_second_factor

    account = Account.objects.filter(email=given.email.strip().lower()).first()
    if account is None:
        raise refuse("account.none_named", email=given.email)
    by = command("reset-second-factor")
    reset_second_factor(account, reason=given.reason, by=by, at=now(), key=f"command:{secrets.token_urlsafe(16)}")
    print(f"Removed the second factor of {account.email}.")
    return 0
