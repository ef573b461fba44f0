"""Single links, passwords, second factors: made, checked, used up; letters of units that end are ended."""

import hashlib
import secrets
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import QuerySet

from thidua.base.sealed import unsealed
from thidua.core.answer import NotPossible, Sentence, refuse
from thidua.core.second_factor.codes import SECRET_BYTES, matching_step
from thidua.core.second_factor.recovery import hash_of
from thidua.core.texts import composed
from thidua.records.accounts.models import (
    Account,
    CodeApp,
    Delegation,
    FactorGuard,
    Passkey,
    RecoveryCode,
    SingleLink,
)
from thidua.records.accounts.queries import letters_of_units
from thidua.records.directory.models import Person, Unit

TERMS = {
    SingleLink.Purpose.INVITATION: timedelta(days=14),  # an office opens its mail once a week at worst
    SingleLink.Purpose.RESET: timedelta(hours=24),
}


def new_account(person: Person | None, email: str, *, is_administrator: bool = False, demo_role: str = "") -> Account:
    """An account without a password.

    Raises NotPossible for what is no address, an address that has an account, a person who has one.
    """
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
    return account


def withdraw_letters(letters: Iterable[Delegation], *, at: datetime) -> list[str]:
    """Letters of delegation hold no more from now on. Gives their numbers."""
    found = [letter for letter in letters if letter.withdrawn_at is None]
    Delegation.objects.filter(pk__in=[letter.pk for letter in found]).update(withdrawn_at=at)
    return [letter.letter_number for letter in found]


def make_link(account: Account, purpose: SingleLink.Purpose, *, at: datetime) -> tuple[SingleLink, str]:
    """A new link and its secret, which is told this once: only its hash is kept. Older links stop working."""
    end_links(account, at=at)
    secret = secrets.token_urlsafe(32)
    digest = hashlib.sha256(secret.encode()).hexdigest()
    link = SingleLink.objects.create(
        account=account, purpose=purpose, token_hash=digest, made_at=at, expires_at=at + TERMS[purpose]
    )
    return link, secret


def end_links(account: Account, *, at: datetime) -> None:
    """The account's open links stop working now."""
    account.links.filter(used_at=None, expires_at__gt=at).update(expires_at=at)


def set_password(account: Account, password: str) -> None:
    """Sets a password in its composed form, so that it works whatever keyboard types it; the caller saves.

    Raises NotPossible for a password that is too short, too common or of digits alone, with all faults.
    """
    password = composed(password)
    try:
        validate_password(password, account)
    except ValidationError as refused:
        raise NotPossible(*(_fault(error) for error in refused.error_list)) from None
    account.set_password(password)


def _fault(error: ValidationError) -> Sentence:
    if error.code == "password_too_short":
        return Sentence("password.too_short", least=(error.params or {})["min_length"])
    return Sentence("password.only_digits" if error.code == "password_entirely_numeric" else "password.too_common")


def end_letters(units: Sequence[Unit], *, on: date, at: datetime) -> list[int]:
    """Letters of units that end hold no more; what was signed under them stands. Gives their keys."""
    letters = list(letters_of_units(units, on=on).select_for_update())
    for letter in letters:
        letter.withdrawn_at = at
    Delegation.objects.bulk_update(letters, ["withdrawn_at"])
    return [letter.pk for letter in letters]


def restore_letters(letters: Sequence[int]) -> None:
    """Letters that were ended so hold again."""
    Delegation.objects.filter(pk__in=letters).update(withdrawn_at=None)


def new_app_secret() -> bytes:
    """What an app makes its codes from; kept once a code has shown that the app knows it."""
    return secrets.token_bytes(SECRET_BYTES)


def guard_of(account: Account) -> FactorGuard:
    """The account's guard under lock: codes of one account are checked one after the other."""
    FactorGuard.objects.get_or_create(account=account)
    return FactorGuard.objects.select_for_update().get(account=account)


def count_try(guard: FactorGuard, *, right: bool, at: datetime) -> None:
    """A wrong code is one more in a row, a right one ends the row."""
    guard.failures, guard.last_failed_at = (0, None) if right else (guard.failures + 1, at)
    guard.save(update_fields=["failures", "last_failed_at"])


def use_app(account: Account, typed: str, *, at: datetime) -> CodeApp | None:
    """The app whose code was typed; that code works no more. The caller holds the guard."""
    app = CodeApp.objects.filter(account=account, removed_at=None).first()
    secret = unsealed(app.secret) if app else None
    if app is None or secret is None:
        return None
    step = matching_step(secret, typed, at=at, after=app.last_step)
    if step is None:
        return None
    app.last_step, app.last_used_at = step, at
    app.save(update_fields=["last_step", "last_used_at"])
    return app


def use_recovery_code(account: Account, typed: str, *, at: datetime) -> RecoveryCode | None:
    """The recovery code that was typed, used up. The caller holds the guard."""
    codes = RecoveryCode.objects.filter(account=account, used_at=None, ended_at=None)
    code = codes.filter(code_hash=hash_of(typed)).first()
    if code is not None:
        code.used_at = at
        code.save(update_fields=["used_at"])
    return code


def renew_recovery_codes(account: Account, hashes: Iterable[str], *, at: datetime) -> None:
    """A new set; what is left of the old one works no more."""
    end_recovery_codes(account, at=at)
    RecoveryCode.objects.bulk_create(RecoveryCode(account=account, code_hash=one, made_at=at) for one in hashes)


def end_recovery_codes(account: Account, *, at: datetime) -> None:
    RecoveryCode.objects.filter(account=account, used_at=None, ended_at=None).update(ended_at=at)


def remove_app(account: Account, *, at: datetime) -> int:
    """The app's codes work no more, and its secret is gone. Gives how many there were."""
    return CodeApp.objects.filter(account=account, removed_at=None).update(removed_at=at, secret="")


def remove_passkeys(passkeys: QuerySet[Passkey], *, at: datetime) -> int:
    """They open nothing any more. Gives how many there were."""
    return passkeys.filter(removed_at=None).update(removed_at=at, kept="")


def remove_all_factors(account: Account, *, at: datetime) -> int:
    """Nothing proves the account any more, and what was proven before counts no more. Gives how many there were."""
    guard = guard_of(account)
    removed = remove_app(account, at=at) + remove_passkeys(account.passkeys.all(), at=at)
    end_recovery_codes(account, at=at)
    guard.failures, guard.last_failed_at, guard.round = 0, None, guard.round + 1
    guard.save(update_fields=["failures", "last_failed_at", "round"])
    return removed
