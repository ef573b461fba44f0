"""The page by which somebody of a unit comes in: the code of its letter, then a name, an address and a password."""

from typing import Any

from django.contrib.auth import login
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from thidua.base.clock import now
from thidua.core.actor import Actor, Channel
from thidua.core.answer import Sentence
from thidua.core.workflow.inviting import MISSED, MOST_MISSES, MOST_OF_A_LINE, WINDOW, as_kept, beginning_of
from thidua.pages.accounts.passwords import new_password
from thidua.pages.beginning.first import BACKEND
from thidua.pages.participation.joining import sender_of
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.records.journal.queries import noted_since
from thidua.records.journal.steps import note_access
from thidua.records.seasons.actions.invitations import come_in_by_invitation
from thidua.records.seasons.models import UnitInvitation
from thidua.records.seasons.queries.invitations import invitation_by


@never_cache
def ask(request: Any) -> HttpResponse:
    """The code is sent and not asked for in the address, so that no log holds it."""
    if typed := as_kept(request.POST.get("code", "")):
        return HttpResponseRedirect(reverse("come_in", args=(typed,)))
    return page(request, "beginning/ask_code.html", here="nowhere")


def _found(request: Any, code: str) -> UnitInvitation | None:
    """The invitation, where nobody has guessed too often at codes that begin so, nor from this line.

    A miss is noted for both, whatever is wrong with the code.
    """
    begun = salted_hmac("thidua code", beginning_of(as_kept(code)), algorithm="sha256").hexdigest()[:32]
    limits = {begun: MOST_MISSES, sender_of(request): MOST_OF_A_LINE}
    if any(noted_since(now() - WINDOW, kind=MISSED, because=one) >= most for one, most in limits.items()):
        return None
    if (found := invitation_by(code, at=now())) is None:
        for one in limits:
            note_access(MISSED, by=request.actor, at=now(), method=request.method, address="/vao", because=one)
    return found


def _no_code(request: Any) -> HttpResponse:
    """The same page for a code that is wrong, used, revoked, over, or one of too many guesses."""
    answer = page(request, "beginning/no_code.html", here="nowhere")
    answer.status_code = 404
    answer.refusal_noted = True  # type: ignore[attr-defined]
    return answer


def _come_in_page(request: Any, code: str) -> HttpResponse:
    if (found := _found(request, code)) is None:
        return _no_code(request)
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
