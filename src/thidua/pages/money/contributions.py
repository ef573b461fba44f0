"""Đóng góp: what each unit is asked for and what has come; the same for all, or another sum for one."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now, today
from thidua.core.answer import Sentence
from thidua.pages.conferences.finding import address
from thidua.pages.money.finding import budget_at, contribution_at, money_page, receipt_at, trail_to_money
from thidua.pages.shared.figures import day, number
from thidua.pages.shared.request import Typed, done, filled, or_show
from thidua.records.councils.actions import contributions as acts
from thidua.records.councils.models import Budget
from thidua.records.councils.money_plan import ReceiptTold
from thidua.records.councils.queries.conferences import matters_of, members_concerned
from thidua.records.councils.queries.money import (
    asked_dong,
    contributed_dong,
    contributions_of,
    estimated_dong,
    lines_of,
)

ROWS_A_PAGE = 100


def _list_page(request: Any, cluster: str, conference: str) -> HttpResponse:
    budget = budget_at(request, cluster, conference)
    asked = request.GET.get("loc", "")
    rows = contributions_of(budget, owing_alone=asked == "con-thieu")
    return money_page(
        request,
        budget.conference,
        budget,
        "money/contributions.html",
        part="contributions",
        rows=Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("trang")),
        asked=asked,
        owing=contributions_of(budget, owing_alone=True).count(),
        sums=(asked_dong(budget), contributed_dong(budget)),
        form=filled(request, dong=_share(budget), by=day(budget.contribute_by) if budget.contribute_by else ""),
        trail=trail_to_money(budget.conference),
    )


def _share(budget: Budget) -> str:
    """What each unit would give if all shared the estimate alike, up to a full 10,000; "" where nobody is concerned."""
    units = len(members_concerned(budget.conference, matters_of(budget.conference)))
    return number(-(-estimated_dong(lines_of(budget)) // (units * 10_000)) * 10_000, 0) if units else ""


@login_required
@or_show(_list_page)
def contributions(request: Any, cluster: str, conference: str) -> HttpResponse:
    if request.method != "POST":
        return _list_page(request, cluster, conference)
    budget, typed = budget_at(request, cluster, conference, to="money.write"), Typed(request)
    dong = typed.dong("dong", label=_("Mức mỗi đơn vị"))
    by_day = typed.day("by", label=_("Hạn đóng góp"), required=False)
    typed.check()
    assert dong is not None
    acts.ask_contributions(
        budget, dong=dong, by_day=by_day, seen_version=typed.whole("version"), by=request.actor, at=now(),
        key=typed.key,
    )  # fmt: skip
    return done(request, address(budget.conference, "contributions"), Sentence("budget.were_asked"))


def _one_page(request: Any, cluster: str, conference: str, contribution: str, receipt: str = "") -> HttpResponse:
    budget = budget_at(request, cluster, conference)
    one = contribution_at(budget, contribution)
    return money_page(
        request,
        budget.conference,
        budget,
        "money/contribution.html",
        part="contributions",
        one=one,
        receipts=list(one.receipts.all()),
        base=address(budget.conference, "contribution", one.public_id),
        form=filled(request, asked=number(one.asked_dong, 0), version=one.version, on=day(today()), dong="", number=""),
        trail=trail_to_money(budget.conference, (_("Đóng góp"), address(budget.conference, "contributions"))),
    )


@login_required
@or_show(_one_page)
def contribution(request: Any, cluster: str, conference: str, contribution: str) -> HttpResponse:
    if request.method != "POST":
        return _one_page(request, cluster, conference, contribution)
    budget, typed = budget_at(request, cluster, conference, to="money.write"), Typed(request)
    one = contribution_at(budget, contribution)
    dong = typed.dong("asked", label=_("Mức đóng góp"))
    typed.check()
    assert dong is not None
    acts.ask_another_sum(one, dong=dong, seen_version=typed.whole("version"), by=request.actor, at=now(), key=typed.key)
    return done(request, address(budget.conference, "contributions"), Sentence("budget.sum_changed"))


@require_POST
@login_required
@or_show(_one_page)
def receive(request: Any, cluster: str, conference: str, contribution: str) -> HttpResponse:
    budget, typed = budget_at(request, cluster, conference, to="money.write"), Typed(request)
    one = contribution_at(budget, contribution)
    number = typed.text("number", label=_("Số phiếu thu"), most=60)
    on = typed.day("on", label=_("Ngày thu"))
    dong = typed.dong("dong", label=_("Số tiền"))
    typed.check()
    assert on is not None
    assert dong is not None
    acts.receive_contribution(one, told=ReceiptTold(number, on, dong), by=request.actor, at=now(), key=typed.key)
    return done(request, address(budget.conference, "contributions"), Sentence("budget.was_received"))


@require_POST
@login_required
@or_show(_one_page)
def withdraw(request: Any, cluster: str, conference: str, contribution: str, receipt: str) -> HttpResponse:
    budget, typed = budget_at(request, cluster, conference, to="money.write"), Typed(request)
    one = receipt_at(contribution_at(budget, contribution), receipt)
    because = typed.text("because", label=_("Lý do"), most=500)
    typed.check()
    acts.withdraw_receipt(one, because=because, by=request.actor, at=now(), key=typed.key)
    return done(request, address(budget.conference, "contribution", contribution), Sentence("budget.receipt_gone"))
