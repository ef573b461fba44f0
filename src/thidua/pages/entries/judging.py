"""The unit's word on an entry on behalf, and the secretariat's answer."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now, today
from thidua.core.answer import Sentence
from thidua.pages.entries.views import entry_page
from thidua.pages.shared.request import Typed, done, or_show
from thidua.records.conduct.access import entry_for
from thidua.records.conduct.actions import answer_entry, confirm_entry, dispute_entry

MOST = 1000


def _back(request: Any, entry: str, told: str) -> HttpResponse:
    return done(request, reverse("entry_on_behalf", args=(entry,)), Sentence(f"entry.was_{told}"))


@require_POST
@login_required
@or_show(entry_page)
def confirm(request: Any, entry: str) -> HttpResponse:
    found, _what = entry_for(request.actor, entry, on=today())
    confirm_entry(found, by=request.actor, at=now(), key=Typed(request).key)
    return _back(request, entry, "confirmed")


@require_POST
@login_required
@or_show(entry_page)
def dispute(request: Any, entry: str) -> HttpResponse:
    found, _what = entry_for(request.actor, entry, on=today())
    typed = Typed(request)
    reason = typed.text("dispute", label=_("Số liệu nào không đúng, số đúng là bao nhiêu"), most=MOST, required=False)
    typed.check()
    dispute_entry(found, reason=reason, by=request.actor, at=now(), key=typed.key)
    return _back(request, entry, "disputed")


@require_POST
@login_required
@or_show(entry_page)
def answer(request: Any, entry: str) -> HttpResponse:
    found, _what = entry_for(request.actor, entry, on=today())
    typed = Typed(request)
    outcome = typed.choice("outcome", ("upheld", "replaced"), label=_("Trả lời"))
    reason = typed.text("answer", label=_("Lý do, văn bản đã đối chiếu"), most=MOST, required=False)
    typed.check()
    answer_entry(found, replaced=outcome == "replaced", reason=reason, by=request.actor, at=now(), key=typed.key)
    return _back(request, entry, outcome)
