"""Dự toán: what is needed, group by group, written as rows, submitted, approved, amended."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now
from thidua.base.numbers import editable
from thidua.core.answer import Sentence, require
from thidua.core.workflow.budgeting import BudgetMove, BudgetState, may_move
from thidua.pages.conferences.finding import address, found_at
from thidua.pages.money.finding import budget_at, may_in, money_for, money_page, trail_to_money
from thidua.pages.seasons.rows import fields_of_rows, filled_rows, shown_rows, wants_more
from thidua.pages.shared.acting import acted_on
from thidua.pages.shared.clash import Field, begun_with
from thidua.pages.shared.figures import number
from thidua.pages.shared.request import Typed, done, or_show
from thidua.records.councils.actions import estimates as acts
from thidua.records.councils.models import Budget, Conference
from thidua.records.councils.money_plan import LinePlan
from thidua.records.councils.queries.money import (
    budget_of,
    estimated_dong,
    grouped,
    lines_of,
    own_contributions,
    settlement_of_budget,
)

COLUMNS = ("line", "group", "item", "unit", "quantity", "price", "note")
TELLING = ("group", "item", "unit", "quantity", "price", "note")
SAVED = ("budget.written", "budget.amended", "budget.returned")


@login_required
def money(request: Any, cluster: str, conference: str) -> HttpResponse:
    """All of it for who leads the season; for a unit what it was asked and paid."""
    found = found_at(request, cluster, conference)
    budget = budget_of(found)
    reads = budget is not None and may_in(request, found, budget)["read"]
    lines = lines_of(budget) if budget and reads else []
    units = [post.unit for post in request.actor.posts]
    return money_page(
        request,
        found,
        budget,
        "money/money.html",
        part="estimate",
        groups=grouped(lines),
        estimated=estimated_dong(lines),
        sums=settlement_of_budget(budget) if budget and reads else None,
        own=own_contributions(budget, units) if budget else [],
    )


def _written_at(request: Any, cluster: str, conference: str) -> tuple[Conference, Budget]:
    """A conference whose estimate may be written, and its money, new where there is none."""
    found = found_at(request, cluster, conference, to="money.write")
    budget = budget_of(found) or Budget(conference=found, version=0)
    require(may_move(budget.at_state, BudgetMove.WRITE, was_approved=budget.was_approved))
    return found, budget


def _kept(budget: Budget) -> list[dict[str, Any]]:
    return [] if budget.pk is None else [
        {
            "line": one.public_id, "group": one.group, "item": one.item, "unit": one.unit,
            "quantity": editable(one.quantity), "price": number(one.price_dong, 0), "note": one.note,
        }
        for one in budget.lines.all()
    ]  # fmt: skip


def _fields(request: Any, budget: Budget) -> tuple[list[Field], int]:
    labels = {
        "line": "", "group": _("Mục"), "item": _("Nội dung"), "unit": _("Đơn vị tính"), "quantity": _("Số lượng"),
        "price": _("Đơn giá"), "note": _("Ghi chú"),
    }  # fmt: skip
    return fields_of_rows(request, labels, _kept(budget), key="line")


def _edit_page(request: Any, cluster: str, conference: str) -> HttpResponse:
    found, budget = _written_at(request, cluster, conference)
    fields, count = _fields(request, budget)
    begun = begun_with(request, budget, fields, saved=SAVED, rows=count)
    return money_page(
        request,
        found,
        budget if budget.pk else None,
        "money/estimate_form.html",
        part="estimate",
        begun=begun,
        rows=shown_rows(request, COLUMNS, _kept(budget)),
        trail=trail_to_money(found),
    )


@login_required
@or_show(_edit_page)
def edit(request: Any, cluster: str, conference: str) -> HttpResponse:
    if request.method != "POST" or wants_more(request):
        return _edit_page(request, cluster, conference)
    found, budget = _written_at(request, cluster, conference)
    typed = Typed(request)
    typed.settle(_fields(request, budget)[0])
    read = [_line(typed, n) for n in filled_rows(request, TELLING)]
    typed.check()
    lines = [one for one in read if one is not None]
    acts.write_estimate(
        found, lines=lines, seen_version=typed.whole("version"), by=request.actor, at=now(), key=typed.key
    )
    return done(request, address(found, "money"), Sentence("budget.estimate_saved"))


def _line(typed: Typed, n: int) -> LinePlan | None:
    at = n + 1
    group = typed.text(f"group-{n}", label=_("Dòng {n}, Mục").format(n=at), most=120)
    item = typed.text(f"item-{n}", label=_("Dòng {n}, Nội dung").format(n=at))
    unit = typed.text(f"unit-{n}", label=_("Dòng {n}, Đơn vị tính").format(n=at), most=40)
    quantity = typed.figure(f"quantity-{n}", required=True, label=_("Dòng {n}, Số lượng").format(n=at))
    price = typed.dong(f"price-{n}", label=_("Dòng {n}, Đơn giá").format(n=at))
    note = typed.text(f"note-{n}", label=_("Dòng {n}, Ghi chú").format(n=at), most=300, required=False)
    line = typed.text(f"line-{n}", label="", most=11, required=False)
    return None if quantity is None or price is None else LinePlan(group, item, unit, quantity, price, note, line)


_written = acted_on(money, money_for("money.write", "money"), "budget")
_approved = acted_on(money, money_for("money.approve", "money"), "budget")


@_written("estimate_submitted")
def submit(request: Any, budget: Budget, typed: Typed) -> None:
    version = typed.whole("version")
    acts.submit_estimate(budget, seen_version=version, by=request.actor, at=now(), key=typed.key)


@_approved("estimate_approved")
def approve(request: Any, budget: Budget, typed: Typed) -> None:
    version = typed.whole("version")
    acts.approve_estimate(budget, seen_version=version, by=request.actor, at=now(), key=typed.key)


@require_POST
@login_required
@or_show(money)
def send_back(request: Any, cluster: str, conference: str) -> HttpResponse:
    budget, typed = budget_at(request, cluster, conference, to="money.approve"), Typed(request)
    because = typed.text("because", label=_("Lý do"), most=500)
    typed.check()
    place = "settlement" if budget.at_state is BudgetState.SETTLING else "money"
    version = typed.whole("version")
    acts.return_money(budget, because=because, seen_version=version, by=request.actor, at=now(), key=typed.key)
    return done(request, address(budget.conference, place), Sentence("budget.was_returned"))


@require_POST
@login_required
@or_show(money)
def amend(request: Any, cluster: str, conference: str) -> HttpResponse:
    budget, typed = budget_at(request, cluster, conference, to="money.write"), Typed(request)
    because = typed.text("because", label=_("Lý do"), most=500)
    typed.check()
    acts.amend_estimate(budget, because=because, by=request.actor, at=now(), key=typed.key)
    return done(request, address(budget.conference, "edit_estimate"), Sentence("budget.estimate_opened"))
