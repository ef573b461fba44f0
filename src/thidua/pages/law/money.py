"""Base salary, bonuses and terms in force on a day."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.law import law, register
from thidua.core.answer import require
from thidua.core.law.history import Kind
from thidua.core.law.money import Bonus, bonus_of
from thidua.pages.law.days import Day, day_of
from thidua.pages.law.downloads import money_table
from thidua.pages.law.rows import rows_of
from thidua.pages.law.words import cited, kind_name, named
from thidua.pages.shared.request import page
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.directory.access import may


@dataclass(frozen=True)
class Line:
    """An award with what it brings to each kind of those honoured; None where the law gives nothing."""

    code: str
    name: SafeString
    is_title: bool
    bonuses: tuple[tuple[str, Bonus | None], ...]


def _bonuses(day: Day) -> list[Bonus]:
    pairs = ((award.code, to) for award in register().values() for to in award.to)
    return [bonus for code, to in pairs if (bonus := bonus_of(law(), code, to, day.on)) is not None]


def _lines(bonuses: list[Bonus]) -> list[Line]:
    by_key = {(one.award.code, one.to): one for one in bonuses}
    awards = dict.fromkeys(one.award for one in bonuses)
    return [
        Line(
            award.code,
            named(award.name),
            award.is_title,
            tuple((kind_name(to), by_key.get((award.code, to))) for to in Kind),
        )
        for award in awards
    ]


@require_safe
@login_required
def money_page(request: Any) -> HttpResponse:
    require(may(request.actor, "law.read"))
    day = day_of(request)
    lines = _lines(_bonuses(day))
    salaries = sorted((row for row in law().provisions if row.table == "base_salary"), key=lambda row: row.start)
    return page(
        request,
        "law/money.html",
        day=day,
        salary=law().row("base_salary", day.on),
        salaries=[(row, cited(law(), row.source, row.text)) for row in reversed(salaries)],
        groups=[
            (_("Danh hiệu thi đua"), [line for line in lines if line.is_title]),
            (_("Hình thức khen thưởng"), [line for line in lines if not line.is_title]),
        ],
        has_any=bool(lines),
        kinds=[kind_name(to) for to in Kind],
        rules=rows_of(law(), (*law().rows("rounding", day.on), *law().rows("together", day.on))),
        terms=rows_of(law(), law().rows("terms", day.on)),
        query=request.GET.urlencode(),
        trail=[(_("Luật"), reverse("law"))],
        here="law",
    )


@require_safe
@login_required
def workbook(request: Any) -> HttpResponse:
    require(may(request.actor, "law.read"))
    day = day_of(request)
    return as_xlsx(money_table(_bonuses(day), day))
