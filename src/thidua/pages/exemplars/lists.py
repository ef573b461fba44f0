"""Exemplars of a season: narrowed by state, unit and field, also as a workbook; and how many each unit has."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.core.texts import folded
from thidua.core.workflow.exemplars import ExemplarState
from thidua.pages.exemplars.finding import own_members, trail_to_list
from thidua.pages.shared.downloads import Table, Value
from thidua.pages.shared.request import page
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.results.access.exemplars import visible_exemplars
from thidua.records.results.models import Exemplar
from thidua.records.results.queries.exemplars import count_by_state, counts_by_unit, recognised_at_province
from thidua.records.seasons.access import may, season_for
from thidua.records.seasons.models import Membership, Season

ROWS_A_PAGE = 100


def _asked(request: Any, seen: QuerySet[Exemplar]) -> tuple[QuerySet[Exemplar], dict[str, str]]:
    """What the reader may see, narrowed as the address asks."""
    rows, asked = seen, {name: request.GET.get(name, "")[:60] for name in ("trang-thai", "don-vi", "noi-dung")}
    if asked["trang-thai"] in set(ExemplarState):
        rows = rows.filter(state=asked["trang-thai"])
    if asked["don-vi"]:
        rows = rows.filter(membership__unit__folded__contains=folded(asked["don-vi"]))
    if asked["noi-dung"].isascii() and asked["noi-dung"].isdigit():
        rows = rows.filter(field__number=int(asked["noi-dung"]))
    return rows, asked


@require_safe
@login_required
def exemplars(request: Any, cluster: str, season: str) -> HttpResponse:
    on = today()
    found = season_for(request.actor, cluster, season, to="season.read", on=on)
    seen = visible_exemplars(request.actor, found, on=on)
    rows, asked = _asked(request, seen)
    by_unit = "theo-don-vi" in request.GET
    enters = may(request.actor, "exemplars.enter_on_behalf", season=found, on=on).is_yes
    return page(
        request,
        "exemplars/exemplars.html",
        season=found,
        rows=None if by_unit else Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("trang")),
        units=_by_unit(request, found, seen) if by_unit else None,
        counts=count_by_state(seen),
        states=[(state.value, say(Sentence(f"exemplar.state.{state}"))) for state in ExemplarState],
        fields=[(one.number, f"{one.number}. {one.short_name}") for one in found.contents.all()],
        provincial=recognised_at_province(found),
        members=Membership.objects.filter(bloc_season__season=found, left_on=None).count(),
        asked={name.replace("-", "_"): value for name, value in asked.items()},
        narrowed=any(asked.values()),
        may_add=enters or bool(own_members(request.actor, found)),
        trail=trail_to_list(found)[:1],
        here="season",
    )


@require_safe
@login_required
def workbook(request: Any, cluster: str, season: str) -> HttpResponse:
    """What the list shows, as a workbook; the same parameters narrow it."""
    on = today()
    found = season_for(request.actor, cluster, season, to="season.read", on=on)
    rows, _narrowed = _asked(request, visible_exemplars(request.actor, found, on=on))
    heads = [_("Điển hình"), _("Loại"), _("Chức vụ"), _("Đơn vị"), _("Lĩnh vực"), _("Trạng thái"), _("Cấp công nhận")]
    return as_xlsx(
        Table(
            name=f"dien-hinh-{found.slug}",
            title=f"{_('Điển hình tiên tiến')}, {found.name}",
            heads=[*heads, _("Số nơi làm theo")],
            rows=[_cells(one) for one in rows],
        )
    )


def _cells(one: Exemplar) -> Sequence[Value]:
    words = [say(Sentence(f"exemplar.kind.{one.kind}")), one.post, one.membership.name, one.field.short_name]
    level = say(Sentence(f"exemplar.level.{one.level}")) if one.level else None
    return [one.name, *words, say(Sentence(f"exemplar.state.{one.state}")), level, one.copies or None]  # type: ignore[attr-defined]


def _by_unit(request: Any, season: Season, seen: QuerySet[Exemplar]) -> Any:
    """One page of units, each with its counts in the order of the states and their sum; units without any too."""
    members = Membership.objects.filter(bloc_season__season=season, left_on=None).select_related("unit")
    ordered = members.order_by("bloc_season__bloc__position", "bloc_season", "position", "pk")
    shown: Any = Paginator(ordered, ROWS_A_PAGE).get_page(request.GET.get("trang"))
    counted = counts_by_unit(seen, shown.object_list)
    shown.object_list = [_row(member, counted.get(member.pk, {})) for member in shown.object_list]
    return shown


def _row(member: Membership, counts: dict[str, int]) -> dict[str, Any]:
    by_state = [(state.value, counts.get(state.value, 0)) for state in ExemplarState]
    return {"member": member, "counts": by_state, "total": sum(counts.values())}
