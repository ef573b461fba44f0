"""The bloc's reports: units × periods, who is late, narrowed, sorted and searched by the database."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.figures.reporting import overdue_reports, rows_of, sums_of
from thidua.pages.results.asked import asked_in
from thidua.pages.results.downloads import tracking_table
from thidua.pages.shared.request import page
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.seasons.access import bloc_for, may

ROWS_A_PAGE = 100
LATE_NAMED = 30


def trail_to(bloc: Any) -> list[tuple[str, ...]]:
    """The way to a bloc's page; names from data stay Vietnamese."""
    season = bloc.season
    return [
        (season.name, reverse("one_season", args=(season.cluster.slug, season.slug)), "vi"),
        (bloc.bloc.name, reverse("bloc", args=bloc.slugs), "vi"),
    ]


@login_required
def results(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    on = today()
    found = bloc_for(request.actor, cluster, season, bloc, to="results.read", on=on)
    periods = list(found.periods.order_by("position", "pk"))
    asked = asked_in(request.GET, periods)
    shown = Paginator(asked.members(found, on=on), ROWS_A_PAGE).get_page(request.GET.get("trang"))
    sums = sums_of(periods, on=on)
    overdue = sum(one.overdue for one in sums)
    late = overdue_reports(found, on=on, most=LATE_NAMED) if overdue else []
    return page(
        request,
        "results/results.html",
        bloc=found,
        on=on,
        sums=sums,
        columns=[one for one in sums if one.period in asked.periods],
        rows=rows_of(shown.object_list, asked.periods, on=on),
        shown=shown,
        own={post.unit for post in request.actor.posts},
        overdue=overdue,
        waiting=sum(one.waiting for one in sums),
        late=late,
        late_more=overdue - len(late),
        may_remind=may(request.actor, "tracking.remind", season=found.season, bloc=found, on=on).is_yes,
        asked=asked,
        base=reverse("results", args=(cluster, season, bloc)),
        query=request.GET.urlencode(),
        trail=trail_to(found),
        here="season",
    )


@require_safe
@login_required
def workbook(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    """The whole list as it is asked for, not one page of it."""
    on = today()
    found = bloc_for(request.actor, cluster, season, bloc, to="results.read", on=on)
    asked = asked_in(request.GET, list(found.periods.order_by("position", "pk")))
    rows, sums = rows_of(asked.members(found, on=on), asked.periods, on=on), sums_of(asked.periods, on=on)
    return as_xlsx(tracking_table(found, rows, sums, on=on))
