"""How anything leaves a unit: its officer submits, its leader or a delegate signs or returns it."""

from enum import StrEnum

from thidua.core.answer import YES, Answer, not_possible


class Handing(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    SIGNED = "signed"


class Move(StrEnum):
    SUBMIT = "submit"
    TAKE_BACK = "take_back"
    RETURN = "return"
    SIGN = "sign"
    CORRECT = "correct"


TABLE: dict[tuple[Handing, Move], Handing] = {
    (Handing.DRAFT, Move.SUBMIT): Handing.SUBMITTED,
    (Handing.RETURNED, Move.SUBMIT): Handing.SUBMITTED,
    (Handing.SUBMITTED, Move.TAKE_BACK): Handing.DRAFT,
    (Handing.SUBMITTED, Move.RETURN): Handing.RETURNED,
    (Handing.SUBMITTED, Move.SIGN): Handing.SIGNED,
    (Handing.SIGNED, Move.CORRECT): Handing.DRAFT,
}
OPEN_FOR_ENTRY = frozenset({Handing.DRAFT, Handing.RETURNED})


def after(state: Handing, move: Move) -> Handing | None:
    """The state after a move, or None where the table has no such move."""
    return TABLE.get((state, move))


def may(state: Handing, move: Move) -> Answer:
    """Whether the move is in the table; the refusal names the state that stands in its way."""
    return YES if after(state, move) else not_possible(f"handing.not_{move}", state=state.value)


def may_enter(state: Handing) -> Answer:
    """Figures may be typed while the thing has not been submitted or was returned."""
    return YES if state in OPEN_FOR_ENTRY else not_possible("handing.not_open", state=state.value)
