"""The sheet itself: units × what they owe, narrowed and paged by the database, taken away as a workbook."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.base.wording import say
from thidua.base.workdays import working_day_after
from thidua.core.workflow.owing import MAY_BE_EXTENDED, Owing
from thidua.figures.tracking import Cell, Row, members_tracked, reminder_text, rows_tracked, sums_tracked
from thidua.pages.shared.downloads import Table, Value
from thidua.pages.shared.figures import day
from thidua.pages.shared.request import page
from thidua.pages.shared.workbooks import as_xlsx
from thidua.pages.tracking.words import cell_words
from thidua.records.conduct.debts import Debt, debts_of
from thidua.records.seasons.access import bloc_for, may_each
from thidua.records.seasons.models import BlocSeason, Membership

ROWS_A_PAGE = 100
DAYS_TO_ANSWER = 2  # working days
PLACES = {
    Owing.REGISTRATION: "commitment_sheet",
    Owing.REPORT: "report",
    Owing.WRITTEN: "written_report",
    Owing.SELF_SCORE: "score_card",
}


@login_required
def tracking(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    on = today()
    found = bloc_for(request.actor, cluster, season, bloc, to="tracking.read", on=on)
    debts = debts_of(found)
    asked = {"tim": request.GET.get("tim", "")[:60], "loc": request.GET.get("loc", "")[:60]}
    listed = members_tracked(found, debts, on=on, owing=asked["loc"], search=asked["tim"])
    shown = Paginator(listed, ROWS_A_PAGE).get_page(request.GET.get("trang"))
    rows = rows_tracked(shown.object_list, debts, on=on)
    picked = set(request.POST.getlist("chon") or request.GET.getlist("chon"))
    chosen = [row for row in rows if row.member.unit.slug in picked]
    may = may_each(
        request.actor, ("tracking.remind", "deadline.extend"), season=found.season, bloc=found, unit=None, on=on
    )
    return page(
        request,
        "tracking/tracking.html",
        bloc=found,
        on=on,
        sums=sums_tracked(found, debts, on=on),
        rows=[
            (row, [(cell, cell_words(cell), address_of(found, row.member, cell)) for cell in row.cells]) for row in rows
        ],
        shown=shown,
        asked=asked,
        picked=picked,
        chosen=chosen,
        text=reminder_text(chosen, on=on, until=working_day_after(on, DAYS_TO_ANSWER)),
        may_remind=may["tracking.remind"],
        may_extend=may["deadline.extend"],
        base=reverse("tracking", args=(cluster, season, bloc)),
        trail=trail_to(found),
        here="season",
    )


@require_safe
@login_required
def workbook(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    """The whole bloc, whatever the page was narrowed to."""
    on = today()
    found = bloc_for(request.actor, cluster, season, bloc, to="tracking.read", on=on)
    debts = debts_of(found)
    rows = rows_tracked(members_tracked(found, debts, on=on), debts, on=on)
    return as_xlsx(
        Table(
            name=f"theo-doi-{season}-{bloc}",
            title=f"{_('Sổ theo dõi')}, {found.bloc.name}, {found.season.name}",
            lines=[_("Đến ngày {on}.").format(on=day(on))],
            heads=[_("Đơn vị"), *map(_head, debts)],
            rows=[_written(row) for row in rows],
            sums=[[_("Đã nộp"), *(f"{one.done}/{one.units}" for one in sums_tracked(found, debts, on=on))]],
        )
    )


def _head(debt: Debt) -> str:
    if debt.due_on is None:
        return say(debt.name)
    return _("{what}, hạn {due}").format(what=say(debt.name), due=day(debt.due_on))


def _written(row: Row) -> Sequence[Value]:
    return [row.member.name, *(cell_words(cell) for cell in row.cells)]


def trail_to(bloc: BlocSeason) -> list[tuple[str, ...]]:
    season = bloc.season
    return [
        (season.name, reverse("one_season", args=(season.cluster.slug, season.slug)), "vi"),
        (bloc.bloc.name, reverse("bloc", args=(season.cluster.slug, season.slug, bloc.bloc.slug)), "vi"),
    ]


def address_of(bloc: BlocSeason, member: Membership, cell: Cell) -> str:
    """Where the thing itself stands."""
    slugs = (bloc.season.cluster.slug, bloc.season.slug, bloc.bloc.slug)
    if cell.debt.kind is Owing.SIGNING:
        return reverse("pact", args=slugs)
    return reverse(PLACES[cell.debt.kind], args=(*slugs, *cell.debt.about, member.unit.slug))


def extendable(bloc: BlocSeason) -> list[tuple[str, str]]:
    """What has a due day that can be moved for single units, as choices of a form."""
    debts = [debt for debt in debts_of(bloc) if debt.kind in MAY_BE_EXTENDED]
    return [(debt.slug, f"{say(debt.name)} ({day(debt.due_on)})") for debt in debts if debt.due_on]
