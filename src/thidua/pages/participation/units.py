"""One unit's acts, dated and by name, and the total that it declares."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.base.numbers import figure
from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.core.texts import folded
from thidua.core.workflow.participation import ActKind, ActState
from thidua.figures.participating import taken_by
from thidua.pages.participation.board import KINDS
from thidua.pages.participation.fields import campaigns_of, kinds, offered, trail_to_board, typed_campaign
from thidua.pages.shared.downloads import Table, Value
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.results.access.participation import may, member_at
from thidua.records.results.actions.participation import declare_total
from thidua.records.results.models import Participation
from thidua.records.results.queries.participation import acts_of
from thidua.records.seasons.models import Membership

ROWS_A_PAGE = 100
MOST_PEOPLE = 1_000_000


def _narrowed(request: Any, member: Membership) -> tuple[QuerySet[Participation], dict[str, str]]:
    rows = acts_of(member.bloc_season.season).filter(membership=member)
    asked = {name: request.GET.get(name, "")[:60] for name in ("loai", "dot", "trang-thai", "nguoi")}
    if asked["loai"] in set(ActKind):
        rows = rows.filter(kind=asked["loai"])
    if asked["trang-thai"] in set(ActState):
        rows = rows.filter(state=asked["trang-thai"])
    if asked["dot"]:
        rows = rows.filter(campaign__public_id=asked["dot"])
    if asked["nguoi"]:
        rows = rows.filter(Q(person__folded__contains=folded(asked["nguoi"])) | Q(name__icontains=asked["nguoi"]))
    return rows, asked


@login_required
def unit_acts(request: Any, cluster: str, season: str, unit: str) -> HttpResponse:
    on = today()
    member = member_at(request.actor, cluster, season, unit, to="participation.read_acts", on=on)
    rows, asked = _narrowed(request, member)
    return page(
        request,
        "participation/unit.html",
        member=member,
        season=member.bloc_season.season,
        taken=taken_by(member),
        kinds=kinds(KINDS),
        states=[(state.value, say(Sentence(f"participation.state.{state}"))) for state in ActState],
        campaigns=offered(campaigns_of(member.bloc_season.season, member)),
        rows=Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("trang")),
        asked={name.replace("-", "_"): value for name, value in asked.items()},
        narrowed=any(asked.values()),
        declared=member.declared_totals.select_related("campaign").order_by("-on", "-pk")[:10],
        collects=may(request.actor, "participation.collect", member, on=on).is_yes,
        declares=may(request.actor, "participation.declare", member, on=on).is_yes,
        trail=trail_to_board(member.bloc_season.season),
        here="season",
    )


@require_safe
@login_required
def workbook(request: Any, cluster: str, season: str, unit: str) -> HttpResponse:
    """What the list shows, as a workbook; the same parameters narrow it."""
    member = member_at(request.actor, cluster, season, unit, to="participation.read_acts", on=today())
    rows, _asked = _narrowed(request, member)
    heads = [_("Người"), _("Đơn vị"), _("Ngày"), _("Đã làm gì"), _("Đợt"), _("Loại"), _("Ghi bằng"), _("Trạng thái")]
    return as_xlsx(
        Table(
            name=f"tham-gia-{season}-{unit}",
            title=f"{_('Các lượt tham gia')}, {member.name}, {member.bloc_season.season.name}",
            heads=heads,
            rows=[_cells(one) for one in rows],
        )
    )


def _cells(one: Participation) -> Sequence[Value]:
    who = one.person.full_name if one.person else one.name
    words = [("kind", one.kind), ("way", one.way), ("state", one.state)]
    said = [say(Sentence(f"participation.{what}.{value}")) for what, value in words]
    return [who, one.unit.name, one.on, one.text, one.campaign.name if one.campaign else None, *said]


@require_POST
@login_required
@or_show(unit_acts)
def declare(request: Any, cluster: str, season: str, unit: str) -> HttpResponse:
    member = member_at(request.actor, cluster, season, unit, to="participation.declare", on=today())
    typed = Typed(request)
    people = typed.figure("people", required=True, label=_("Số người"))
    if people is not None and not (people.denominator == 1 and 0 <= people <= MOST_PEOPLE):
        typed.faults.append(Sentence("participation.not_people", typed=figure(people)))
    on = typed.day("on", label=_("Tính đến ngày"))
    campaign = typed_campaign(typed, member.bloc_season.season, member)
    note = typed.text("note", label=_("Căn cứ"), most=300, required=False)
    typed.check()
    assert people is not None
    assert on is not None
    declare_total(
        member, people=int(people), on=on, campaign=campaign, note=note, by=request.actor, at=now(), key=typed.key
    )
    return done(request, reverse("unit_acts", args=(cluster, season, unit)), Sentence("participation.declared"))
