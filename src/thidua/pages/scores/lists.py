"""The cards of a bloc: state, totals, difference; narrowed, searched and sorted by the database; and as a workbook."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.base.days import local_day
from thidua.core.workflow.handing_in import Handing
from thidua.figures.scoring import CardRow, Order, Show, cards_asked, rows_of, tally_of
from thidua.pages.scores.finding import trail_to, units_above
from thidua.pages.shared.downloads import Table, Value
from thidua.pages.shared.request import page
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.scores.models import Ranking, ScoreCard
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


@dataclass(frozen=True)
class Asked:
    """The cards of a bloc as an address asks for them, and what the reader may know of them."""

    bloc: BlocSeason
    cards: QuerySet[ScoreCard]
    opens_all: bool
    sees_all: bool
    words: dict[str, str]


def _asked(request: Any, cluster: str, season: str, bloc: str) -> Asked:
    on = today()
    found = bloc_for(request.actor, cluster, season, bloc, to="ranking.read", on=on)
    asks = ("card.read", "card.verify")
    may = may_each(request.actor, asks, season=found.season, bloc=found, unit=None, on=on)
    sees_all = may["card.read"] or Ranking.objects.filter(bloc_season=found).exists()
    show, search = _one_of(Show, request.GET.get("loc", "")), request.GET.get("tim", "")[:60]
    typed = request.GET.get("xep", "")
    # Sorting by totals that one may not see would tell them.
    sorts = sees_all or typed.removeprefix("-") in (Order.NAME, Order.STATE)
    order = (_one_of(Order, typed.removeprefix("-")) or Order.PROTOCOL) if sorts else Order.PROTOCOL
    cards = cards_asked(found, show=show, search=search, order=order, backwards=typed.startswith("-"))
    return Asked(
        found, cards, may["card.read"], sees_all, {"tim": search, "loc": show or "", "xep": typed if sorts else ""}
    )


@require_safe
@login_required
def cards(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    asked = _asked(request, cluster, season, bloc)
    shown = Paginator(asked.cards, ROWS_A_PAGE).get_page(request.GET.get("trang"))
    return page(
        request,
        "scores/cards.html",
        bloc=asked.bloc,
        tally=tally_of(asked.bloc),
        has_sheet=adopted_sheet(asked.bloc) is not None,
        rows=_rows(request, asked, shown),
        shown=shown,
        sees_all=asked.sees_all,
        asked=asked.words,
        base=reverse("score_cards", args=(cluster, season, bloc)),
        trail=trail_to(asked.bloc),
        here="scores",
    )


@require_safe
@login_required
def cards_workbook(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    """What the list shows, as a workbook; the same parameters narrow it."""
    asked = _asked(request, cluster, season, bloc)
    heads = [_("Đơn vị"), _("Trạng thái"), _("Tự chấm"), _("Thẩm định"), _("Chênh lệch"), _("Ngày ký"), _("Ghi chú")]
    return as_xlsx(
        Table(
            name=f"bang-cham-{season}-{bloc}",
            title=f"{_('Bảng chấm của các đơn vị')}, {asked.bloc.bloc.name}, {asked.bloc.season.name}",
            heads=heads,
            rows=[_cells(row) for row in _rows(request, asked, asked.cards)],
        )
    )


def _rows(request: Any, asked: Asked, cards: Iterable[ScoreCard]) -> list[Shown]:
    own = units_above(request.actor, asked.bloc)
    return [_shown(row, asked, own) for row in rows_of(cards)]


def _cells(shown: Shown) -> Sequence[Value]:
    card, remarks = shown.row.card, []
    if shown.row.entry:
        remarks.append(_("nhập thay"))
    if shown.row.is_excluded:
        remarks.append(_("không xếp hạng"))
    signed_on = local_day(card.signed_at) if card.signed_at else None
    totals = (shown.self_total, shown.verified_total, shown.difference)
    return [card.membership.name, stands(card), *totals, signed_on, "; ".join(remarks) or None]


def stands(card: ScoreCard) -> str:
    """How a card stands, in two or three words."""
    if card.handing is Handing.SIGNED:
        return _("đã thẩm định") if card.verified_at else _("đã ký")
    words = {Handing.SUBMITTED: _("chờ lãnh đạo ký"), Handing.RETURNED: _("trả lại")}
    return words.get(card.handing, _("đang chấm"))


def _one_of(kind: Any, typed: str) -> Any:
    return kind(typed) if typed in set(kind) else None


def _shown(row: CardRow, asked: Asked, own: set[int]) -> Shown:
    unit = row.card.membership.unit
    is_own = unit.pk in own
    href = reverse("score_card", args=(*asked.bloc.slugs, unit.slug)) if asked.opens_all or is_own else ""
    return Shown(row, href, is_own, asked.sees_all or is_own)
