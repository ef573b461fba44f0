"""Chi: what was spent, by day, each with its paper and the line of the estimate that it belongs to."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, Unknown
from thidua.pages.conferences.finding import address
from thidua.pages.money.finding import budget_at, money_page, spending_at, trail_to_money
from thidua.pages.shared.clash import Field, begun_with
from thidua.pages.shared.figures import day, number
from thidua.pages.shared.request import Typed, done, filled, or_show
from thidua.pages.shared.sending import send_file
from thidua.records.councils.actions import spendings as acts
from thidua.records.councils.models import Budget, Spending
from thidua.records.councils.money_plan import SpendingTold
from thidua.records.councils.queries.money import lines_of, settlement_of_budget, spendings_of

ROWS_A_PAGE = 100
SAVED = ("budget.spent", "budget.spending_corrected")


def _lines(budget: Budget) -> list[tuple[str, str]]:
    return [(line.public_id, f"{line.group}: {line.item}") for line in lines_of(budget)]


def _list_page(request: Any, cluster: str, conference: str) -> HttpResponse:
    budget = budget_at(request, cluster, conference)
    return money_page(
        request,
        budget.conference,
        budget,
        "money/spending.html",
        part="spending",
        rows=Paginator(spendings_of(budget), ROWS_A_PAGE).get_page(request.GET.get("trang")),
        sums=settlement_of_budget(budget),
        lines=_lines(budget),
        form=filled(request, on=day(today())),
        trail=trail_to_money(budget.conference),
    )


@login_required
@or_show(_list_page)
def spending(request: Any, cluster: str, conference: str) -> HttpResponse:
    if request.method != "POST":
        return _list_page(request, cluster, conference)
    budget, typed = budget_at(request, cluster, conference, to="money.write"), Typed(request)
    told = _told(typed, budget)
    acts.enter_spending(budget, told=told, by=request.actor, at=now(), key=typed.key)
    return done(request, address(budget.conference, "spending"), Sentence("budget.was_spent"))


def _told(typed: Typed, budget: Budget) -> SpendingTold:
    """Raises NotPossible with every fault of the form."""
    line = typed.choice("line", [key for key, _name in _lines(budget)], label=_("Thuộc dòng dự toán"))
    on = typed.day("on", label=_("Ngày chi"))
    dong = typed.dong("dong", label=_("Số tiền"))
    what = typed.text("what", label=_("Nội dung chi"), most=300)
    paper = typed.text("number", label=_("Số chứng từ"), most=60)
    payee = typed.text("payee", label=_("Người nhận"), required=False)
    file = typed.kept_file("file", label=_("Chứng từ"))
    typed.check()
    assert on is not None
    assert dong is not None
    return SpendingTold(line, on, dong, what, paper, payee, file)


def _fields(one: Spending, budget: Budget) -> list[Field]:
    return [
        Field("line", _("Thuộc dòng dự toán"), one.line.public_id, dict(_lines(budget))),
        Field("on", _("Ngày chi"), day(one.spent_on)),
        Field("dong", _("Số tiền"), number(one.dong, 0)),
        Field("what", _("Nội dung chi"), one.what),
        Field("number", _("Số chứng từ"), one.number),
        Field("payee", _("Người nhận"), one.payee),
    ]


def _one_page(request: Any, cluster: str, conference: str, spent: str) -> HttpResponse:
    budget = budget_at(request, cluster, conference)
    one = spending_at(budget, spent)
    fields = _fields(one, budget)
    begun = begun_with(request, one, fields, saved=SAVED)
    return money_page(
        request,
        budget.conference,
        budget,
        "money/one_spending.html",
        part="spending",
        one=one,
        begun=begun,
        lines=_lines(budget),
        form=filled(request, **{field.name: field.value for field in fields}),
        base=address(budget.conference, "one_spending", one.public_id),
        trail=trail_to_money(budget.conference, (_("Chi"), address(budget.conference, "spending"))),
    )


@login_required
@or_show(_one_page)
def one(request: Any, cluster: str, conference: str, spent: str) -> HttpResponse:
    if request.method != "POST":
        return _one_page(request, cluster, conference, spent)
    budget, typed = budget_at(request, cluster, conference, to="money.write"), Typed(request)
    found = spending_at(budget, spent)
    typed.settle(_fields(found, budget))
    told = _told(typed, budget)
    version = typed.whole("version")
    acts.correct_spending(found, told=told, seen_version=version, by=request.actor, at=now(), key=typed.key)
    return done(request, address(budget.conference, "spending"), Sentence("budget.spending_saved"))


@require_safe
@login_required
def file(request: Any, cluster: str, conference: str, spent: str) -> HttpResponseBase:
    found = spending_at(budget_at(request, cluster, conference), spent)
    if found.file is None:
        raise Unknown
    return send_file(request, found.file)


@require_POST
@login_required
@or_show(_one_page)
def withdraw(request: Any, cluster: str, conference: str, spent: str) -> HttpResponse:
    budget, typed = budget_at(request, cluster, conference, to="money.write"), Typed(request)
    found = spending_at(budget, spent)
    because = typed.text("because", label=_("Lý do"), most=500)
    typed.check()
    acts.withdraw_spending(found, because=because, by=request.actor, at=now(), key=typed.key)
    return done(request, address(budget.conference, "spending"), Sentence("budget.spending_gone"))
