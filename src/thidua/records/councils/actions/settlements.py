"""Acts on the settlement of a conference's money: submitted, closed under its seal, reopened."""

from datetime import datetime

from thidua.core.actor import Actor
from thidua.core.answer import refuse
from thidua.core.texts import composed
from thidua.core.workflow.budgeting import BudgetMove, BudgetState
from thidua.core.workflow.conferences import ConferenceState
from thidua.records.councils.actions.holding import hold_budget
from thidua.records.councils.models import Budget
from thidua.records.councils.queries.money import sealed_settlement
from thidua.records.councils.steps.money import keep, require_reason, subjects_of, tell_people, tell_units
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.seasons.models import SeasonRole

BEFORE = (ConferenceState.PLANNED, ConferenceState.INVITED)


@act
def submit_settlement(budget: Budget, *, seen_version: int, by: Actor, at: datetime, key: str) -> Budget:
    """The head is asked to close; nothing is kept meanwhile.

    Raises NotPossible before the conference was held or called off, while an estimate waits, or if someone has saved
    since.
    """
    budget = hold_budget(budget, "money.write", BudgetMove.SETTLE, by, at, seen_version=seen_version)
    if budget.conference.at_state in BEFORE:
        raise refuse("budget.conference_to_come")
    budget.state, budget.returned_because = BudgetState.SETTLING.value, ""
    keep(budget)
    tell_people(budget, "notice.settlement_submitted", SeasonRole.Role.HEAD, by, at)
    record("budget.settled", by=by, at=at, subjects=subjects_of(budget), body=sealed_settlement(budget).as_record())
    return budget


@act
def close_settlement(budget: Budget, *, seen_version: int, by: Actor, at: datetime, key: str) -> Budget:
    """The head closes: figures stand under their seal, and the units read them.

    Raises NotPossible if it is not submitted, or if someone has saved since.
    """
    budget = hold_budget(budget, "money.approve", BudgetMove.CLOSE, by, at, seen_version=seen_version)
    found = sealed_settlement(budget)
    budget.state, budget.seal, budget.reopened_because = BudgetState.CLOSED.value, found.seal, ""
    budget.closed_at, budget.closed_by = at, by.as_written()
    keep(budget)
    tell_units(budget, "notice.settlement_closed", at, place="settlement")
    body = {"seal": budget.seal, **found.as_record()}
    record("budget.closed", by=by, at=at, subjects=subjects_of(budget), body=body)
    return budget


@act
def reopen_settlement(budget: Budget, *, because: str, by: Actor, at: datetime, key: str) -> Budget:
    """The seal is broken, money may be kept again, and the units are told why. Raises NotPossible without a reason."""
    budget = hold_budget(budget, "money.approve", BudgetMove.REOPEN, by, at)
    require_reason(because)
    broken, budget.seal = budget.seal, ""
    budget.state, budget.reopened_because = BudgetState.APPROVED.value, composed(because.strip())
    keep(budget)
    tell_units(budget, "notice.settlement_reopened", at, place="money", reason=budget.reopened_because)
    body = {"seal": broken, "reason": budget.reopened_because}
    record("budget.reopened", by=by, at=at, subjects=subjects_of(budget), body=body)
    return budget
