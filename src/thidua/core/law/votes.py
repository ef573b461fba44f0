"""Votes of a council: of all members appointed, reckoned without dividing."""

from dataclasses import dataclass
from datetime import date

from thidua.core.law.conditions.base import Met, met
from thidua.core.law.library import Library
from thidua.core.law.provisions import Provision

HUNDRED = 100


def votes_needed(percent: int, appointed: int) -> int:
    """The fewest votes that are so many in the hundred of all members appointed.

    Absent members count in the base, and what they say in writing counts. Source: D98 art. 30(7), D152 art. 33.

    >>> votes_needed(90, 9), votes_needed(80, 9), votes_needed(90, 11)
    (9, 8, 10)
    """
    return -(-percent * appointed // HUNDRED)


def is_reached(yes: int, percent: int, appointed: int) -> bool:
    return HUNDRED * yes >= percent * appointed


@dataclass(frozen=True)
class VoteFound:
    """What a council's vote came to for one award; a threshold in doubt warns and blocks nothing."""

    rule: Provision
    yes: int
    needed: int
    met: Met


def vote_of(library: Library, award: str, on: date, *, yes: int, appointed: int) -> list[VoteFound]:
    """For every council whose threshold is in force on the day; none where no text asks for a vote."""
    return [_found(row, yes, appointed) for row in library.rows("votes", on) if row.about[0] == award]


def _found(row: Provision, yes: int, appointed: int) -> VoteFound:
    reached = met(is_reached(yes, row["percent"], appointed))
    return VoteFound(
        row, yes, votes_needed(row["percent"], appointed), max(reached, Met.WARN) if row.doubt else reached
    )
