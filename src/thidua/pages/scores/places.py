"""The menu's place: every bloc in which the reader has a part, and how far its scores have come."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.figures.scoring import Standing, standings_of
from thidua.pages.scores.methods import named
from thidua.pages.shared.request import page
from thidua.records.scores.queries import sheet_of
from thidua.records.seasons.access import visible_seasons
from thidua.records.seasons.models import BlocSeason, Membership

BLOCS_A_PAGE = 20


@dataclass(frozen=True)
class Shown:
    """One bloc; `own` are the reader's member units in it that have a card."""

    standing: Standing
    slugs: tuple[str, str, str]
    sheet_name: str
    own: list[Membership]


@require_safe
@login_required
def scores(request: Any) -> HttpResponse:
    seasons = visible_seasons(request.actor, on=today())
    blocs = BlocSeason.objects.filter(season__in=seasons).select_related("season__cluster", "bloc")
    order = ("-season__emulation_year", "season__slug", "bloc__slug", "pk")
    shown = Paginator(blocs.order_by(*order), BLOCS_A_PAGE).get_page(request.GET.get("trang"))
    standings = standings_of(list(shown))
    units = [post.unit for post in request.actor.posts]
    own: dict[int, list[Membership]] = {}
    for member in Membership.objects.filter(bloc_season__in=list(shown), unit__in=units).select_related("unit"):
        own.setdefault(member.bloc_season_id, []).append(member)
    blocs_shown = [_shown(one, own.get(one.bloc.pk, [])) for one in standings]
    return page(request, "scores/scores.html", blocs=blocs_shown, shown=shown, here="scores")


def _shown(standing: Standing, own: list[Membership]) -> Shown:
    name = named(sheet_of(standing.sheet).name) if standing.sheet else ""
    return Shown(standing, standing.bloc.slugs, name, own if standing.tally.cards else [])
