"""Conferences: their states, what a matter may be, what a unit may answer."""

from enum import StrEnum

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
    ConferenceMove.WRITE: (ConferenceState.HELD,),
    ConferenceMove.CONCLUDE: (ConferenceState.HELD,),
    ConferenceMove.CALL_OFF: _BEFORE,
}


def may_move(state: ConferenceState, move: ConferenceMove) -> Answer:
    """Whether the move is in the table; the refusal names the state that stands in its way."""
    return YES if state in MOVES[move] else not_possible(f"conference.is_{state}")
