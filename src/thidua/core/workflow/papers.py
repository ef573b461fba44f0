"""An official paper's way: drafted, submitted, signed, issued with its number; withdrawn with a reason."""

from enum import StrEnum

from thidua.core.answer import YES, Answer, not_possible


class PaperState(StrEnum):
    """ISSUED alone has a number; what was WITHDRAWN stays, and its number is given to no other paper."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    SIGNED = "signed"
    ISSUED = "issued"
    WITHDRAWN = "withdrawn"


class PaperMove(StrEnum):
    FILL = "fill"  # from the records, anew
    WRITE = "write"
    SUBMIT = "submit"
    RETURN = "return"
    SIGN = "sign"
    ISSUE = "issue"  # also what was signed in ink, from whatever state
    WITHDRAW = "withdraw"


class Under(StrEnum):
    """Whose letterhead a paper bears: the head's unit, which has a clerk and a seal, the agency above, the cluster."""

    UNIT = "unit"
    AGENCY = "agency"
    CLUSTER = "cluster"


_OPEN = (PaperState.DRAFT, PaperState.SUBMITTED, PaperState.SIGNED)
MOVES: dict[PaperMove, tuple[PaperState, ...]] = {
    PaperMove.FILL: (PaperState.DRAFT,),
    PaperMove.WRITE: (PaperState.DRAFT,),
    PaperMove.SUBMIT: (PaperState.DRAFT,),
    PaperMove.RETURN: (PaperState.SUBMITTED,),
    PaperMove.SIGN: (PaperState.SUBMITTED,),
    PaperMove.ISSUE: _OPEN,
    PaperMove.WITHDRAW: (*_OPEN, PaperState.ISSUED),
}


def may_move(state: PaperState, move: PaperMove) -> Answer:
    """Whether the move is in the table; the refusal names the state that stands in its way."""
    return YES if state in MOVES[move] else not_possible(f"paper.is_{state}")
