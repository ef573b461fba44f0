"""Acts on the second factor: an app for codes, passkeys and recovery codes, set up, proven, removed."""

from collections.abc import Sequence
from datetime import datetime

from django.db import models

from thidua.base.sealed import sealed
from thidua.core.actor import Actor
from thidua.core.answer import refuse
from thidua.core.second_factor import Way
from thidua.core.second_factor.codes import matching_step, waits_until
from thidua.core.second_factor.passkeys import Key, may_follow
from thidua.core.second_factor.recovery import hash_of
from thidua.core.texts import composed
from thidua.records.accounts import steps
from thidua.records.accounts.models import Account, CodeApp, FactorGuard, Passkey
from thidua.records.accounts.queries import factors_of
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record


@act
def add_code_app(
    account: Account, *, secret: bytes, typed: str, code_at: datetime, by: Actor, at: datetime, key: str
) -> CodeApp:
    """The owner's app makes codes from now on; `typed` shows that it knows the secret at the instant `code_at`.

    Raises NotPossible for a code that does not fit, or if the account has an app.
    """
    guard = _own(account, by)
    if factors_of(account).app is not None:
        raise refuse("factor.has_an_app")
    step = matching_step(secret, typed, at=code_at, after=0)
    if step is None:
        raise refuse("factor.app_does_not_fit")
    app = CodeApp.objects.create(
        account=guard.account, secret=sealed(secret), last_step=step, added_at=at, last_used_at=at
    )
    record("factor.app_added", by=by, at=at, subjects=[guard.account])
    return app


@act
def add_passkey(account: Account, *, passkey: Key, name: str, by: Actor, at: datetime, key: str) -> Passkey:
    """The owner's new passkey, under a name that tells which device it is. Raises NotPossible if it is known."""
    guard = _own(account, by)
    if Passkey.objects.filter(credential_id=passkey.credential_id, removed_at=None).exists():
        raise refuse("factor.passkey_known")
    row = Passkey.objects.create(
        account=guard.account,
        name=composed(name),
        credential_id=passkey.credential_id,
        kept=passkey.kept,
        count=passkey.count,
        added_at=at,
    )
    record("factor.passkey_added", by=by, at=at, subjects=[guard.account, row], body={"name": row.name})
    return row


@act
def rename_passkey(passkey: Passkey, *, name: str, by: Actor, at: datetime, key: str) -> Passkey:
    """Another name for a passkey. Raises NotPossible if it is removed."""
    _own(passkey.account, by)
    row = _standing(passkey)
    before, row.name = row.name, composed(name)
    row.save(update_fields=["name"])
    body = {"name": {"before": before, "after": row.name}}
    record("factor.passkey_renamed", by=by, at=at, subjects=[row.account, row], body=body)
    return row


@act
def remove_code_app(account: Account, *, reason: str, by: Actor, at: datetime, key: str) -> Account:
    """The app's codes work no more. Raises NotPossible without a reason, or if there is none."""
    guard = _own(account, by)
    _with_reason(reason)
    if not steps.remove_app(guard.account, at=at):
        raise refuse("factor.none_such")
    _end_codes_of_nothing(guard.account, at=at)
    record("factor.app_removed", by=by, at=at, subjects=[guard.account], body={"reason": composed(reason.strip())})
    return guard.account


@act
def remove_passkey(passkey: Passkey, *, reason: str, by: Actor, at: datetime, key: str) -> Passkey:
    """The passkey opens nothing any more. Raises NotPossible without a reason, or if it is removed."""
    guard = _own(passkey.account, by)
    _with_reason(reason)
    row = _standing(passkey)
    steps.remove_passkeys(guard.account.passkeys.filter(pk=row.pk), at=at)
    _end_codes_of_nothing(guard.account, at=at)
    body = {"name": row.name, "reason": composed(reason.strip())}
    record("factor.passkey_removed", by=by, at=at, subjects=[guard.account, row], body=body)
    return row


@act
def make_recovery_codes(account: Account, *, codes: Sequence[str], by: Actor, at: datetime, key: str) -> Account:
    """A new set of recovery codes, of which only hashes are kept; the old set works no more.

    Raises NotPossible before an app or a passkey is set up.
    """
    guard = _own(account, by)
    if not factors_of(account).are_set:
        raise refuse("factor.first_an_app")
    steps.renew_recovery_codes(guard.account, [hash_of(code) for code in codes], at=at)
    record("factor.recovery_codes_made", by=by, at=at, subjects=[guard.account], body={"count": str(len(codes))})
    return guard.account


@act
def prove_by_code(
    account: Account, *, typed: str, code_at: datetime, by: Actor, at: datetime, key: str
) -> models.Model | None:
    """The app or the recovery code that was typed; None for a wrong code, which is counted.

    A code works once. `code_at` is the instant outside, which phones know. Raises NotPossible while the account
    waits after several wrong ones.
    """
    guard = _own(account, by)
    until = waits_until(guard.failures, guard.last_failed_at)
    if until is not None and code_at < until:
        raise refuse("factor.wait", until=until)
    app = steps.use_app(account, typed, at=code_at)
    used = app or steps.use_recovery_code(account, typed, at=code_at)
    steps.count_try(guard, right=used is not None, at=code_at)
    way = Way.CODE if app else Way.RECOVERY
    kind, body = ("factor.proven", {"way": way.value}) if used else ("factor.wrong_code", {"row": str(guard.failures)})
    record(kind, by=by, at=at, subjects=[guard.account], body=body)
    return used


@act
def prove_by_passkey(
    passkey: Passkey, *, count: int, used_at: datetime, by: Actor, at: datetime, key: str
) -> Passkey | None:
    """A passkey has signed what it was asked; None if its count tells of a copy, which removes nothing.

    Raises NotPossible if it is removed.
    """
    guard = _own(passkey.account, by)
    row = _standing(passkey)
    if not may_follow(count, row.count):
        record("factor.passkey_copied", by=by, at=at, subjects=[row.account, row], body={"name": row.name})
        return None
    row.count, row.last_used_at = count, used_at
    row.save(update_fields=["count", "last_used_at"])
    steps.count_try(guard, right=True, at=used_at)
    record("factor.proven", by=by, at=at, subjects=[row.account, row], body={"way": Way.PASSKEY.value})
    return row


def _own(account: Account, by: Actor) -> FactorGuard:
    """The guard under lock; a second factor is its owner's alone."""
    if by.account != account.pk:
        raise refuse("factor.not_yours")
    return steps.guard_of(account)


def _standing(passkey: Passkey) -> Passkey:
    row = Passkey.objects.select_for_update(of=("self",)).select_related("account").get(pk=passkey.pk)
    if row.removed_at is not None:
        raise refuse("factor.none_such")
    return row


def _with_reason(reason: str) -> None:
    if not reason.strip():
        raise refuse("factor.needs_reason")


def _end_codes_of_nothing(account: Account, *, at: datetime) -> None:
    """Recovery codes stand in for an app or a passkey; they go with the last one."""
    if not factors_of(account).are_set:
        steps.end_recovery_codes(account, at=at)
