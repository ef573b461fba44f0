"""The progress board, and the same as a table to take away."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.figures.progress import progress_board
from thidua.pages.progress.asked import asked_in, rows_asked
from thidua.pages.progress.cells import shown_reached, shown_row, shown_total
from thidua.pages.progress.downloads import board_table
from thidua.pages.shared.downloads import Table, as_csv
from thidua.pages.shared.request import page
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.seasons.access import bloc_for

ROWS_A_PAGE = 60


@require_safe
@login_required
def progress(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    on = today()
    found = bloc_for(request.actor, cluster, season, bloc, to="results.read", on=on)
    periods = list(found.periods.order_by("position", "pk"))
    indicators = list(found.indicators.all())
    asked = asked_in(request.GET, periods, indicators)
    board = progress_board(found, on=on, until_period=asked.period)
    shown = Paginator(rows_asked(board, asked), ROWS_A_PAGE).get_page(request.GET.get("trang"))
    own = {post.unit for post in request.actor.posts}
    wanted = asked.indicator
    return page(
        request,
        "progress/progress.html",
        bloc=found,
        board=board,
        asked=asked,
        shown=shown,
        rows=[shown_row(row, wanted, periods, is_own=row.member.unit_id in own) for row in shown.object_list],
        totals=[shown_total(one) for one in board.totals if wanted is None or one.indicator == wanted],
        reached=shown_reached(board),
        base=reverse("progress", args=(cluster, season, bloc)),
        query=request.GET.urlencode(),
        trail=[
            (found.season.name, reverse("one_season", args=(cluster, season)), "vi"),
            (found.bloc.name, reverse("bloc", args=(cluster, season, bloc)), "vi"),
            (_("Báo cáo kết quả"), reverse("results", args=(cluster, season, bloc))),
        ],
        here="season",
    )


def _taken_away(made: Callable[[Table], HttpResponse]) -> Callable[..., HttpResponse]:
    @require_safe
    @login_required
    def view(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
        on = today()
        found = bloc_for(request.actor, cluster, season, bloc, to="results.read", on=on)
        asked = asked_in(request.GET, list(found.periods.all()), list(found.indicators.all()))
        board = progress_board(found, on=on, until_period=asked.period)
        return made(board_table(found, board, rows_asked(board, asked)))

    return view


workbook, csv_file = _taken_away(as_xlsx), _taken_away(as_csv)
