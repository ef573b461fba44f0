"""Both sides sign the whole: by an internal confirmation each, or as their paper says; reopened in between."""

from typing import Any

from django.utils.translation import gettext as _

from thidua.base.clock import now
from thidua.core.workflow.handing_over import Side
from thidua.pages.handover.place import found_at
from thidua.pages.handover.views import handover_page
from thidua.pages.shared.acting import acted_on
from thidua.pages.shared.request import Typed
from thidua.records.conduct import actions as acts
from thidua.records.conduct.handing_over import SignedMinutes, Signer
from thidua.records.conduct.models import Handover

_acted = acted_on(handover_page, found_at, "handover")


def _sign(request: Any, one: Handover, typed: Typed, side: Side) -> object:
    version = typed.whole("version")
    return acts.sign_handover(one, side=side, seen_version=version, by=request.actor, at=now(), key=typed.key)


@_acted("was_signed")
def sign_given(request: Any, one: Handover, typed: Typed) -> object:
    return _sign(request, one, typed, Side.GIVER)


@_acted("was_signed")
def sign_received(request: Any, one: Handover, typed: Typed) -> object:
    return _sign(request, one, typed, Side.RECEIVER)


@_acted("was_reopened")
def reopen(request: Any, one: Handover, typed: Typed) -> object:
    reason = typed.text("reason", label=_("Lý do"), most=1000)
    typed.check()
    return acts.reopen_handover(one, reason=reason, by=request.actor, at=now(), key=typed.key)


@_acted("was_entered")
def on_paper(request: Any, one: Handover, typed: Typed) -> object:
    minutes, version = _minutes(typed), typed.whole("version")
    return acts.enter_signed_minutes(
        one, minutes=minutes, seen_version=version, by=request.actor, at=now(), key=typed.key
    )


def _minutes(typed: Typed) -> SignedMinutes:
    """Raises NotPossible with every fault."""
    number = typed.text("minutes_number", label=_("Số văn bản"), most=60)
    dated_on = typed.day("minutes_dated_on", label=_("Ngày văn bản"))
    giver = _signer(typed, "giver", _("Người ký bên giao"))
    receiver = _signer(typed, "receiver", _("Người ký bên nhận"))
    file = typed.kept_file("minutes_file", label=_("Bản quét văn bản"))
    typed.check()
    assert dated_on is not None
    return SignedMinutes(number, dated_on, giver, receiver, file)


def _signer(typed: Typed, named: str, label: str) -> Signer:
    return Signer(
        typed.text(f"{named}_name", label=label, most=120), typed.text(f"{named}_title", label=_("Chức vụ"), most=120)
    )
