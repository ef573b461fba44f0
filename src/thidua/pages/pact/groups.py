"""Lượt ký: in which group each unit is called up, typed by hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now, today
from thidua.core.answer import Sentence
from thidua.pages.pact.trail import trail_to_pact
from thidua.pages.shared.clash import Field, begun_with
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.records.seasons.access import bloc_for
from thidua.records.seasons.actions.calling import MOST_GROUPS, set_call_groups
from thidua.records.seasons.models import BlocSeason, Membership
from thidua.records.seasons.queries.hall import groups_of

ROWS_A_PAGE = 100


@dataclass(frozen=True)
class Place:
    """A unit and the group in which it is called up."""

    member: Membership
    number: int


def _places(bloc: BlocSeason) -> list[Place]:
    return [Place(member, group.number) for group in groups_of(bloc) for member in group.members]


def _fields(places: Iterable[Place]) -> list[Field]:
    return [Field(f"group-{one.member.pk}", _("Lượt"), str(one.number), about=one.member.short_name) for one in places]


@login_required
def groups_page(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    found = bloc_for(request.actor, cluster, season, bloc, to="pact.call", on=today())
    places = Paginator(_places(found), ROWS_A_PAGE).get_page(request.GET.get("trang"))
    slugs = (cluster, season, bloc)
    return page(
        request,
        "pact/groups.html",
        bloc=found,
        places=places,
        begun=begun_with(request, found, _fields(places), saved=["hall.grouped"]),
        base=reverse("call_groups", args=slugs),
        hall=reverse("hall", args=slugs),
        trail=[*trail_to_pact(found), (_("Gọi ký"), reverse("hall", args=slugs))],
        here="season",
    )


@require_POST
@login_required
@or_show(groups_page)
def save_groups(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    found = bloc_for(request.actor, cluster, season, bloc, to="pact.call", on=today())
    typed, places = Typed(request), _places(found)
    typed.settle(_fields(places))
    given = None if "as-protocol" in typed.values else _typed(typed, places)
    typed.check()
    set_call_groups(found, groups=given, seen_version=typed.whole("version"), by=request.actor, at=now(), key=typed.key)
    return done(request, reverse("hall", args=(cluster, season, bloc)), Sentence("hall.grouped"))


def _typed(typed: Typed, places: Iterable[Place]) -> dict[int, int]:
    """The groups of the units that stand on the page that was sent."""
    given = {}
    for member in (one.member for one in places if f"group-{one.member.pk}" in typed.values):
        figure = typed.figure(f"group-{member.pk}", label=member.short_name, required=True)
        if figure is None:
            continue
        if figure.denominator != 1 or not 0 < figure <= MOST_GROUPS:
            typed.faults.append(Sentence("hall.no_group", names=(member.short_name,)))
        else:
            given[member.pk] = figure.numerator
    return given
