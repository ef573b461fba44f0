"""What a unit owes in its year: registration, signature, figures of each period, reports in words, score card."""

from enum import StrEnum


class Owing(StrEnum):
    REGISTRATION = "registration"
    SIGNING = "signing"
    REPORT = "report"
    WRITTEN = "written"
    SELF_SCORE = "self_score"


class Standing(StrEnum):
    """How one of them stands for one unit. DONE has left the unit, WAITING is with its own leader."""

    DONE = "done"
    WAITING = "waiting"
    RETURNED = "returned"
    OPEN = "open"
    NOT_YET = "not_yet"  # nobody is asked for it yet


MAY_BE_EXTENDED = frozenset({Owing.REGISTRATION, Owing.REPORT, Owing.WRITTEN, Owing.SELF_SCORE})
"""A signature that comes late is simply late: the pact stays open for it."""
