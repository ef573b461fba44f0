"""Quyết toán: estimate beside spending by group, what came in, what is left; read by all once it is closed."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now
from thidua.core.answer import Sentence
from thidua.core.dong import in_words
from thidua.core.texts import in_groups
from thidua.pages.conferences.finding import address, found_at
from thidua.pages.money.finding import budget_at, money_page, trail_to_money
from thidua.pages.shared.request import Typed, done, or_show
from thidua.records.councils.actions import settlements as acts
from thidua.records.councils.models import Budget
from thidua.records.councils.queries.money import budget_of, settlement_of_budget
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
    found, head = settlement_of_budget(budget), head_of(budget.conference.season)
    return money_page(
        request,
        budget.conference,
        budget,
        "money/settlement.html",
        part="settlement",
        sums=found,
        words=in_words(found.spent_dong),
        left=abs(found.left_dong),
        letterhead=letterhead_of(head.unit) if head else None,
        seal=in_groups(budget.seal) if budget.seal else "",
        trail=trail_to_money(budget.conference),
    )


def _acted(do: Callable[..., object], told: str, *, to: str) -> Callable[..., HttpResponse]:
    """A POST about the figures that were seen; a refusal shows the settlement."""

    @require_POST
    @login_required
    @or_show(settlement)
    def view(request: Any, cluster: str, conference: str) -> HttpResponse:
        budget, typed = budget_at(request, cluster, conference, to=to), Typed(request)
        do(budget, seen_version=typed.whole("version"), by=request.actor, at=now(), key=typed.key)
        return done(request, address(budget.conference, "settlement"), Sentence(told))

    return view


submit = _acted(acts.submit_settlement, "budget.settlement_submitted", to="money.write")
close = _acted(acts.close_settlement, "budget.settlement_closed", to="money.approve")


@require_POST
@login_required
@or_show(settlement)
def reopen(request: Any, cluster: str, conference: str) -> HttpResponse:
    budget, typed = budget_at(request, cluster, conference, to="money.approve"), Typed(request)
    because = typed.text("because", label=_("Lý do"), most=500)
    typed.check()
    acts.reopen_settlement(budget, because=because, by=request.actor, at=now(), key=typed.key)
    return done(request, address(budget.conference, "settlement"), Sentence("budget.settlement_reopened"))
