"""The page by which somebody of a unit comes in: the code of its letter, then a name, an address and a password."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth import login
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from thidua.base.clock import now
from thidua.core.actor import Actor, Channel
from thidua.core.answer import NotPossible, Sentence
from thidua.core.workflow.inviting import (
    CODE_LENGTH,
    MISSED,
    MOST_MISSES,
    MOST_OF_A_LINE,
    WINDOW,
    as_kept,
    beginning_of,
    fault_in,
)
from thidua.pages.accounts.passwords import new_password
from thidua.pages.door.backend import BACKEND
from thidua.pages.participation.joining import sender_of
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.records.journal.queries import noted_since
from thidua.records.journal.steps import in_turn, note_access
from thidua.records.seasons.actions.invitations import come_in_by_invitation
from thidua.records.seasons.models import UnitInvitation
from thidua.records.seasons.queries.invitations import ended_invitation_by, invitation_by


def _ask_page(request: Any) -> HttpResponse:
    return page(request, "beginning/ask_code.html", here="nowhere")


@never_cache
@or_show(_ask_page)
def ask(request: Any) -> HttpResponse:
    """The code is sent and not asked for in the address, so that no log holds it."""
    if request.method != "POST":
        return _ask_page(request)
    typed = Typed(request).text("code", label=_("Mã của đơn vị"), most=200, required=False)
    if (fault := fault_in(typed)) is not None:
        raise NotPossible(fault)
    return HttpResponseRedirect(reverse("come_in", args=(as_kept(typed),)))


def _found(request: Any, code: str) -> UnitInvitation | None:
    """The invitation, where nobody has guessed too often at codes that begin so, nor from this line.

    A miss is noted for both, whatever is wrong with the code; guesses at one instant are counted one after the other.
    """
    limits = _limits(request, code)
    with in_turn(*limits):
        if _is_guessing(limits):
            return None
        if (found := invitation_by(code, at=now())) is None:
            for one in limits:
                note_access(MISSED, by=request.actor, at=now(), method=request.method, address="/vao", because=one)
        return found


def _limits(request: Any, code: str) -> dict[str, int]:
    begun = salted_hmac("thidua code", beginning_of(as_kept(code)), algorithm="sha256").hexdigest()[:32]
    return {begun: MOST_MISSES, sender_of(request): MOST_OF_A_LINE}


def _is_guessing(limits: Mapping[str, int]) -> bool:
    return any(noted_since(now() - WINDOW, kind=MISSED, because=one) >= most for one, most in limits.items())


def _no_code(request: Any, code: str) -> HttpResponse:
    """Why the code opens nothing; where too many were guessed at, the same for every code."""
    answer = page(request, "beginning/no_code.html", code=code[:CODE_LENGTH], why=_why(request, code), here="nowhere")
    answer.status_code = 404
    answer.refusal_noted = True  # type: ignore[attr-defined]
    return answer


def _why(request: Any, code: str) -> Sentence | None:
    """Who holds the whole code of a letter is told what became of it; None for one of too many guesses."""
    if _is_guessing(_limits(request, code)):
        return None
    at = now()
    if (ended := ended_invitation_by(code, at=at)) is not None:
        return Sentence(f"invitation.code_{ended.state_at(at)}")
    return fault_in(code) or Sentence("invitation.code_wrong")


def _come_in_page(request: Any, code: str) -> HttpResponse:
    if (found := _found(request, code)) is None:
        return _no_code(request, code)
    person = found.person
    form = filled(
        request, full_name=person.full_name if person else "", email=person.email if person else "",
    )  # fmt: skip
    answer = page(request, "beginning/come_in.html", invitation=found, form=form, here="nowhere")
    answer.refusal_noted = True  # type: ignore[attr-defined]  # the access log notes addresses; this one is a key
    return answer


@never_cache
@or_show(_come_in_page)
def come_in(request: Any, code: str) -> HttpResponse:
    if request.method != "POST" or (found := _found(request, code)) is None:
        return _come_in_page(request, code)
    typed = Typed(request)
    full_name = typed.text("full_name", label=_("Họ và tên"), most=120)
    email = typed.text("email", label=_("Địa chỉ thư để đăng nhập"), most=254)
    typed.check()
    account = come_in_by_invitation(
        found, full_name=full_name, email=email, password=new_password(request), by=_bearer(found), at=now(),
        key=typed.key,
    )  # fmt: skip
    login(request, account, backend=BACKEND)
    return done(request, reverse("today"), Sentence("invitation.came_in", unit=found.unit.name))


def _bearer(invitation: UnitInvitation) -> Actor:
    """Whoever holds a unit's letter, signed in nowhere."""
    return Actor(token=invitation.token, name=invitation.unit.name, channel=Channel.LINK)
