"""The page that a phone opens by a unit's code: one form without an account, an honest word of thanks after it."""

from datetime import timedelta
from typing import Any

from axes.helpers import get_client_ip_address
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import now, today
from thidua.base.wording import say
from thidua.core.actor import Actor, Channel
from thidua.core.answer import Sentence
from thidua.core.workflow.participation import ActKind, as_kept, as_read
from thidua.pages.participation.fields import places, typed_act
from thidua.pages.shared.figures import day
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.records.journal.queries import noted_since
from thidua.records.journal.steps import in_turn, note_access
from thidua.records.results.access.participation import may, open_code
from thidua.records.results.actions.participation import enter_by_code, enter_own_act
from thidua.records.results.models import JoinCode

MISSED, TEN_MINUTES, MOST_MISSES = "code.missed", timedelta(minutes=10), 30


def sender_of(request: HttpRequest) -> str:
    """Tells one phone or one office's line from another for a day, and cannot be read back."""
    address = get_client_ip_address(request) or ""
    return salted_hmac("thidua sender", f"{address} {today()}", algorithm="sha256").hexdigest()[:32]


def _found(request: Any, join: str) -> JoinCode | None:
    """The code, for who has not guessed too often; a miss is noted, whatever is wrong with the code."""
    sender = sender_of(request)
    with in_turn(sender):
        if noted_since(now() - TEN_MINUTES, kind=MISSED, because=sender) >= MOST_MISSES:
            return None
        code = open_code(join, on=today())
        if code is None:
            note_access(MISSED, by=request.actor, at=now(), method=request.method, address="/tham-gia", because=sender)
        return code


def _no_code(request: Any) -> HttpResponse:
    """The same page for a code that is unknown, stopped, over, or one of too many guesses."""
    answer = page(request, "participation/no_code.html", here="nowhere")
    answer.status_code = 404
    answer.refusal_noted = True  # type: ignore[attr-defined]
    return answer


@require_safe
def ask_code(request: Any) -> HttpResponse:
    if typed := as_kept(request.GET.get("ma", "")):
        return HttpResponseRedirect(reverse("join_by_code", args=(as_read(typed),)))
    return page(request, "participation/ask_code.html", here="nowhere")


def _join_page(request: Any, join: str) -> HttpResponse:
    code = _found(request, join)
    if code is None:
        return _no_code(request)
    offered = places(code.membership)
    kept = {
        "on": day(today()),
        "text": code.title,
        "unit": offered[0][0] if offered else "",
        "name": request.actor.name,
    }
    return page(
        request,
        "participation/join.html",
        code=code,
        read=as_read(code.code),
        member=code.membership,
        places=offered,
        form=filled(request, **kept),
        is_own=_is_own(request, code),
        here="nowhere",
    )


def _is_own(request: Any, code: JoinCode) -> bool:
    """Whether the reader has an account in the unit: then nobody need say whose the act is."""
    signed_in = request.actor.person is not None and request.actor.eyes is None
    return signed_in and may(request.actor, "participation.enter", code.membership, on=today()).is_yes


@or_show(_join_page)
def by_code(request: Any, join: str) -> HttpResponse:
    if request.method != "POST":
        return _join_page(request, join)
    if (code := _found(request, join)) is None:
        return _no_code(request)
    typed, to = Typed(request), reverse("joined", args=(as_read(code.code),))
    if typed.values.get("website"):  # a field that no reader sees: whoever fills it in reads no pages
        return HttpResponseRedirect(to)
    is_own = _is_own(request, code)
    name = request.actor.name if is_own else typed.text("name", label=_("Họ và tên"), most=120)
    told = typed_act(
        typed, code.membership, kind=ActKind(code.kind), campaign=code.campaign, name=name, activity=code.activity
    )
    typed.check()
    assert told is not None
    if is_own:
        enter_own_act(code.membership, told=told, by=request.actor, at=now(), key=typed.key)
    else:
        by = _sender(request, name)
        enter_by_code(code, told=told, sender=sender_of(request), by=by, at=now(), key=typed.key)
    return _answered(request, to)


def _sender(request: Any, name: str) -> Actor:
    """Whoever has no account acts by the link alone, under the name that was typed."""
    return request.actor if request.actor.is_signed_in else Actor(token="public", name=name, channel=Channel.LINK)


def _answered(request: Any, to: str) -> HttpResponse:
    """To the script that sends what a phone has kept, the sentence and where to go."""
    if request.headers.get("X-Queue"):
        return JsonResponse({"said": say(Sentence("participation.sent")), "to": to})
    return done(request, to)


@require_safe
def thanks(request: Any, join: str) -> HttpResponse:
    code = _found(request, join)
    if code is None:
        return _no_code(request)
    return page(
        request,
        "participation/thanks.html",
        code=code,
        read=as_read(code.code),
        member=code.membership,
        is_own=_is_own(request, code),
        here="nowhere",
    )
