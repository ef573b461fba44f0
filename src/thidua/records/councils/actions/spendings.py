"""Acts on what is spent for a conference: entered, corrected, withdrawn."""

from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.workflow.budgeting import BudgetMove
from thidua.records.councils.actions.holding import hold_budget
from thidua.records.councils.models import Budget, Spending
from thidua.records.councils.money_plan import SpendingTold
from thidua.records.councils.steps import money as steps
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record


@act
def enter_spending(budget: Budget, *, told: SpendingTold, by: Actor, at: datetime, key: str) -> Spending:
    """Money went out on a line of the estimate; more than its line says is let through and told.

    Raises NotPossible before the estimate was approved, for no money, a day to come, or no line.
    """
    budget = hold_budget(budget, "money.write", BudgetMove.KEEP, by, at)
    spending = Spending()
    steps.write_spending(spending, told, budget=budget, today=local_day(at))
    about = steps.subjects_of(budget, spending)
    record("budget.spent", by=by, at=at, subjects=about, body=steps.spending_told(spending))
    return spending


@act
def correct_spending(
    spending: Spending, *, told: SpendingTold, seen_version: int, by: Actor, at: datetime, key: str
) -> Spending:
    """What was entered is mended. Raises NotPossible as `enter_spending`, once withdrawn, or if someone has saved
    since."""
    budget = hold_budget(spending.line.budget, "money.write", BudgetMove.KEEP, by, at)
    spending = Spending.objects.select_related("line", "file").get(pk=spending.pk)
    steps.require_standing(spending)
    spending.expect(seen_version)
    before = steps.spending_told(spending)
    spending.turn()
    steps.write_spending(spending, told, budget=budget, today=local_day(at))
    body = {"from": before, **steps.spending_told(spending)}
    record("budget.spending_corrected", by=by, at=at, subjects=steps.subjects_of(budget, spending), body=body)
    return spending


@act
def withdraw_spending(spending: Spending, *, because: str, by: Actor, at: datetime, key: str) -> Spending:
    """It was entered wrongly. Raises NotPossible without a reason, or when it was withdrawn before."""
    budget = hold_budget(spending.line.budget, "money.write", BudgetMove.KEEP, by, at)
    spending = Spending.objects.select_related("line", "file").get(pk=spending.pk)
    steps.withdraw(spending, because)
    body = {**steps.spending_told(spending), "reason": spending.withdrawn_because}
    record("budget.spending_withdrawn", by=by, at=at, subjects=steps.subjects_of(budget, spending), body=body)
    return spending
