"""What people do to take part, how it came in, whether it counts, and the codes by which they tell of it."""

from collections.abc import Callable
from enum import StrEnum

# Without what looks alike in print or sounds alike on the telephone: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V.
LETTERS = "34679ACDEFGHJKMNPQRTWXY"
CODE_LENGTH = 8  # of 23 letters: one in 78 billion is met by a guess


class ActKind(StrEnum):
    REGISTRATION = "registration"
    RESULT = "result"
    INITIATIVE = "initiative"
    ATTENDANCE = "attendance"


# An initiative counts by its own way: written, signed by the leader, with its authors.
ENTERED = (ActKind.RESULT, ActKind.ATTENDANCE, ActKind.REGISTRATION)


class ActWay(StrEnum):
    OWN = "own"
    CODE = "code"
    OFFICER = "officer"


class ActState(StrEnum):
    UNCLAIMED = "unclaimed"
    COUNTED = "counted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


def new_code(choose: Callable[[str], str]) -> str:
    """A code out of letters that `choose` picks one by one."""
    return "".join(choose(LETTERS) for _ in range(CODE_LENGTH))


def as_read(code: str) -> str:
    """The code as it is printed and read out.

    >>> as_read("K7MX3RQP")
    'K7MX-3RQP'
    """
    return f"{code[:4]}-{code[4:]}"


def as_kept(typed: str) -> str:
    """The code as it is kept, whatever case, spaces and dashes were typed.

    >>> as_kept(" k7mx 3rqp ")
    'K7MX3RQP'
    """
    return "".join(letter for letter in typed.upper() if letter.isalnum())[:12]
