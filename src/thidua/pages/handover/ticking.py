"""Ticks of giver and receiver, one or many at once; things written down by hand; gathered again."""

from typing import Any

from django.utils.translation import gettext as _

from thidua.base.clock import now
from thidua.core.workflow.handing_over import Side
from thidua.pages.handover.place import found_at
from thidua.pages.handover.views import handover_page
from thidua.pages.shared.acting import acted_on
from thidua.pages.shared.request import Typed
from thidua.records.conduct import actions as acts
from thidua.records.conduct.models import Handover

_acted = acted_on(handover_page, found_at, "handover")


def _told(request: Any, one: Handover, typed: Typed) -> dict[str, Any]:
    """What is ticked, or the whole kind whose button was pressed; who, when, and the form's key."""
    picked = request.POST.getlist("chon")
    if kind := request.POST.get("nhom"):
        picked = list(one.items.filter(kind=kind).values_list("public_id", flat=True))
    return {"picked": picked, "by": request.actor, "at": now(), "key": typed.key}


@_acted("were_given")
def give(request: Any, one: Handover, typed: Typed) -> object:
    return acts.tick_items(one, side=Side.GIVER, **_told(request, one, typed))


@_acted("were_received")
def receive(request: Any, one: Handover, typed: Typed) -> object:
    return acts.tick_items(one, side=Side.RECEIVER, **_told(request, one, typed))


@_acted("were_taken_back")
def take_back_given(request: Any, one: Handover, typed: Typed) -> object:
    return acts.take_back_ticks(one, side=Side.GIVER, **_told(request, one, typed))


@_acted("were_taken_back")
def take_back_received(request: Any, one: Handover, typed: Typed) -> object:
    return acts.take_back_ticks(one, side=Side.RECEIVER, **_told(request, one, typed))


@_acted("was_gathered")
def gather(request: Any, one: Handover, typed: Typed) -> object:
    return acts.gather_again(one, by=request.actor, at=now(), key=typed.key)


@_acted("thing_was_added")
def add(request: Any, one: Handover, typed: Typed) -> object:
    text = typed.text("text", label=_("Hiện vật, hồ sơ"), most=300)
    typed.check()
    return acts.add_thing(one, text=text, by=request.actor, at=now(), key=typed.key)
