"""The cards of a bloc: state, totals, difference; narrowed, searched and sorted by the database."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.figures.scoring import CardRow, Order, Show, cards_asked, rows_of, tally_of
from thidua.pages.scores.finding import trail_to, units_above
from thidua.pages.shared.request import page
from thidua.records.scores.models import Ranking
from thidua.records.scores.queries import adopted_sheet
from thidua.records.seasons.access import bloc_for, may_each
from thidua.records.seasons.models import BlocSeason

ROWS_A_PAGE = 100


@dataclass(frozen=True)
class Shown:
    """One row as the reader may see it: `href` "" where the card may not be opened, totals only where they show."""

    row: CardRow
    href: str
    is_own: bool
    shows_totals: bool

    @property
    def self_total(self) -> Fraction | None:
        return self.row.card.self_total if self.shows_totals else None

    @property
    def verified_total(self) -> Fraction | None:
        return self.row.card.verified_total if self.shows_totals else None

    @property
    def difference(self) -> Fraction | None:
        return self.row.difference if self.shows_totals else None


@require_safe
@login_required
def cards(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    on = today()
    found = bloc_for(request.actor, cluster, season, bloc, to="ranking.read", on=on)
    asks = ("card.read", "card.verify")
    may = may_each(request.actor, asks, season=found.season, bloc=found, unit=None, on=on)
    is_locked = Ranking.objects.filter(bloc_season=found).exists()
    show, search = _one_of(Show, request.GET.get("loc", "")), request.GET.get("tim", "")[:60]
    typed = request.GET.get("xep", "")
    # Sorting by totals that one may not see would tell them.
    sorts = may["card.read"] or is_locked or typed.removeprefix("-") in (Order.NAME, Order.STATE)
    order = (_one_of(Order, typed.removeprefix("-")) or Order.PROTOCOL) if sorts else Order.PROTOCOL
    asked = cards_asked(found, show=show, search=search, order=order, backwards=typed.startswith("-"))
    shown = Paginator(asked, ROWS_A_PAGE).get_page(request.GET.get("trang"))
    own = units_above(request.actor, found)
    sees_all = may["card.read"] or is_locked
    return page(
        request,
        "scores/cards.html",
        bloc=found,
        tally=tally_of(found),
        has_sheet=adopted_sheet(found) is not None,
        rows=[_shown(row, found, own=own, opens_all=may["card.read"], sees_all=sees_all) for row in rows_of(shown)],
        shown=shown,
        sees_all=sees_all,
        asked={"tim": search, "loc": show or "", "xep": typed if sorts else ""},
        base=reverse("score_cards", args=(cluster, season, bloc)),
        trail=trail_to(found),
        here="scores",
    )


def _one_of(kind: Any, typed: str) -> Any:
    return kind(typed) if typed in set(kind) else None


def _shown(row: CardRow, bloc: BlocSeason, *, own: set[int], opens_all: bool, sees_all: bool) -> Shown:
    unit = row.card.membership.unit
    is_own = unit.pk in own
    href = reverse("score_card", args=(*bloc.slugs, unit.slug)) if opens_all or is_own else ""
    return Shown(row, href, is_own, sees_all or is_own)
