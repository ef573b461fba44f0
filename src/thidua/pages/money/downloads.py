"""Estimate, contributions, spending and settlement as workbooks."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _

from thidua.core.dong import in_words
from thidua.pages.money.finding import budget_at
from thidua.pages.money.settlement import settled_at
from thidua.pages.shared.downloads import Table
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.councils.queries.money import (
    asked_dong,
    contributed_dong,
    contributions_of,
    estimated_dong,
    lines_of,
    settlement_of_budget,
    spendings_of,
)


@login_required
def estimate_workbook(request: Any, cluster: str, conference: str) -> HttpResponse:
    budget = budget_at(request, cluster, conference)
    lines = lines_of(budget)
    return as_xlsx(
        Table(
            name=f"du-toan-{budget.conference.slug}",
            title=_("Dự toán kinh phí hội nghị"),
            lines=[budget.conference.name],
            heads=[
                _("Mục"), _("Nội dung"), _("Đơn vị tính"), _("Số lượng"), _("Đơn giá, đồng"), _("Thành tiền, đồng"),
                _("Ghi chú"),
            ],
            rows=[
                (one.group, one.item, one.unit, one.quantity, one.price_dong, one.dong, one.note) for one in lines
            ],
            sums=[(_("Cộng"), "", "", "", "", estimated_dong(lines), "")],
            frozen=2,
        )
    )  # fmt: skip


@login_required
def contributions_workbook(request: Any, cluster: str, conference: str) -> HttpResponse:
    """One row a receipt, and one for each unit that has paid nothing."""
    budget = budget_at(request, cluster, conference)
    found = contributions_of(budget).prefetch_related("receipts")
    return as_xlsx(
        Table(
            name=f"dong-gop-{budget.conference.slug}",
            title=_("Đóng góp kinh phí hội nghị"),
            lines=[budget.conference.name],
            heads=[_("Đơn vị"), _("Mức đề nghị, đồng"), _("Số phiếu thu"), _("Ngày thu"), _("Đã thu, đồng")],
            rows=[row for one in found for row in _rows_of(one)],
            sums=[(_("Cộng"), asked_dong(budget), "", None, contributed_dong(budget))],
        )
    )


def _rows_of(one: Any) -> list[tuple[Any, ...]]:
    """What a unit is asked stands in its first row alone, so that the column adds up."""
    name = one.membership.name
    paid = [receipt for receipt in one.receipts.all() if not receipt.withdrawn_because]
    if not paid:
        return [(name, one.asked_dong, "", None, 0)]
    return [
        (name, one.asked_dong if at == 0 else None, receipt.number, receipt.received_on, receipt.dong)
        for at, receipt in enumerate(paid)
    ]


@login_required
def spending_workbook(request: Any, cluster: str, conference: str) -> HttpResponse:
    budget = budget_at(request, cluster, conference)
    rows = [one for one in spendings_of(budget) if not one.withdrawn_because]
    return as_xlsx(
        Table(
            name=f"chi-{budget.conference.slug}",
            title=_("Chi kinh phí hội nghị"),
            lines=[budget.conference.name],
            heads=[
                _("Ngày chi"), _("Số chứng từ"), _("Nội dung chi"), _("Người nhận"), _("Mục"),
                _("Thuộc dòng dự toán"), _("Số tiền, đồng"),
            ],
            rows=[
                (one.spent_on, one.number, one.what, one.payee, one.line.group, one.line.item, one.dong)
                for one in rows
            ],
            sums=[(None, "", _("Cộng"), "", "", "", sum(one.dong for one in rows))],
        )
    )  # fmt: skip


@login_required
def settlement_workbook(request: Any, cluster: str, conference: str) -> HttpResponse:
    budget = settled_at(request, cluster, conference)
    found = settlement_of_budget(budget)
    items = [item for group in found.groups for item in group.items]
    seal = [_("Mã khóa: {seal}").format(seal=budget.seal)] if budget.seal else []
    return as_xlsx(
        Table(
            name=f"quyet-toan-{budget.conference.slug}",
            title=_("Quyết toán kinh phí hội nghị"),
            lines=[budget.conference.name],
            heads=[
                _("Mục"), _("Nội dung"), _("Dự toán, đồng"), _("Đã chi, đồng"), _("Còn so với dự toán, đồng"),
                _("Vượt, đồng"),
            ],
            rows=[
                (one.group, one.name, one.estimated_dong, one.spent_dong, one.left_dong, one.over_dong)
                for one in items
            ],
            sums=[
                (
                    _("Cộng"), "", found.estimated_dong, found.spent_dong, found.unspent_dong,
                    sum(one.over_dong for one in items),
                ),
                (_("Đã thu đóng góp"), "", None, found.contributed_dong, None, None),
                (_("Còn lại"), "", None, found.left_dong, None, None),
            ],
            notes=[_("Đã chi bằng chữ: {words}.").format(words=in_words(found.spent_dong)), *seal],
            frozen=2,
        )
    )  # fmt: skip
