"""Sơ đồ chỗ ngồi: the hall as it is seen from its door, two seats changed by their labels; name plates."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now
from thidua.core.answer import Sentence
from thidua.core.workflow.conferences import ConferenceMove, Hall, may_move
from thidua.pages.conferences.finding import address, conference_page, found_at, trail_to
from thidua.pages.shared.request import Typed, done, or_show
from thidua.records.councils.actions.seats import arrange_seats, swap_seats
from thidua.records.councils.models import Seat
from thidua.records.councils.queries.conferences import replies_to

USUAL = Hall(6, 10)


@login_required
def seats(request: Any, cluster: str, conference: str) -> HttpResponse:
    found = found_at(request, cluster, conference)
    rows: dict[int, list[Seat]] = {}
    for seat in found.seats.all():
        rows.setdefault(seat.row, []).append(seat)
    return conference_page(
        request,
        found,
        "conferences/seats.html",
        tab="seats",
        rows=list(rows.items()),
        hall=Hall(len(rows), len(rows[1])) if rows else USUAL,
        people=replies_to(found).people,
        may_seat=may_move(found.at_state, ConferenceMove.SEAT).is_yes,
    )


@require_safe
@login_required
def plates(request: Any, cluster: str, conference: str) -> HttpResponse:
    found = found_at(request, cluster, conference)
    return conference_page(
        request,
        found,
        "conferences/plates.html",
        tab="seats",
        seats=found.seats.exclude(name=""),
        trail=[*trail_to(found), (_("Sơ đồ chỗ ngồi"), address(found, "seats"))],
    )


@require_POST
@login_required
@or_show(seats)
def arrange(request: Any, cluster: str, conference: str) -> HttpResponse:
    found, typed = found_at(request, cluster, conference, to="conference.plan"), Typed(request)
    hall = Hall(typed.whole("rows"), typed.whole("seats"))
    arrange_seats(found, hall=hall, by=request.actor, at=now(), key=typed.key)
    return done(request, address(found, "seats"), Sentence("conference.seats_arranged"))


@require_POST
@login_required
@or_show(seats)
def swap(request: Any, cluster: str, conference: str) -> HttpResponse:
    found, typed = found_at(request, cluster, conference, to="conference.plan"), Typed(request)
    one = typed.text("one", label=_("Ghế thứ nhất"), most=20)
    other = typed.text("other", label=_("Ghế thứ hai"), most=20)
    typed.check()
    swap_seats(found, one=one, other=other, by=request.actor, at=now(), key=typed.key)
    return done(request, address(found, "seats"), Sentence("conference.seats_swapped"))
