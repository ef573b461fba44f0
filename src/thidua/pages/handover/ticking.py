"""Ticks of giver and receiver, one or many at once; things written down by hand; gathered again."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from thidua.base.clock import now, today
from thidua.core.workflow.handing_over import Side
from thidua.pages.handover.place import found_at
from thidua.pages.handover.views import handover_page
from thidua.pages.shared.acting import acted_on
from thidua.pages.shared.request import Typed
from thidua.records.conduct import actions as acts
from thidua.records.conduct.models import Handover


def _found(actor: Any, cluster: str, season: str) -> tuple[Handover, str]:
    return found_at(actor, cluster, season, on=today())


_acted = acted_on(handover_page, _found, "handover")


def _picked(request: Any, one: Handover) -> Sequence[str]:
    """What is ticked, or the whole kind whose button was pressed."""
    if kind := request.POST.get("nhom"):
        return list(one.items.filter(kind=kind).values_list("public_id", flat=True))
    return request.POST.getlist("chon")  # type: ignore[no-any-return]


def _tick(request: Any, one: Handover, typed: Typed, side: Side) -> object:
    given = {"picked": _picked(request, one), "by": request.actor, "at": now(), "key": typed.key}
    return acts.tick_items(one, side=side, **given)


def _take_back(request: Any, one: Handover, typed: Typed, side: Side) -> object:
    given = {"picked": _picked(request, one), "by": request.actor, "at": now(), "key": typed.key}
    return acts.take_back_ticks(one, side=side, **given)


@_acted("were_given")
def give(request: Any, one: Handover, typed: Typed) -> object:
    return _tick(request, one, typed, Side.GIVER)


@_acted("were_received")
def receive(request: Any, one: Handover, typed: Typed) -> object:
    return _tick(request, one, typed, Side.RECEIVER)


@_acted("were_taken_back")
def take_back_given(request: Any, one: Handover, typed: Typed) -> object:
    return _take_back(request, one, typed, Side.GIVER)


@_acted("were_taken_back")
def take_back_received(request: Any, one: Handover, typed: Typed) -> object:
    return _take_back(request, one, typed, Side.RECEIVER)


@_acted("was_gathered")
def gather(request: Any, one: Handover, typed: Typed) -> object:
    return acts.gather_again(one, by=request.actor, at=now(), key=typed.key)


@_acted("thing_was_added")
def add(request: Any, one: Handover, typed: Typed) -> object:
    text = typed.text("text", label=_("Hiện vật, hồ sơ"), most=300)
    typed.check()
    return acts.add_thing(one, text=text, by=request.actor, at=now(), key=typed.key)
