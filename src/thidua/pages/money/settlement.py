"""Quyết toán: estimate beside spending by group, what came in, what is left; read by all once it is closed."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _

from thidua.base.clock import now
from thidua.base.days import local_day
from thidua.core.dong import in_words
from thidua.core.papers import unbroken
from thidua.core.texts import in_groups
from thidua.documents.official.values import day_in_words
from thidua.pages.conferences.finding import found_at
from thidua.pages.money.finding import budget_at, money_for, money_page, trail_to_money
from thidua.pages.shared.acting import acted_on
from thidua.pages.shared.request import Typed
from thidua.records.councils.actions import settlements as acts
from thidua.records.councils.models import Budget
from thidua.records.councils.queries.money import budget_of, sealed_settlement, settlement_of_budget
from thidua.records.directory.models import Unit
from thidua.records.papers.queries import letterhead_of
from thidua.records.seasons.queries.roles import head_of


def settled_at(request: Any, cluster: str, conference: str) -> Budget:
    """The money of a conference for who may read its settlement: once it is closed everybody who reads the
    conference. Raises as `budget_at`."""
    found = found_at(request, cluster, conference)
    budget = budget_of(found)
    if budget is None or not budget.is_closed:
        return budget_at(request, cluster, conference)
    return budget


@login_required
def settlement(request: Any, cluster: str, conference: str) -> HttpResponse:
    budget = settled_at(request, cluster, conference)
    found = sealed_settlement(budget) if budget.seal else settlement_of_budget(budget)
    head = head_of(budget.conference.season)
    return money_page(
        request,
        budget.conference,
        budget,
        "money/settlement.html",
        part="settlement",
        sums=found,
        words=in_words(found.spent_dong),
        left=abs(found.left_dong),
        letterhead=_letterhead(head.unit, budget) if head else None,
        seal=in_groups(budget.seal) if budget.seal else "",
        is_broken=bool(budget.seal) and not found.fits(budget.seal),
        trail=trail_to_money(budget.conference),
    )


def _letterhead(unit: Unit, budget: Budget) -> dict[str, str]:
    """Dated on the day on which it was closed; until then there is room for the day."""
    beginning, closed = letterhead_of(unit), local_day(budget.closed_at) if budget.closed_at else None
    return {
        "over": unbroken(beginning.over),
        "agency": unbroken(beginning.agency),
        "place_date": f"{beginning.place}, {day_in_words(closed)}",
    }


_written = acted_on(settlement, money_for("money.write", "settlement"), "budget")
_approved = acted_on(settlement, money_for("money.approve", "settlement"), "budget")


@_written("settlement_submitted")
def submit(request: Any, budget: Budget, typed: Typed) -> None:
    version = typed.whole("version")
    acts.submit_settlement(budget, seen_version=version, by=request.actor, at=now(), key=typed.key)


@_approved("settlement_closed")
def close(request: Any, budget: Budget, typed: Typed) -> None:
    version = typed.whole("version")
    acts.close_settlement(budget, seen_version=version, by=request.actor, at=now(), key=typed.key)


@_approved("settlement_reopened")
def reopen(request: Any, budget: Budget, typed: Typed) -> None:
    because = typed.text("because", label=_("Lý do"), most=500)
    typed.check()
    acts.reopen_settlement(budget, because=because, by=request.actor, at=now(), key=typed.key)
