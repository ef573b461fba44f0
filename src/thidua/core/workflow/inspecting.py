"""Inspections: states of a round, a visit and a point to mend, and which teams have an interest of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from thidua.core.answer import YES, Answer, not_possible


class PlanState(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class VisitState(StrEnum):
    """REPORTED: the team's leader has signed the minutes; AGREED, REMARKED: the unit's leader signed, or did not."""

    PLANNED = "planned"
    REPORTED = "reported"
    AGREED = "agreed"
    REMARKED = "remarked"
    CANCELLED = "cancelled"


class Outcome(StrEnum):
    """Đạt, cần khắc phục, ghi nhận."""

    MET = "met"
    MEND = "mend"
    NOTED = "noted"


class PointState(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


class VisitMove(StrEnum):
    NOTE = "note"  # and photograph, and withdraw
    MOVE = "move"
    CANCEL = "cancel"
    REPORT = "report"
    ANSWER = "answer"


class PointMove(StrEnum):
    ANSWER = "answer"
    ACCEPT = "accept"
    REFUSE = "refuse"
    CLOSE = "close"  # seen by the team itself, without an answer of the unit


VISITS: dict[tuple[VisitState, VisitMove], tuple[VisitState, ...]] = {
    (VisitState.PLANNED, VisitMove.NOTE): (VisitState.PLANNED,),
    (VisitState.PLANNED, VisitMove.MOVE): (VisitState.PLANNED,),
    (VisitState.PLANNED, VisitMove.CANCEL): (VisitState.CANCELLED,),
    (VisitState.PLANNED, VisitMove.REPORT): (VisitState.REPORTED,),
    (VisitState.REPORTED, VisitMove.ANSWER): (VisitState.AGREED, VisitState.REMARKED),
}
POINTS: dict[tuple[PointState, PointMove], PointState] = {
    (PointState.OPEN, PointMove.ANSWER): PointState.ANSWERED,
    (PointState.OPEN, PointMove.CLOSE): PointState.CLOSED,
    (PointState.ANSWERED, PointMove.ACCEPT): PointState.CLOSED,
    (PointState.ANSWERED, PointMove.REFUSE): PointState.OPEN,
}
HAS_MINUTES = frozenset({VisitState.REPORTED, VisitState.AGREED, VisitState.REMARKED})


def may_visit(state: VisitState, move: VisitMove) -> Answer:
    """Whether the move is in the table; the refusal names the state that stands in its way."""
    return YES if (state, move) in VISITS else not_possible(f"inspection.visit_is_{state}")


def may_mend(state: PointState, move: PointMove) -> Answer:
    return YES if (state, move) in POINTS else not_possible(f"inspection.point_is_{state}")


@dataclass(frozen=True)
class Team:
    """Keys of the units from which a team's people come, and of those that it visits."""

    homes: frozenset[int]
    visited: frozenset[int]


@dataclass(frozen=True)
class Interest:
    """Somebody of unit `home` looks at unit `visited`: the same one, or one whose people look at `home` in return."""

    team: int
    home: int
    visited: int

    @property
    def is_own(self) -> bool:
        return self.home == self.visited


def own_interests(teams: Sequence[Team]) -> list[Interest]:
    """Where a team would look at itself, and where two units would look at each other (`team` counts from 0).

    Of a swap both sides are named: to move either of them mends it.
    """
    looks = {
        (home, visited): place
        for place, team in reversed(list(enumerate(teams)))
        for home, visited in product(team.homes, team.visited)
    }
    found = [Interest(place, home, visited) for (home, visited), place in looks.items() if (visited, home) in looks]
    return sorted(found, key=lambda one: (one.team, one.home, one.visited))
