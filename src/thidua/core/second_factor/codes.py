"""Codes of an app on the owner's phone (RFC 6238): six digits, new every 30 seconds."""

import base64
from datetime import datetime, timedelta

from cryptography.hazmat.primitives.constant_time import bytes_eq
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.hotp import HOTP
from cryptography.hazmat.primitives.twofactor.totp import TOTP

SECRET_BYTES = 20  # RFC 4226, section 4: 160 bits are recommended
DIGITS = 6
STEP_SECONDS = 30
SKEW = (0, -1, 1)  # a phone's clock may be one step off
FREE_TRIES = 5
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=15), timedelta(days=1)


def step_at(at: datetime) -> int:
    """The number of the step of 30 seconds that an instant lies in."""
    return int(at.timestamp()) // STEP_SECONDS


def code_at(secret: bytes, at: datetime) -> str:
    """The code that the app shows at an instant."""
    return _hotp(secret).generate(step_at(at)).decode()


def matching_step(secret: bytes, typed: str, *, at: datetime, after: int) -> int | None:
    """The step whose code was typed: the present one or one beside it, and later than `after`, the last one used.

    None for a wrong code, and for one of a step that has been used: nobody who looks on can use it again.
    """
    code = "".join(typed.split())
    if not (len(code) == DIGITS and code.isascii() and code.isdigit()):
        return None
    hotp, now = _hotp(secret), step_at(at)
    for step in (now + off for off in SKEW):
        if step > after and bytes_eq(hotp.generate(step), code.encode()):
            return step
    return None


def in_groups(secret: bytes) -> str:
    """The secret as somebody types it into an app: base 32 in groups of four.

    >>> in_groups(bytes(20))
    'AAAA AAAA AAAA AAAA AAAA AAAA AAAA AAAA'
    """
    text = base64.b32encode(secret).decode().rstrip("=")
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def address_of(secret: bytes, *, account: str, issuer: str) -> str:
    """What the square picture holds for the app: otpauth://totp/…"""
    return TOTP(secret, DIGITS, SHA1(), STEP_SECONDS).get_provisioning_uri(account, issuer)  # noqa: S303


def waits_until(failures: int, last_failed_at: datetime | None) -> datetime | None:
    """Until when no code is taken: after each five wrong ones in a row, a quarter of an hour, then twice as long."""
    if last_failed_at is None or failures < FREE_TRIES or failures % FREE_TRIES:
        return None
    doubled: int = 2 ** min(failures // FREE_TRIES - 1, 10)
    return last_failed_at + min(FIRST_WAIT * doubled, LONGEST_WAIT)


def _hotp(secret: bytes) -> HOTP:
    # SHA-1 is what every app on a phone knows; in an HMAC over a counter its collisions do no harm.
    return HOTP(secret, DIGITS, SHA1())  # noqa: S303
