"""Somebody with an account enters an act, sees all of his or her own, withdraws one; a photograph beside an act."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, Unknown, refuse, require
from thidua.core.workflow.participation import ENTERED, ActKind, ActState
from thidua.pages.exemplars.finding import own_members
from thidua.pages.participation.fields import (
    campaigns_of,
    home_of,
    kinds,
    offered,
    places,
    trail_to_board,
    typed_act,
    typed_campaign,
)
from thidua.pages.participation.units import unit_acts
from thidua.pages.shared.figures import day
from thidua.pages.shared.request import Typed, done, filled, on_this_site, or_show, page
from thidua.pages.shared.sending import send_file
from thidua.records.results.access.participation import act_for, may_withdraw
from thidua.records.results.actions.participation import enter_own_act, withdraw_act
from thidua.records.results.queries.participation import acts_of
from thidua.records.seasons import access
from thidua.records.seasons.access import season_for
from thidua.records.seasons.models import Membership, Season

ROWS_A_PAGE = 50


def _member(request: Any, season: Season) -> Membership:
    """The reader's own unit of the season. Raises NotPossible with the grid's reason for somebody of none."""
    if not (own := own_members(request.actor, season)):
        require(access.may(request.actor, "participation.enter", season=season, on=today()))
        raise refuse("exemplar.of_no_unit")
    return own[0]


def _enter_page(request: Any, cluster: str, season: str) -> HttpResponse:
    found = season_for(request.actor, cluster, season, to="season.read", on=today())
    member = _member(request, found)
    return page(
        request,
        "participation/enter.html",
        season=found,
        member=member,
        kinds=kinds(),
        campaigns=offered(campaigns_of(found, member)),
        places=places(member),
        form=filled(request, kind=ActKind.RESULT.value, on=day(today()), unit=home_of(request.actor, member)),
        trail=trail_to_board(found),
        here="season",
    )


@login_required
@or_show(_enter_page)
def enter(request: Any, cluster: str, season: str) -> HttpResponse:
    if request.method != "POST":
        return _enter_page(request, cluster, season)
    found = season_for(request.actor, cluster, season, to="season.read", on=today())
    member, typed = _member(request, found), Typed(request)
    kind = typed.choice("kind", ENTERED, label=_("Loại"))
    campaign = typed_campaign(typed, found, member)
    told = (
        typed_act(typed, member, kind=ActKind(kind or ActKind.RESULT), campaign=campaign) if not typed.faults else None
    )
    typed.check()
    assert told is not None
    enter_own_act(member, told=told, by=request.actor, at=now(), key=typed.key)
    return done(request, reverse("own_acts", args=(cluster, season)), Sentence("participation.entered"))


@login_required
def own_acts(request: Any, cluster: str, season: str) -> HttpResponse:
    found = season_for(request.actor, cluster, season, to="season.read", on=today())
    own = acts_of(found)
    own = own.filter(person=request.actor.person) if request.actor.person is not None else own.none()
    return page(
        request,
        "participation/own.html",
        season=found,
        rows=Paginator(own, ROWS_A_PAGE).get_page(request.GET.get("trang")),
        counted=own.filter(state=ActState.COUNTED.value).count(),
        may_enter=bool(own_members(request.actor, found)),
        trail=trail_to_board(found),
        here="season",
    )


def _acts_page(request: Any, cluster: str, season: str, act: str) -> HttpResponse:
    """The page on which an act stands: the reader's own acts, or those of its unit."""
    found = act_for(request.actor, cluster, season, act, on=today())
    if found.person_id is not None and found.person_id == request.actor.person:
        return own_acts(request, cluster, season)
    return unit_acts(request, cluster, season, found.membership.unit.slug)


@require_POST
@login_required
@or_show(_acts_page)
def withdraw(request: Any, cluster: str, season: str, act: str) -> HttpResponse:
    found = act_for(request.actor, cluster, season, act, on=today())
    require(may_withdraw(request.actor, found, on=today()))
    typed = Typed(request)
    because = typed.text("because", label=_("Lý do"), most=500)
    typed.check()
    key = f"{typed.key[:40]}-{found.public_id}"  # one key of the page serves every line of it
    withdraw_act(found, because=because, by=request.actor, at=now(), key=key)
    back = on_this_site(request.POST.get("next", "")) or reverse("own_acts", args=(cluster, season))
    return done(request, back, Sentence("participation.withdrawn"))


@require_safe
@login_required
def photo(request: Any, cluster: str, season: str, act: str) -> HttpResponseBase:
    """The photograph beside an act. Raises Unknown where there is none."""
    found = act_for(request.actor, cluster, season, act, on=today())
    if found.photo is None:
        raise Unknown
    return send_file(request, found.photo)
