"""Acts on what units give to a conference: asked of all or of one, received, a receipt withdrawn."""

from datetime import date, datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import refuse
from thidua.core.workflow.budgeting import BudgetMove
from thidua.records.councils.actions.holding import hold_budget
from thidua.records.councils.models import Budget, Contribution, Receipt
from thidua.records.councils.money_plan import ReceiptTold
from thidua.records.councils.queries.conferences import matters_of, members_concerned
from thidua.records.councils.steps import money as steps
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record


@act
def ask_contributions(
    budget: Budget, *, dong: int, by_day: date | None, seen_version: int, by: Actor, at: datetime, key: str
) -> Budget:
    """Every member unit that the conference concerns is asked for the same sum, and told until when.

    Raises NotPossible before the estimate was approved, for a day that is past, where nothing would change, or if
    someone has saved since.
    """
    budget = hold_budget(budget, "money.write", BudgetMove.KEEP, by, at, seen_version=seen_version)
    if by_day is not None and by_day < local_day(at):
        raise refuse("budget.day_is_past", on=by_day)
    conference = budget.conference
    asked = steps.ask_members(budget, members_concerned(conference, matters_of(conference)), dong)
    if not asked and by_day == budget.contribute_by:
        raise refuse("budget.asked_already", dong=dong)
    budget.contribute_by = by_day
    budget.turn()
    budget.save(update_fields=["contribute_by", "version"])
    steps.tell_asked(budget, asked, at)
    body = {"dong": str(dong), "contribute_by": by_day.isoformat() if by_day else "", "units": len(asked)}
    record("budget.asked", by=by, at=at, subjects=steps.subjects_of(budget), body=body)
    return budget


@act
def ask_another_sum(
    contribution: Contribution, *, dong: int, seen_version: int, by: Actor, at: datetime, key: str
) -> Contribution:
    """One unit is asked for another sum than the others, and told. Raises NotPossible if someone has saved since."""
    budget = hold_budget(contribution.budget, "money.write", BudgetMove.KEEP, by, at)
    contribution = _of(budget, contribution)
    contribution.expect(seen_version)
    before = contribution.asked_dong
    steps.ask_one(contribution, dong)
    steps.tell_asked(budget, [contribution], at)
    body = {"from": str(before), "dong": str(dong)}
    unit = contribution.membership.unit
    record("budget.asked_one", by=by, at=at, subjects=steps.subjects_of(budget, contribution, unit), body=body)
    return contribution


@act
def receive_contribution(
    contribution: Contribution, *, told: ReceiptTold, by: Actor, at: datetime, key: str
) -> Receipt:
    """A unit's money has come. Raises NotPossible for no money, a day to come, or a number that was taken."""
    budget = hold_budget(contribution.budget, "money.write", BudgetMove.KEEP, by, at)
    contribution = _of(budget, contribution)
    receipt = steps.enter_receipt(contribution, told, today=local_day(at))
    body = {"number": receipt.number, "on": receipt.received_on.isoformat(), "dong": str(receipt.dong)}
    unit = contribution.membership.unit
    record("budget.received", by=by, at=at, subjects=steps.subjects_of(budget, contribution, unit), body=body)
    return receipt


@act
def withdraw_receipt(receipt: Receipt, *, because: str, by: Actor, at: datetime, key: str) -> Receipt:
    """It was entered wrongly. Raises NotPossible without a reason, or when it was withdrawn before."""
    budget = hold_budget(receipt.contribution.budget, "money.write", BudgetMove.KEEP, by, at)
    receipt = Receipt.objects.select_related("contribution__membership__unit").get(pk=receipt.pk)
    steps.withdraw(receipt, because)
    body = {"number": receipt.number, "dong": str(receipt.dong), "reason": receipt.withdrawn_because}
    about = steps.subjects_of(budget, receipt.contribution, receipt.contribution.membership.unit)
    record("budget.receipt_withdrawn", by=by, at=at, subjects=about, body=body)
    return receipt


def _of(budget: Budget, contribution: Contribution) -> Contribution:
    """The row as it is under the lock of its budget."""
    found = Contribution.objects.select_related("membership__unit").get(pk=contribution.pk)
    found.budget = budget
    return found
