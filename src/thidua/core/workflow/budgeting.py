"""The money of a conference: its estimate drafted, submitted, approved; kept; settled, closed, reopened."""

from enum import StrEnum

from thidua.core.answer import YES, Answer, not_possible


class BudgetState(StrEnum):
    """DRAFT: also while an approved estimate is amended. SETTLING: the settlement waits for the head."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    SETTLING = "settling"
    CLOSED = "closed"


class BudgetMove(StrEnum):
    WRITE = "write"  # the lines of the estimate
    SUBMIT = "submit"
    RETURN = "return"  # the estimate, or the settlement
    APPROVE = "approve"
    AMEND = "amend"
    KEEP = "keep"  # what units are asked and pay, what is spent
    SETTLE = "settle"
    CLOSE = "close"
    REOPEN = "reopen"


_OPEN = (BudgetState.DRAFT, BudgetState.SUBMITTED, BudgetState.APPROVED)
MOVES: dict[BudgetMove, tuple[BudgetState, ...]] = {
    BudgetMove.WRITE: (BudgetState.DRAFT,),
    BudgetMove.SUBMIT: (BudgetState.DRAFT,),
    BudgetMove.RETURN: (BudgetState.SUBMITTED, BudgetState.SETTLING),
    BudgetMove.APPROVE: (BudgetState.SUBMITTED,),
    BudgetMove.AMEND: (BudgetState.APPROVED,),
    BudgetMove.KEEP: _OPEN,
    BudgetMove.SETTLE: (BudgetState.APPROVED,),
    BudgetMove.CLOSE: (BudgetState.SETTLING,),
    BudgetMove.REOPEN: (BudgetState.CLOSED,),
}


def may_move(state: BudgetState, move: BudgetMove, *, was_approved: bool) -> Answer:
    """Whether the move is in the table. Money is kept from the first approval on, also during an amendment."""
    if state not in MOVES[move]:
        return not_possible(f"budget.is_{state}")
    if move is BudgetMove.KEEP and not was_approved:
        return not_possible("budget.not_approved")
    return YES
