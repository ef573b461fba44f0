"""One item: what stands under it, the giver's remark, the receiver's reply, and what was missing when it has come."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils.translation import gettext as _

from thidua.base.clock import now, today
from thidua.base.wording import say
from thidua.core.answer import Sentence, require
from thidua.core.workflow.handing_over import ItemState, Reply
from thidua.pages.handover.place import at, rights_to, trail_to
from thidua.pages.handover.views import address_of
from thidua.pages.shared import figures
from thidua.pages.shared.acting import acted_on
from thidua.pages.shared.clash import Field, begun_with
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.records.conduct import actions as acts
from thidua.records.conduct.access.handover import item_for, may_reply, may_settle
from thidua.records.conduct.models import HandoverItem

LINES_A_PAGE = 100
AMENDED, REPLIED = ("handover.item_amended", "handover.thing_added"), ("handover.item_replied",)


@login_required
def item_page(request: Any, cluster: str, season: str, item: str) -> HttpResponse:
    on = today()
    found = item_for(request.actor, cluster, season, item, on=on)
    one = found.handover
    is_open, kept = one.given_at is None, _own(found)
    rights = rights_to(request.actor, one, on=on)
    owed = one.is_signed and found.state is ItemState.MISSING
    return page(
        request,
        "handover/item.html",
        season=one.season,
        item=found,
        one=one,
        lines=Paginator(found.lines, LINES_A_PAGE).get_page(request.GET.get("trang")),
        address=address_of(found),
        begun=begun_with(request, found, kept, saved=AMENDED),
        form=filled(request, **{field.name: field.value for field in kept}),
        may_amend=is_open and not found.reply and rights["give"],
        may_receive=is_open and rights["receive"],
        may_reply=is_open and may_reply(request.actor, one, on=on).is_yes,
        may_settle=owed and may_settle(request.actor, one, on=on).is_yes,
        base=at(one.season, "muc", found.public_id),
        trail=trail_to(one.season, beneath=True),
        here="season",
    )


def _own(item: HandoverItem) -> list[Field]:
    """What the giver says of it."""
    text = [Field("text", _("Hiện vật, hồ sơ"), str(item.values["text"]))] if item.is_thing else []
    return [*text, Field("remark", _("Ghi chú"), item.given_remark)]


def _found(request: Any, cluster: str, season: str, item: str) -> tuple[HandoverItem, str]:
    found = item_for(request.actor, cluster, season, item, on=today())
    return found, at(found.handover.season, "muc", found.public_id)


_acted = acted_on(item_page, _found, "handover")


@_acted("was_amended")
def amend(request: Any, item: HandoverItem, typed: Typed) -> object:
    typed.settle(_own(item))
    text = typed.text("text", label=_("Hiện vật, hồ sơ"), most=300, required=item.is_thing)
    remark = typed.text("remark", label=_("Ghi chú"), most=500, required=False)
    typed.check()
    version = typed.whole("version")
    return acts.amend_item(
        item, text=text, remark=remark, seen_version=version, by=request.actor, at=now(), key=typed.key
    )


@_acted("was_settled")
def settle(request: Any, item: HandoverItem, typed: Typed) -> object:
    remark = typed.text("settled_remark", label=_("Ghi chú"), most=500, required=False)
    typed.check()
    return acts.settle_item(item, remark=remark, by=request.actor, at=now(), key=typed.key)


def _reply_form(request: Any, cluster: str, season: str, item: str) -> HttpResponse:
    on = today()
    found = item_for(request.actor, cluster, season, item, on=on)
    one, kept = found.handover, _replied(found)
    require(may_reply(request.actor, one, on=on))
    receives = rights_to(request.actor, one, on=on)["receive"]
    return page(
        request,
        "handover/reply.html",
        season=one.season,
        item=found,
        one=one,
        is_open=one.given_at is None,
        may_receive=receives,
        begun=begun_with(request, found, kept, saved=REPLIED),
        form=filled(request, **{field.name: field.value for field in kept}),
        trail=trail_to(one.season, beneath=True),
        here="season",
    )


def _replied(item: HandoverItem) -> list[Field]:
    """What the receiver says of it; missing is offered first where it has not been given."""
    words = {reply.value: say(Sentence(f"handover.state.{reply}")) for reply in Reply if reply}
    offered = item.reply or (Reply.RECEIVED.value if item.given_at else Reply.MISSING.value)
    due_on = figures.day(item.due_on) if item.due_on else ""
    return [
        Field("reply", _("Bên nhận"), offered, words),
        Field("remark", _("Ghi chú"), item.reply_remark),
        Field("due_on", _("Bên giao trả trước ngày"), due_on),
    ]


@login_required
@or_show(_reply_form)
def reply_page(request: Any, cluster: str, season: str, item: str) -> HttpResponse:
    if request.method != "POST":
        return _reply_form(request, cluster, season, item)
    found = item_for(request.actor, cluster, season, item, on=today())
    typed = Typed(request)
    typed.settle(_replied(found))
    reply = typed.choice("reply", [one.value for one in Reply if one], label=_("Bên nhận"))
    remark = typed.text("remark", label=_("Ghi chú"), most=500, required=False)
    due_on = typed.day("due_on", label=_("Bên giao trả trước ngày"), required=False)
    typed.check()
    acts.reply_to_item(
        found, reply=Reply(reply), remark=remark, due_on=due_on, seen_version=typed.whole("version"), by=request.actor,
        at=now(), key=typed.key,
    )  # fmt: skip
    return done(request, f"{at(found.handover.season)}#{found.public_id}", Sentence("handover.was_replied"))
