"""Single links are made and used up; a password is checked and set; letters of units that end are ended."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from thidua.core.answer import NotPossible, Sentence
from thidua.core.texts import composed
from thidua.records.accounts.models import Account, Delegation, SingleLink
from thidua.records.accounts.queries import letters_in_force
from thidua.records.directory.models import Unit

TERMS = {
    SingleLink.Purpose.INVITATION: timedelta(days=14),  # an office opens its mail once a week at worst
    SingleLink.Purpose.RESET: timedelta(hours=24),
}


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

    Raises NotPossible for a password that is too short or too common, with all faults.
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
    return Sentence("password.too_common")


def end_letters(units: Sequence[Unit], *, on: date, at: datetime) -> list[int]:
    """Letters of units that end hold no more; what was signed under them stands. Gives their keys."""
    letters = list(letters_in_force(units, on=on))
    for letter in letters:
        letter.withdrawn_at = at
    Delegation.objects.bulk_update(letters, ["withdrawn_at"])
    return [letter.pk for letter in letters]


def restore_letters(letters: Sequence[int]) -> None:
    """Letters that were ended so hold again."""
    Delegation.objects.filter(pk__in=letters).update(withdrawn_at=None)
