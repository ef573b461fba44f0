"""What came by a unit's codes: whose it is, many at once; or that it is not counted, with the reason."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now, today
from thidua.core.answer import NotPossible, Sentence, refuse
from thidua.core.texts import folded
from thidua.pages.exemplars.finding import OFFERED_AT_MOST
from thidua.pages.participation.fields import trail_to_unit
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.records.directory.models import Person, Post
from thidua.records.directory.naming import person_named, written_post
from thidua.records.directory.queries import posts_below
from thidua.records.results.access.participation import member_at
from thidua.records.results.actions.participation import attribute_acts, reject_acts
from thidua.records.results.models import Participation
from thidua.records.results.queries.participation import posts_named, waiting_in
from thidua.records.results.told import Claim
from thidua.records.seasons.models import Membership

ROWS_A_PAGE = 50


@login_required
def waiting(request: Any, cluster: str, season: str, unit: str) -> HttpResponse:
    member = member_at(request.actor, cluster, season, unit, to="participation.collect", on=today())
    rows = Paginator(waiting_in(member), ROWS_A_PAGE).get_page(request.GET.get("trang"))
    named = posts_named(member, [folded(one.name) for one in rows], on=today())
    return page(
        request,
        "participation/waiting.html",
        member=member,
        season=member.bloc_season.season,
        rows=rows,
        asked=[(one, *_suggested(request, one, named.get(folded(one.name), []))) for one in rows],
        people=[written_post(post) for post in posts_below(member.unit, on=today())[:OFFERED_AT_MOST]],
        trail=trail_to_unit(member),
        here="season",
    )


def _suggested(request: Any, one: Participation, same: list[Post]) -> tuple[str, bool, bool, int]:
    """The person in the field, whether "new" is ticked, whether the row is; and how many have that name."""
    if request.method == "POST" and f"person-{one.public_id}" in request.POST:
        picked = one.public_id in request.POST.getlist("pick")
        is_new = f"new-{one.public_id}" in request.POST
        return request.POST[f"person-{one.public_id}"][:200], is_new, picked, len(same)
    person = written_post(same[0]) if len(same) == 1 else ""
    return person, False, bool(person), len(same)


def _picked(request: Any, member: Membership) -> list[Participation]:
    named = Participation.objects.filter(membership=member, public_id__in=request.POST.getlist("pick")[:ROWS_A_PAGE])
    if not (picked := list(named.select_related("unit", "membership"))):
        raise refuse("participation.none_picked")
    return picked


@require_POST
@login_required
@or_show(waiting)
def attribute(request: Any, cluster: str, season: str, unit: str) -> HttpResponse:
    member = member_at(request.actor, cluster, season, unit, to="participation.collect", on=today())
    typed = Typed(request)
    claims = [Claim(one, _person(typed, one)) for one in _picked(request, member)]
    typed.check()
    counted = attribute_acts(claims, by=request.actor, at=now(), key=typed.key)
    return _back(request, cluster, season, unit, Sentence("participation.attributed", count=len(counted)))


def _person(typed: Typed, one: Participation) -> Person | None:
    """Whom the officer means: the one that was typed, or a new person where that is ticked."""
    name = typed.text(f"person-{one.public_id}", label=_("Người"), required=False)
    if f"new-{one.public_id}" in typed.values:
        return None
    if not name:
        typed.faults.append(Sentence("participation.whose", name=one.name))
        return None
    try:
        return person_named(name, on=today())
    except NotPossible as fault:
        typed.faults.extend(fault.sentences)
        return None


@require_POST
@login_required
@or_show(waiting)
def reject(request: Any, cluster: str, season: str, unit: str) -> HttpResponse:
    member = member_at(request.actor, cluster, season, unit, to="participation.collect", on=today())
    typed, picked = Typed(request), _picked(request, member)
    because = typed.text("because", label=_("Lý do"), most=500)
    typed.check()
    key = f"{typed.key[:60]}-kn"
    rejected = reject_acts(picked, because=because, by=request.actor, at=now(), key=key)
    return _back(request, cluster, season, unit, Sentence("participation.rejected", count=len(rejected)))


def _back(request: Any, cluster: str, season: str, unit: str, told: Sentence) -> HttpResponse:
    return done(request, reverse("waiting_acts", args=(cluster, season, unit)), told)
