"""A unit's codes: made for an occasion, printed as a sheet with a square to scan, stopped."""

from datetime import timedelta
from typing import Any

import segno
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now, today
from thidua.core.answer import Sentence
from thidua.core.workflow.participation import ENTERED, ActKind, as_read
from thidua.pages.participation.fields import campaigns_of, kinds, offered, trail_to_unit, typed_campaign
from thidua.pages.shared.figures import day
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.records.desk.house import the_house
from thidua.records.results.access.participation import code_at, member_at
from thidua.records.results.actions.participation import make_code, stop_code
from thidua.records.results.models import JoinCode
from thidua.records.results.queries.participation import codes_of
from thidua.records.results.told import CodeAsked

ROWS_A_PAGE, A_FORTNIGHT = 50, timedelta(days=14)


def _codes_page(request: Any, cluster: str, season: str, unit: str) -> HttpResponse:
    on = today()
    member = member_at(request.actor, cluster, season, unit, to="participation.collect", on=on)
    rows = codes_of(member).annotate(sent=Count("entries"))
    return page(
        request,
        "participation/codes.html",
        member=member,
        season=member.bloc_season.season,
        rows=Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("trang")),
        kinds=kinds(),
        campaigns=offered(campaigns_of(member.bloc_season.season, member)),
        form=filled(request, kind=ActKind.ATTENDANCE.value, expires_on=day(on + A_FORTNIGHT)),
        on=on,
        trail=trail_to_unit(member),
        here="season",
    )


@login_required
@or_show(_codes_page)
def codes(request: Any, cluster: str, season: str, unit: str) -> HttpResponse:
    if request.method != "POST":
        return _codes_page(request, cluster, season, unit)
    member = member_at(request.actor, cluster, season, unit, to="participation.collect", on=today())
    typed = Typed(request)
    title = typed.text("title", label=_("Dùng cho việc gì"), most=200)
    kind = typed.choice("kind", ENTERED, label=_("Loại"))
    campaign = typed_campaign(typed, member.bloc_season.season, member)
    expires_on = typed.day("expires_on", label=_("Dùng đến hết ngày"))
    typed.check()
    assert expires_on is not None
    asked = CodeAsked(title=title, kind=ActKind(kind), expires_on=expires_on, campaign=campaign)
    code = make_code(member, asked=asked, by=request.actor, at=now(), key=typed.key)
    return done(
        request, reverse("join_code", args=(cluster, season, code.public_id)), Sentence("participation.code_made")
    )


@login_required
def sheet(request: Any, cluster: str, season: str, join: str) -> HttpResponse:
    on = today()
    code = code_at(request.actor, cluster, season, join, on=on)
    beginning = _beginning(request)
    address = beginning + reverse("join_by_code", args=(as_read(code.code),))
    return page(
        request,
        "participation/sheet.html",
        code=code,
        member=code.membership,
        season=code.membership.bloc_season.season,
        read=as_read(code.code),
        address=address,
        short=beginning + reverse("join"),
        square=_square(address),
        works=_works(code),
        trail=[*trail_to_unit(code.membership), (_("Mã tham gia"), _address(code))],
        here="season",
    )


def _beginning(request: Any) -> str:
    """What the link on the sheet begins with: as long as nobody says it, the address by which its printer came."""
    house = the_house()
    return house.address if house.is_said else request.build_absolute_uri("/").rstrip("/")


def _square(address: str) -> SafeString:
    square = segno.make(address, error="m").svg_inline(border=2, light="#ffffff", svgclass="qr", omitsize=True)
    return mark_safe(square)  # noqa: S308  # drawn by the library from an address of ours


def _works(code: JoinCode) -> bool:
    return code.stopped_at is None and code.expires_on >= today()


def _address(code: JoinCode) -> str:
    season = code.membership.bloc_season.season
    return reverse("join_codes", args=(season.cluster.slug, season.slug, code.membership.unit.slug))


@require_POST
@login_required
@or_show(sheet)
def stop(request: Any, cluster: str, season: str, join: str) -> HttpResponse:
    code = code_at(request.actor, cluster, season, join, on=today())
    stop_code(code, by=request.actor, at=now(), key=Typed(request).key)
    return done(request, reverse("join_code", args=(cluster, season, join)), Sentence("participation.code_stopped"))
