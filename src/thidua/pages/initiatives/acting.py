"""What is done with an initiative: taken back, signed, returned, received; many received at once from the list."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, Unknown, refuse
from thidua.pages.initiatives.finding import At
from thidua.pages.initiatives.lists import initiatives
from thidua.pages.initiatives.views import initiative_page
from thidua.pages.shared.acting import acted_on
from thidua.pages.shared.request import Typed, done, or_show
from thidua.records.results.access.initiatives import visible_initiatives
from thidua.records.results.actions import initiatives as acts
from thidua.records.results.models import Initiative, InitiativePaper
from thidua.records.seasons.access import season_for


def _found(request: Any, cluster: str, season: str, initiative: str) -> tuple[Initiative, str]:
    at = At(cluster, season, initiative)
    return at.initiative(request.actor), at.page


_acted = acted_on(initiative_page, _found, "initiative")


@_acted("taken_back")
def take_back(request: Any, initiative: Initiative, typed: Typed) -> object:
    return acts.take_back_initiative(typed.as_seen(initiative), by=request.actor, at=now(), key=typed.key)


@_acted("signed")
def sign(request: Any, initiative: Initiative, typed: Typed) -> object:
    return acts.sign_initiatives([typed.as_seen(initiative)], by=request.actor, at=now(), key=typed.key)


@_acted("returned")
def give_back(request: Any, initiative: Initiative, typed: Typed) -> object:
    remark = typed.text("remark", label=_("Lý do trả lại"), most=1000)
    typed.check()
    return acts.return_initiative(typed.as_seen(initiative), remark=remark, by=request.actor, at=now(), key=typed.key)


@_acted("received")
def receive(request: Any, initiative: Initiative, typed: Typed) -> object:
    return acts.receive_initiatives([initiative], by=request.actor, at=now(), key=typed.key)


@require_POST
@login_required
@or_show(initiatives)
def receive_many(request: Any, cluster: str, season: str) -> HttpResponse:
    found = season_for(request.actor, cluster, season, to="season.read", on=today())
    named = visible_initiatives(request.actor, found, on=today()).filter(public_id__in=request.POST.getlist("pick"))
    if not (picked := list(named)):
        raise refuse("signing.none_picked")
    acts.receive_initiatives(picked, by=request.actor, at=now(), key=Typed(request).key)
    return done(request, reverse("initiatives", args=(cluster, season)), Sentence("initiative.received"))


@require_POST
@login_required
@or_show(initiative_page)
def withdraw(request: Any, cluster: str, season: str, initiative: str, paper: str) -> HttpResponse:
    at = At(cluster, season, initiative)
    beside = InitiativePaper.objects.filter(initiative=at.initiative(request.actor), public_id=paper)
    if (one := beside.select_related("initiative").first()) is None:
        raise Unknown
    key = f"{Typed(request).key[:40]}-{one.public_id}"  # one form withdraws any paper of the page
    acts.withdraw_paper(one, by=request.actor, at=now(), key=key)
    return done(request, at.page, Sentence("initiative.paper_withdrawn"))
