"""What addresses of a conference's money lead to, its parts, and what the reader may do with it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from thidua.base.clock import today
from thidua.core.answer import Unknown, refuse
from thidua.core.workflow.budgeting import BudgetMove, may_move
from thidua.pages.conferences.finding import Trail, address, conference_page, found_at, trail_to
from thidua.records.councils.access import may_each
from thidua.records.councils.models import Budget, Conference, Contribution, Receipt, Spending
from thidua.records.councils.queries.money import budget_of, contributions_of, spendings_of

ACTS = ("money.read", "money.write", "money.approve")


def budget_at(request: Any, cluster: str, conference: str, *, to: str = "money.read") -> Budget:
    """The money of a conference. Raises NotPossible where it has no estimate yet."""
    found = budget_of(found_at(request, cluster, conference, to=to))
    if found is None:
        raise refuse("budget.none_yet")
    return found


def money_for(right: str, place: str) -> Callable[[Any, str, str], tuple[Budget, str]]:
    """How an act that needs `right` finds the money of a conference, and the address of the page it leads back to."""

    def find(request: Any, cluster: str, conference: str) -> tuple[Budget, str]:
        budget = budget_at(request, cluster, conference, to=right)
        return budget, address(budget.conference, place)

    return find


def contribution_at(budget: Budget, public_id: str) -> Contribution:
    """Raises Unknown for another's."""
    found = contributions_of(budget).filter(public_id=public_id).first()
    if found is None:
        raise Unknown
    found.budget = budget
    return found


def receipt_at(contribution: Contribution, public_id: str) -> Receipt:
    """Raises Unknown for another's."""
    found = contribution.receipts.filter(public_id=public_id).first()
    if found is None:
        raise Unknown
    found.contribution = contribution
    return found


def spending_at(budget: Budget, public_id: str) -> Spending:
    """Raises Unknown for another's."""
    found = spendings_of(budget).filter(public_id=public_id).first()
    if found is None:
        raise Unknown
    found.line.budget = budget
    return found


def trail_to_money(conference: Conference, *more: tuple[str, ...]) -> Trail:
    return [*trail_to(conference), (_("Kinh phí"), address(conference, "money")), *more]


def parts(conference: Conference) -> list[tuple[str, str, str]]:
    """Key, label and address of each part."""
    return [
        ("estimate", _("Dự toán"), address(conference, "money")),
        ("contributions", _("Đóng góp"), address(conference, "contributions")),
        ("spending", _("Chi"), address(conference, "spending")),
        ("settlement", _("Quyết toán"), address(conference, "settlement")),
    ]


def may_in(request: Any, conference: Conference, budget: Budget | None) -> dict[str, bool]:
    """What the reader may do with the money: read, write, approve; keep: whether it may be kept now."""
    answers = may_each(request.actor, ACTS, conference, on=today())
    may = {name.partition(".")[2]: answer.is_yes for name, answer in answers.items()}
    keeps = budget is not None and may_move(budget.at_state, BudgetMove.KEEP, was_approved=budget.was_approved).is_yes
    return {**may, "keep": may["write"] and keeps}


def money_page(
    request: Any, conference: Conference, budget: Budget | None, template: str, /, *, part: str, **context: Any
) -> HttpResponse:
    """A page of a conference's money; its parts are shown to who reads all of it."""
    may = may_in(request, conference, budget)
    return conference_page(
        request,
        conference,
        template,
        tab="money",
        budget=budget,
        part=part,
        parts=parts(conference) if may["read"] and budget is not None else [],
        may_money=may,
        **context,
    )
