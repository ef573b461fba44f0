"""Codes by which somebody of a unit comes in once: how they are written, read and kept; how an invitation stands."""

from datetime import timedelta
from enum import StrEnum

from thidua.core.answer import Sentence
from thidua.core.workflow.participation import LETTERS

CODE_LENGTH = 12  # of 23 letters: 54 bits
TERM = timedelta(days=30)
MISSED, WINDOW = "invitation.missed", timedelta(minutes=10)
MOST_MISSES, MOST_OF_A_LINE = 10, 300  # wrong codes that begin alike; from one line, behind which many offices may sit


class InvitationState(StrEnum):
    OPEN = "open"
    USED = "used"
    REVOKED = "revoked"
    EXPIRED = "expired"


def code_from(key: bytes) -> str:
    """The code that stands for 32 bytes which nobody can guess.

    >>> code_from(bytes(32)), len(code_from(b"x" * 32))
    ('333333333333', 12)
    """
    number, letters = int.from_bytes(key, "big"), []
    for _ in range(CODE_LENGTH):
        number, place = divmod(number, len(LETTERS))
        letters.append(LETTERS[place])
    return "".join(letters)


def as_read(code: str) -> str:
    """The code as it is printed and read out.

    >>> as_read("K7MX3RQPACDE")
    'K7MX-3RQP-ACDE'
    """
    return "-".join(code[place : place + 4] for place in range(0, CODE_LENGTH, 4))


def beginning_of(code: str) -> str:
    """The first group of a code as it is kept: wrong codes that begin alike are guesses at one.

    >>> beginning_of("K7MX3RQPACDE")
    'K7MX'
    """
    return code[:4]


def as_kept(typed: str) -> str:
    """The code whatever case, spaces and dashes were typed.

    >>> as_kept(" k7mx 3rqp-acde ")
    'K7MX3RQPACDE'
    """
    return "".join(letter for letter in typed.upper() if letter.isalnum())[:CODE_LENGTH]


def fault_in(typed: str) -> Sentence | None:
    """Why no code can read like this: too few or too many letters, or one that no code has.

    >>> fault_in("K7MX-3RQP")
    Sentence('invitation.code_length', have=8, least=12)
    """
    letters = [letter for letter in typed.upper() if letter.isalnum()]
    if len(letters) > CODE_LENGTH:
        return Sentence("invitation.code_too_long", most=CODE_LENGTH, have=len(letters))
    if len(letters) < CODE_LENGTH:
        return Sentence("invitation.code_length", least=CODE_LENGTH, have=len(letters))
    if strange := sorted(set(letters) - set(LETTERS)):
        return Sentence("invitation.code_letters", letters=", ".join(strange))
    return None
