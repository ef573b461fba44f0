"""The head of a season as a cluster chooses one: plain values, before any row exists."""

from dataclasses import dataclass

from thidua.records.directory.models import Person, Unit
from thidua.records.papers.steps import Shown


@dataclass(frozen=True)
class Heading:
    """Who becomes head and for which unit; `ground` is the decision or the minutes.

    Of an election `votes_for` of `votes_given`.
    """

    person: Person
    unit: Unit
    ground: Shown
    votes_for: int | None = None
    votes_given: int | None = None
