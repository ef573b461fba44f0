"""Biên bản bàn giao as it will be on paper, and the files behind it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import override
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.base.days import local_day
from thidua.base.wording import say
from thidua.core.answer import Sentence, Unknown
from thidua.core.workflow.handing_over import ItemState
from thidua.pages.handover.place import at, trail_to
from thidua.pages.handover.views import grouped
from thidua.pages.shared.request import page
from thidua.pages.shared.sending import send_file
from thidua.records.conduct.access.handover import handover_for
from thidua.records.conduct.models import Handover, HandoverItem
from thidua.records.conduct.queries.handover import items_of
from thidua.records.papers.queries import letterhead_of

LINES_AT_MOST = 200  # of what stands under one item


@require_safe
@login_required
def minutes_page(request: Any, cluster: str, season: str) -> HttpResponse:
    one = handover_for(request.actor, cluster, season, on=today())
    items = list(items_of(one))
    return page(
        request,
        "handover/minutes.html",
        season=one.season,
        one=one,
        signed_on=_day(one),
        letterhead=letterhead_of(one.from_unit),
        groups=_told(items),
        annexes=[(_said(item), item.lines[:LINES_AT_MOST], _beyond(item)) for item in items if item.lines],
        owed=[(_said(item), item) for item in items if item.state in (ItemState.MISSING, ItemState.SETTLED)],
        base=at(one.season),
        trail=trail_to(one.season, beneath=True),
        here="season",
    )


@require_safe
@login_required
def minutes_file(request: Any, cluster: str, season: str) -> HttpResponseBase:
    one = handover_for(request.actor, cluster, season, on=today())
    if one.minutes is None or one.minutes.file is None:
        raise Unknown
    return send_file(request, one.minutes.file)


@require_safe
@login_required
def ground_file(request: Any, cluster: str, season: str) -> HttpResponseBase:
    """The scan of the decision or the minutes by which the next head was named."""
    one = handover_for(request.actor, cluster, season, on=today())
    if one.ground is None or one.ground.file is None:
        raise Unknown
    return send_file(request, one.ground.file)


def _day(one: Handover) -> Any:
    """Of the minutes: as the paper says, else when the giver signed; None before."""
    if one.minutes is not None:
        return one.minutes.dated_on
    return local_day(one.given_at) if one.given_at else None


def _told(items: list[HandoverItem]) -> list[tuple[str, list[tuple[str, str, HandoverItem]]]]:
    """By kind, each item with its state, in the language of the paper."""
    return [
        (
            _vi(f"handover.kind.{group.kind}"),
            [(_said(item), _vi(f"handover.state.{item.state}"), item) for item, _address in group.rows],
        )
        for group in grouped(items)
    ]


def _said(item: HandoverItem) -> str:
    with override("vi"):
        return say(item.what)


def _vi(key: str) -> str:
    with override("vi"):
        return say(Sentence(key))


def _beyond(item: HandoverItem) -> int:
    return max(0, len(item.lines) - LINES_AT_MOST)
