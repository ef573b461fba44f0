"""The front page; signing in by password, in the demo by one click; signing out."""

from typing import Any

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import today
from thidua.core.answer import Unknown
from thidua.core.texts import composed
from thidua.figures.achieved import achieved_by
from thidua.pages.door.backend import BACKEND
from thidua.pages.door.held import came_from_here, held_page
from thidua.pages.door.roles import roles_today
from thidua.pages.pact.board import drum_of
from thidua.pages.shared.request import on_this_site
from thidua.records.accounts.queries import demo_accounts, has_accounts
from thidua.records.seasons.queries.public import shown_to_everybody


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """What this is, for whom, and what the cluster has achieved, in a breath."""
    context: dict[str, Any] = {"roles": roles_today(on=today()) if settings.DEMO_DAY else ()}
    if (season := shown_to_everybody()) is not None:
        blocs, signing = drum_of(season)
        context |= {"season": season, "drum": blocs, "signing": signing, "achieved": achieved_by(season, on=today())}
    else:
        context |= {"is_empty": not has_accounts(), "may_begin": request.actor.is_administrator}  # type: ignore[attr-defined]
    return render(request, "door/front.html", context)


def sign_in(request: HttpRequest) -> HttpResponse:
    """Signs in, then leads back to where the reader wanted to go, on this site only."""
    wanted = on_this_site(request.POST.get("next") or request.GET.get("next") or "")
    if request.method != "POST":
        return render(request, "door/sign_in.html", {"next": wanted})
    # In one spelling: each other one would get ten more guesses of its own.
    email = request.POST.get("email", "").strip().lower()[:254]
    account = authenticate(request, username=email, password=composed(request.POST.get("password", "")[:1000]))
    if account is None:
        text = _("Địa chỉ thư hoặc mật khẩu không đúng. Kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi thử lại.")
        return render(request, "door/sign_in.html", {"next": wanted, "email": email, "refused": [text]}, status=422)
    login(request, account)
    return redirect(wanted or "today")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("front")


@require_POST
def try_out(request: HttpRequest, role: str) -> HttpResponse:
    """One click into a role of the demo; outside the demo there is no such page."""
    account = next((one for one in demo_accounts() if one.demo_role == role), None) if settings.DEMO_DAY else None
    if account is None:
        raise Unknown
    login(request, account, backend=BACKEND)
    return redirect("today")


def locked_out(request: HttpRequest, response: HttpResponse | None = None, credentials: Any = None) -> HttpResponse:
    """Too many wrong passwords for one account from one address: wait a quarter of an hour."""
    text = _("Sai mật khẩu nhiều lần. Đợi 15 phút rồi thử lại, hoặc đặt lại mật khẩu.")
    return render(request, "door/sign_in.html", {"refused": [text]}, status=429)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form is older than the sign-in, or comes from elsewhere: nothing has been done."""
    return held_page(request, status=403, is_own=came_from_here(request))
