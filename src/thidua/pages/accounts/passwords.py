"""Setting a password by a single link, asking for such a link, changing a password."""

from typing import Any

from django.conf import settings
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from thidua.base.clock import now
from thidua.core.actor import PUBLIC
from thidua.core.answer import Sentence, refuse
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.records.accounts.actions import change_password, set_password_by_link
from thidua.records.accounts.queries import actor_by_link, link_for
from thidua.records.desk.actions import send_reset
from thidua.records.desk.house import house_address

LONGEST = 1000  # a password is never stripped, only cut where no one types


def reset_address(secret: str) -> str:
    """Where a forgotten password is set anew: what the letter carries."""
    return house_address() + reverse("reset_password", args=(secret,))


def new_password(request: HttpRequest) -> str:
    """What was typed twice. Raises NotPossible where the two differ."""
    password = request.POST.get("password", "")[:LONGEST]
    if password != request.POST.get("again", "")[:LONGEST]:
        raise refuse("password.not_the_same")
    return password


def _link_page(request: Any, secret: str, invited: bool) -> HttpResponse:
    link = link_for(secret, at=now())
    if link is None:
        answer = page(request, "accounts/dead_link.html")
        answer.status_code = 404
    else:
        answer = page(request, "accounts/set_password.html", account=link.account, invited=invited)
    # The access log notes addresses; this one is a key that may still open the account.
    answer.refusal_noted = True  # type: ignore[attr-defined]
    return answer


@never_cache
@or_show(_link_page)
def set_by_link(request: Any, secret: str, invited: bool) -> HttpResponse:
    link = link_for(secret, at=now())
    if request.method != "POST" or link is None:
        return _link_page(request, secret, invited)
    password, key = new_password(request), Typed(request).key
    set_password_by_link(secret, password=password, by=actor_by_link(link), at=now(), key=key)
    return done(request, reverse("sign_in"), Sentence("password.set"))


def _forgot_page(request: Any) -> HttpResponse:
    return page(request, "accounts/forgot.html", asked="xong" in request.GET, by_mail=bool(settings.SMTP))


@or_show(_forgot_page)
def forgot(request: Any) -> HttpResponse:
    """The answer is the same whether the address has an account or not."""
    if request.method != "POST":
        return _forgot_page(request)
    typed = Typed(request)
    email = typed.text("email", label=_("Địa chỉ thư"), most=254)
    typed.check()
    send_reset(email, address_of=reset_address, by=PUBLIC, at=now(), key=typed.key)
    return done(request, f"{reverse('forgot_password')}?xong")


def _change_page(request: Any) -> HttpResponse:
    return page(request, "accounts/change_password.html")


@login_required
@or_show(_change_page)
def change(request: Any) -> HttpResponse:
    """The owner's other sign-ins end; this one stays."""
    if request.method != "POST":
        return _change_page(request)
    new, old = new_password(request), request.POST.get("old", "")[:LONGEST]
    account = change_password(request.user, old=old, new=new, by=request.actor, at=now(), key=Typed(request).key)
    update_session_auth_hash(request, account)
    return done(request, reverse("today"), Sentence("password.set"))
