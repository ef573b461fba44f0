"""A conference, or its money, under its lock, for who may do something in its state."""

from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import require
from thidua.core.workflow.budgeting import BudgetMove
from thidua.core.workflow.budgeting import may_move as may_keep_money
from thidua.core.workflow.conferences import ConferenceMove, may_move
from thidua.records.councils.access import may
from thidua.records.councils.models import Budget, Conference


def hold(conference: Conference, what: str, move: ConferenceMove | None, by: Actor, at: datetime) -> Conference:
    """The conference under its lock, for who may do `what` in a state that lets `move`."""
    found = Conference.objects.select_for_update(of=("self",)).select_related("cluster", "season__cluster")
    conference = found.get(pk=conference.pk)
    require(may(by, what, conference, on=local_day(at)))
    if move is not None:
        require(may_move(conference.at_state, move))
    return conference


def hold_budget(
    budget: Budget, what: str, move: BudgetMove, by: Actor, at: datetime, *, seen_version: int | None = None
) -> Budget:
    """A conference's money under its lock, for who may do `what` in a state that lets `move`.

    Raises NotPossible also if someone has saved since `seen_version`.
    """
    found = Budget.objects.select_for_update(of=("self",)).select_related(
        "conference__cluster", "conference__season__cluster"
    )
    budget = found.get(pk=budget.pk)
    require(may(by, what, budget.conference, on=local_day(at)))
    require(may_keep_money(budget.at_state, move, was_approved=budget.was_approved))
    if seen_version is not None:
        budget.expect(seen_version)
    return budget
