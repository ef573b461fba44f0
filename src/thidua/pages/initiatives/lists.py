"""Initiatives of a season: narrowed by state, unit and field, ticked to be received, taken away as a workbook."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.core.texts import folded
from thidua.core.workflow.initiatives import InitiativeState
from thidua.pages.exemplars.finding import own_members
from thidua.pages.initiatives.finding import trail_to_list
from thidua.pages.shared.downloads import Table
from thidua.pages.shared.request import page
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.results.access.initiatives import visible_initiatives
from thidua.records.results.models import Initiative
from thidua.records.seasons.access import may, season_for
from thidua.records.seasons.models import Season

ROWS_A_PAGE = 100
RECEIVED = Q(received_at__isnull=False)


def _asked(request: Any, found: Season) -> tuple[QuerySet[Initiative], dict[str, str]]:
    """What the reader may see of the season, narrowed as the address asks."""
    rows = visible_initiatives(request.actor, found, on=today())
    asked = {name: request.GET.get(name, "")[:60] for name in ("trang-thai", "don-vi", "noi-dung")}
    state = asked["trang-thai"]
    if state == InitiativeState.RECEIVED:
        rows = rows.filter(RECEIVED)
    elif state in set(InitiativeState):
        rows = rows.filter(~RECEIVED, state=state)
    if asked["don-vi"]:
        rows = rows.filter(membership__unit__folded__contains=folded(asked["don-vi"]))
    if asked["noi-dung"].isascii() and asked["noi-dung"].isdigit():
        rows = rows.filter(field__number=int(asked["noi-dung"]))
    return rows, asked


@login_required
def initiatives(request: Any, cluster: str, season: str) -> HttpResponse:
    on = today()
    found = season_for(request.actor, cluster, season, to="season.read", on=on)
    rows, asked = _asked(request, found)
    receives = may(request.actor, "initiatives.receive", season=found, on=on).is_yes
    return page(
        request,
        "initiatives/initiatives.html",
        season=found,
        rows=Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("trang")),
        states=[(state.value, say(Sentence(f"initiative.state.{state}"))) for state in InitiativeState],
        fields=[(one.number, f"{one.number}. {one.short_name}") for one in found.contents.all()],
        asked={name.replace("-", "_"): value for name, value in asked.items()},
        narrowed=any(asked.values()),
        receives=receives,
        waiting=receives and rows.filter(~RECEIVED, state="signed").exists(),
        enters=may(request.actor, "initiatives.enter_on_behalf", season=found, on=on).is_yes,
        may_add=bool(own_members(request.actor, found)),
        trail=trail_to_list(found)[:1],
        here="season",
    )


@require_safe
@login_required
def workbook(request: Any, cluster: str, season: str) -> HttpResponse:
    """What the list shows, as a workbook; the same parameters narrow it."""
    found = season_for(request.actor, cluster, season, to="season.read", on=today())
    rows, _asked_for = _asked(request, found)
    heads = [_("Số"), _("Tên sáng kiến"), _("Tác giả, phần đóng góp"), _("Đơn vị"), _("Lĩnh vực")]
    return as_xlsx(
        Table(
            name=f"sang-kien-{found.slug}",
            title=f"{_('Sáng kiến')}, {found.name}",
            heads=[*heads, _("Áp dụng từ"), _("Lợi ích"), _("Trạng thái"), _("Ngày nộp")],
            rows=[
                (
                    one.number,
                    one.title,
                    "; ".join(f"{author.name} {author.share_percent} %" for author in one.authors.all()),
                    one.membership.name,
                    one.field.short_name,
                    one.applied_on,
                    one.benefit,
                    say(Sentence(f"initiative.state.{one.at_state}")),
                    one.handed_in_on,
                )
                for one in rows
            ],
            frozen=2,
        )
    )
