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


class Capacity(StrEnum):
    """In whose place one signs: for oneself, for one's chief (KT.), for a body (TM.), by order (TL.)."""

    OWN = ""
    FOR_CHIEF = "KT."
    FOR_BODY = "TM."
    BY_ORDER = "TL."


class Under(StrEnum):
    """Whose letterhead a paper bears: the head's unit, which has a clerk and a seal, or the cluster itself."""

    UNIT = "unit"
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


def signature_lines(capacity: Capacity, *, chief: str, body: str, title: str) -> list[str]:
    """What stands over the signer's name, in capitals: `chief` the post for which, `body` that for which one signs.

    >>> signature_lines(Capacity.FOR_CHIEF, chief="Giám đốc", body="Khu vực", title="Phó Giám đốc")
    ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']
    """
    over = body if capacity is Capacity.FOR_BODY else chief
    lines = [title] if capacity is Capacity.OWN else [f"{capacity} {over}", title]
    return [line.upper() for line in lines]
