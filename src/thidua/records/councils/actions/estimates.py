"""Acts on the estimate of a conference: written, submitted, returned, approved, amended."""

from collections.abc import Sequence
from datetime import datetime

from thidua.core.actor import Actor
from thidua.core.answer import require
from thidua.core.texts import composed
from thidua.core.workflow.budgeting import BudgetMove, BudgetState, may_move
from thidua.records.councils.actions.holding import hold, hold_budget
from thidua.records.councils.models import Budget, Conference
from thidua.records.councils.money_plan import LinePlan
from thidua.records.councils.steps.money import (
    approve_lines,
    keep,
    lines_told,
    require_reason,
    subjects_of,
    tell_people,
    write_lines,
)
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.seasons.models import SeasonRole


@act
def write_estimate(
    conference: Conference, *, lines: Sequence[LinePlan], seen_version: int, by: Actor, at: datetime, key: str
) -> Budget:
    """The lines of the estimate, those of a group together.

    Raises NotPossible with every fault of the lines, once it is submitted, or if someone has saved since.
    """
    conference = hold(conference, "money.write", None, by, at)
    budget = Budget.objects.select_for_update().filter(conference=conference).first()
    budget = budget or Budget.objects.create(conference=conference, version=0)
    require(may_move(budget.at_state, BudgetMove.WRITE, was_approved=budget.was_approved))
    budget.expect(seen_version)
    write_lines(budget, lines)
    keep(budget)
    record("budget.written", by=by, at=at, subjects=subjects_of(budget), body={"lines": lines_told(budget)})
    return budget


@act
def submit_estimate(budget: Budget, *, seen_version: int, by: Actor, at: datetime, key: str) -> Budget:
    """The head is asked to approve. Raises NotPossible if it is submitted, or if someone has saved since."""
    budget = hold_budget(budget, "money.write", BudgetMove.SUBMIT, by, at, seen_version=seen_version)
    budget.state, budget.returned_because = BudgetState.SUBMITTED.value, ""
    keep(budget)
    tell_people(budget, "notice.estimate_submitted", SeasonRole.Role.HEAD, by, at)
    record("budget.submitted", by=by, at=at, subjects=subjects_of(budget))
    return budget


@act
def return_money(budget: Budget, *, because: str, seen_version: int, by: Actor, at: datetime, key: str) -> Budget:
    """The head sends estimate or settlement back to be mended.

    Raises NotPossible without a reason, where neither waits for the head, or if someone has saved since.
    """
    budget = hold_budget(budget, "money.approve", BudgetMove.RETURN, by, at, seen_version=seen_version)
    require_reason(because)
    is_estimate = budget.at_state is BudgetState.SUBMITTED
    budget.state = (BudgetState.DRAFT if is_estimate else BudgetState.APPROVED).value
    budget.returned_because = composed(because.strip())
    keep(budget)
    tell_people(budget, "notice.money_returned", SeasonRole.Role.SECRETARIAT, by, at)
    record("budget.returned", by=by, at=at, subjects=subjects_of(budget), body={"reason": budget.returned_because})
    return budget


@act
def approve_estimate(budget: Budget, *, seen_version: int, by: Actor, at: datetime, key: str) -> Budget:
    """The head approves; from now on units may be asked and money be spent, and the lines change by an amendment only.

    Raises NotPossible if it is not submitted, or if someone has saved since.
    """
    budget = hold_budget(budget, "money.approve", BudgetMove.APPROVE, by, at, seen_version=seen_version)
    budget.state, budget.approved_dong = BudgetState.APPROVED.value, approve_lines(budget)
    budget.approved_at, budget.approved_by = at, by.as_written()
    keep(budget)
    tell_people(budget, "notice.estimate_approved", SeasonRole.Role.SECRETARIAT, by, at)
    body = {"lines": lines_told(budget), "dong": str(budget.approved_dong), "amendment": budget.amendment}
    record("budget.approved", by=by, at=at, subjects=subjects_of(budget), body=body)
    return budget


@act
def amend_estimate(budget: Budget, *, because: str, by: Actor, at: datetime, key: str) -> Budget:
    """An approved estimate is opened to be changed, and is approved anew; money is kept meanwhile.

    Raises NotPossible without a reason, or while it is not approved.
    """
    budget = hold_budget(budget, "money.write", BudgetMove.AMEND, by, at)
    require_reason(because)
    budget.state, budget.amendment = BudgetState.DRAFT.value, budget.amendment + 1
    budget.amended_because, budget.returned_because = composed(because.strip()), ""
    keep(budget)
    body = {"reason": budget.amended_because, "amendment": budget.amendment}
    record("budget.amended", by=by, at=at, subjects=subjects_of(budget), body=body)
    return budget
