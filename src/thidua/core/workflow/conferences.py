"""Conferences: their states, what a matter may be, what a unit may answer."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from thidua.core.answer import YES, Answer, not_possible


class ConferenceState(StrEnum):
    """PLANNED: only those who lead the season know of it. INVITED: the units have their letters."""

    PLANNED = "planned"
    INVITED = "invited"
    HELD = "held"
    CONCLUDED = "concluded"
    CALLED_OFF = "called_off"


class ConferenceMove(StrEnum):
    PLAN = "plan"  # place, time, matters, programme, guests
    INVITE = "invite"
    ANSWER = "answer"
    HOLD = "hold"
    SEAT = "seat"
    WRITE = "write"  # minutes, conclusions, who was nominated
    CONCLUDE = "conclude"
    CALL_OFF = "call_off"


class Form(StrEnum):
    """Trực tiếp, trực tuyến, cả hai."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    BOTH = "both"


class MatterKind(StrEnum):
    """Tổng kết, suy tôn, bàn giao trưởng cụm, ký giao ước, nội dung khác."""

    REVIEW = "review"
    NOMINATION = "nomination"
    HANDOVER = "handover"
    SIGNING = "signing"
    OTHER = "other"


class Coming(StrEnum):
    """What was answered to an invitation; WAITING: nothing yet."""

    WAITING = "waiting"
    COMES = "comes"
    STAYS_AWAY = "stays_away"


_BEFORE = (ConferenceState.PLANNED, ConferenceState.INVITED)
MOVES: dict[ConferenceMove, tuple[ConferenceState, ...]] = {
    ConferenceMove.PLAN: _BEFORE,
    ConferenceMove.INVITE: _BEFORE,
    ConferenceMove.ANSWER: (ConferenceState.INVITED,),
    ConferenceMove.HOLD: (ConferenceState.INVITED,),
    ConferenceMove.SEAT: (ConferenceState.INVITED,),
    ConferenceMove.WRITE: (ConferenceState.HELD,),
    ConferenceMove.CONCLUDE: (ConferenceState.HELD,),
    ConferenceMove.CALL_OFF: _BEFORE,
}


def may_move(state: ConferenceState, move: ConferenceMove) -> Answer:
    """Whether the move is in the table; the refusal names the state that stands in its way."""
    return YES if state in MOVES[move] else not_possible(f"conference.is_{state}")


@dataclass(frozen=True)
class Hall:
    """Rows A to Z, nearest to the chair's table first, with as many seats in each."""

    rows: int
    seats: int

    MOST_ROWS: ClassVar[int] = 26
    MOST_SEATS: ClassVar[int] = 40

    @property
    def size(self) -> int:
        return self.rows * self.seats

    @property
    def is_possible(self) -> bool:
        return 1 <= self.rows <= self.MOST_ROWS and 1 <= self.seats <= self.MOST_SEATS

    def places(self) -> list[tuple[int, int]]:
        """Seats in order of honour: in each row from its middle outwards, the reader's left first.

        >>> Hall(1, 4).places()
        [(1, 2), (1, 3), (1, 1), (1, 4)]
        """
        middle = (self.seats + 1) / 2
        inwards = sorted(range(1, self.seats + 1), key=lambda number: (abs(number - middle), number))
        return [(row, number) for row in range(1, self.rows + 1) for number in inwards]
