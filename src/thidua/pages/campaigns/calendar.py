"""Lịch thi đua on a page of its own, to be printed: the strip, where nothing runs, what meets, all in a table."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.figures.covering import told_gaps, told_overlaps
from thidua.pages.campaigns.finding import runs_cluster, trail_to_list
from thidua.pages.campaigns.lists import runner_of
from thidua.pages.seasons.year import year_of
from thidua.pages.shared.request import page
from thidua.records.seasons.access import season_for
from thidua.records.seasons.queries.campaigns import calendar_of

ROWS_SHOWN = 100


@require_safe
@login_required
def year_calendar(request: Any, cluster: str, season: str) -> HttpResponse:
    on = today()
    found = season_for(request.actor, cluster, season, to="season.read", on=on)
    campaigns = list(calendar_of(found)[:ROWS_SHOWN])
    for one in campaigns:
        one.season = found
    blocs = list(found.blocs.select_related("bloc").prefetch_related("milestones"))
    return page(
        request,
        "campaigns/calendar.html",
        season=found,
        year=year_of(found, campaigns, blocs, on=on) if campaigns else None,
        gaps=told_gaps(blocs, campaigns),
        overlaps=told_overlaps(campaigns),
        rows=[(one, runner_of(one, in_full=False), one.phase(on=on)) for one in campaigns],
        may_add=runs_cluster(request.actor, found, on),
        trail=trail_to_list(found),
        here="season",
    )
