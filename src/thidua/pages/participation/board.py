"""The board of participation: units × kinds of acts, beside what units declare; narrowed, sorted, taken away."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.core.texts import folded
from thidua.core.workflow.participation import ActKind
from thidua.figures.participating import Row, board_of, sum_of
from thidua.pages.exemplars.finding import own_members
from thidua.pages.participation.fields import campaigns_of, kinds, offered, trail_to_board
from thidua.pages.shared.downloads import Table
from thidua.pages.shared.request import page
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.seasons.access import season_for
from thidua.records.seasons.models import BlocSeason, Campaign, Season
from thidua.records.seasons.queries.campaigns import campaigns_to_join

ROWS_A_PAGE = 100
KINDS = tuple(ActKind)
ORDERS: dict[str, Callable[[Row], int]] = {
    "nguoi": lambda row: row.taken.people,
    "luot": lambda row: row.taken.all_acts,
    "don-vi-co-so": lambda row: row.taken.units,
    "cho": lambda row: row.taken.waiting,
}


@dataclass(frozen=True)
class Asked:
    """What the address narrows the board to."""

    bloc: BlocSeason | None
    campaign: Campaign | None
    unit: str
    order: str

    @property
    def is_narrowed(self) -> bool:
        return bool(self.bloc or self.campaign or self.unit)


def _asked(request: Any, season: Season) -> Asked:
    words = {name: request.GET.get(name, "")[:60] for name in ("khoi", "dot", "don-vi", "xep")}
    bloc = season.blocs.filter(bloc__slug=words["khoi"]).select_related("bloc").first() if words["khoi"] else None
    campaign = campaigns_to_join(season).filter(public_id=words["dot"]).first() if words["dot"] else None
    order = words["xep"] if words["xep"].removeprefix("-") in ORDERS else ""
    return Asked(bloc, campaign, words["don-vi"], order)


def _rows(season: Season, asked: Asked) -> list[Row]:
    rows = board_of(season, bloc=asked.bloc, campaign=asked.campaign)
    if asked.unit:
        wanted = folded(asked.unit)
        rows = [row for row in rows if wanted in folded(f"{row.member.name} {row.member.short_name}")]
    if asked.order:
        rows.sort(key=ORDERS[asked.order.removeprefix("-")], reverse=asked.order.startswith("-"))
    return rows


@require_safe
@login_required
def board(request: Any, cluster: str, season: str) -> HttpResponse:
    found = season_for(request.actor, cluster, season, to="participation.read", on=today())
    asked = _asked(request, found)
    own = own_members(request.actor, found)
    return page(
        request,
        "participation/board.html",
        season=found,
        rows=Paginator(_rows(found, asked), ROWS_A_PAGE).get_page(request.GET.get("trang")),
        all=sum_of(found, bloc=asked.bloc, campaign=asked.campaign),
        kinds=[(kind, text) for kind, (_value, text) in zip(KINDS, kinds(KINDS), strict=True)],
        blocs=[(one.bloc.slug, one.bloc.name) for one in found.blocs.select_related("bloc")],
        campaigns=offered(campaigns_of(found)),
        asked=asked,
        own=own,
        own_keys={one.pk for one in own},
        trail=trail_to_board(found)[:1],
        here="season",
    )


@require_safe
@login_required
def workbook(request: Any, cluster: str, season: str) -> HttpResponse:
    """What the board shows, as a workbook; the same parameters narrow it."""
    found = season_for(request.actor, cluster, season, to="participation.read", on=today())
    asked = _asked(request, found)
    heads = [_("Đơn vị"), _("Người tham gia"), *(text.capitalize() for _kind, text in kinds(KINDS))]
    sums = [_("Cộng số lượt"), _("Đơn vị cơ sở có người tham gia"), _("Chờ ghi nhận"), _("Đơn vị khai")]
    lines = [f"{_('Đợt thi đua')}: {asked.campaign.name}"] if asked.campaign else []
    said = _("Đếm từ các lượt có ngày, có người. Số đơn vị khai đứng riêng, không cộng, không chấm điểm.")
    return as_xlsx(
        Table(
            name=f"tham-gia-{found.slug}",
            title=f"{_('Bảng tham gia')}, {found.name}",
            lines=[*lines, said],
            heads=[*heads, *sums, _("Khai đến ngày")],
            rows=[
                (
                    row.member.name, row.taken.people, *(row.taken.acts[kind] for kind in KINDS), row.taken.all_acts,
                    row.taken.units, row.taken.waiting, row.declared.people if row.declared else None,
                    row.declared.on if row.declared else None,
                )
                for row in _rows(found, asked)
            ],
        )
    )  # fmt: skip
