"""The bloc's reports: units × periods, who is late, narrowed, sorted and searched by the database."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.figures.reporting import Order, Show, members_asked, overdue_reports, rows_of, sums_of
from thidua.pages.shared.request import page
from thidua.records.seasons.access import bloc_for

ROWS_A_PAGE = 100
LATE_NAMED = 30


def trail_to(bloc: Any) -> list[tuple[str, ...]]:
    """The way to a bloc's page; names from data stay Vietnamese."""
    season = bloc.season
    return [
        (season.name, reverse("one_season", args=(season.cluster.slug, season.slug)), "vi"),
        (bloc.bloc.name, reverse("bloc", args=slugs_of(bloc)), "vi"),
    ]


def slugs_of(bloc: Any) -> tuple[str, str, str]:
    return (bloc.season.cluster.slug, bloc.season.slug, bloc.bloc.slug)


def _one_of(kind: Any, typed: str, otherwise: Any) -> Any:
    return kind(typed) if typed in set(kind) else otherwise


@require_safe
@login_required
def results(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    on = today()
    found = bloc_for(request.actor, cluster, season, bloc, to="results.read", on=on)
    periods = list(found.periods.order_by("position", "pk"))
    show = _one_of(Show, request.GET.get("loc", ""), None)
    period = next((one.slug for one in periods if one.slug == request.GET.get("ky")), "")
    order, search = _one_of(Order, request.GET.get("xep", ""), Order.PROTOCOL), request.GET.get("tim", "")[:60]
    members = members_asked(found, on=on, show=show, period=period, search=search, order=order)
    shown = Paginator(members, ROWS_A_PAGE).get_page(request.GET.get("trang"))
    sums = sums_of(periods, on=on)
    overdue = sum(one.overdue for one in sums)
    late = overdue_reports(found, on=on, most=LATE_NAMED) if overdue else []
    return page(
        request,
        "results/results.html",
        bloc=found,
        on=on,
        sums=sums,
        rows=rows_of(shown.object_list, periods, on=on),
        shown=shown,
        own={post.unit for post in request.actor.posts},
        late=late,
        late_more=overdue - len(late),
        asked={"loc": show or "", "ky": period, "tim": search, "xep": order},
        narrowed=bool(show or search),
        shows=[show.value for show in Show],
        trail=trail_to(found),
        here="season",
    )
