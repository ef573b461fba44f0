"""A deadline is extended, for the whole bloc or for units, with its reason."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import now, today
from thidua.core.answer import Sentence
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.pages.tracking.views import extendable, trail_to
from thidua.records.conduct.actions import extend_for, extend_for_all
from thidua.records.seasons.access import bloc_for

OFFERED_AT_MOST = 200


def _form(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    found = bloc_for(request.actor, cluster, season, bloc, to="deadline.extend", on=today())
    members = found.members.filter(left_on=None).select_related("unit").order_by("position", "pk")
    picked = set(request.POST.getlist("chon") if request.method == "POST" else request.GET.getlist("chon"))
    asked = request.GET.get("muc", "")
    return page(
        request,
        "tracking/extend.html",
        bloc=found,
        what=extendable(found),
        members=[*members.filter(unit__slug__in=picked), *members.exclude(unit__slug__in=picked)[:OFFERED_AT_MOST]],
        picked=picked,
        form=filled(request, debt=asked, for_all="" if picked else "1"),
        trail=[*trail_to(found), (_("Sổ theo dõi"), reverse("tracking", args=(cluster, season, bloc)))],
        here="season",
    )


@login_required
@or_show(_form)
def extend(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    if request.method != "POST":
        return _form(request, cluster, season, bloc)
    found = bloc_for(request.actor, cluster, season, bloc, to="deadline.extend", on=today())
    typed = Typed(request)
    debt = typed.choice("debt", [slug for slug, _name in extendable(found)], label=_("Việc"))
    until_on = typed.day("until_on", label=_("Hạn mới"))
    reason = typed.text("reason", label=_("Lý do"), most=1000)
    typed.check()
    assert until_on is not None
    given: dict[str, Any] = {"debt": debt, "until_on": until_on, "reason": reason}
    given |= {"by": request.actor, "at": now(), "key": typed.key}
    if typed.values.get("for_all"):
        extend_for_all(found, **given)
        said = Sentence("deadline.moved", until_on=until_on)
    else:
        slugs = request.POST.getlist("chon")
        members = list(found.members.filter(unit__slug__in=slugs, left_on=None).select_related("unit"))
        extend_for(found, members=members, **given)
        said = Sentence("deadline.extended", count=len(members), until_on=until_on)
    return done(request, reverse("tracking", args=(cluster, season, bloc)), said)
