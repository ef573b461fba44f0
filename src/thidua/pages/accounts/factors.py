"""One's own second factor: an app for codes, passkeys, recovery codes."""

from typing import Any

import segno
from django.contrib.auth import authenticate
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, outside
from thidua.base.sealed import sealed, unsealed
from thidua.core.answer import Sentence, Unknown, refuse
from thidua.core.second_factor.codes import address_of, in_groups
from thidua.core.second_factor.passkeys import NotProven, added, ask_for_a_new_one
from thidua.core.second_factor.recovery import hash_of, new_codes
from thidua.core.texts import composed
from thidua.pages.door.passkeys import answer_in, asked, site_of, taken_back
from thidua.pages.door.proven import is_exempt, mark_proven
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.records.accounts.actions import (
    add_code_app,
    add_passkey,
    make_recovery_codes,
    remove_code_app,
    remove_passkey,
    rename_passkey,
)
from thidua.records.accounts.models import Passkey
from thidua.records.accounts.queries import factors_of, knows_recovery_code
from thidua.records.accounts.steps import new_app_secret

NEW_APP = "new_app"  # of the session: the sealed secret of an app that has not shown a code yet
ISSUER = "ThiDua"  # apps show it; some read a space or an accent wrongly


def _trail(*more: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Tài khoản của tôi"), reverse("own_account")), *more]


def _below() -> list[tuple[str, str]]:
    return _trail((_("Xác nhận hai lớp"), reverse("second_factor")))


def _overview(request: Any, passkey: str = "") -> HttpResponse:
    return page(request, "accounts/second_factor.html", factors=factors_of(request.user), mending=passkey,
                trail=_trail())  # fmt: skip


@require_safe
@login_required
def overview(request: Any) -> HttpResponse:
    """By what one is proven beside the password, since when, last used when."""
    return _overview(request)


def _secret(request: Any) -> bytes:
    """The new app's secret: the same until a code has shown that the app knows it."""
    kept = unsealed(request.session.get(NEW_APP, ""))
    if kept is None:
        kept = new_app_secret()
        request.session[NEW_APP] = sealed(kept)
    return kept


def _codes_page(request: Any) -> HttpResponse:
    secret = _secret(request)
    address = address_of(secret, account=request.user.email, issuer=ISSUER)
    square = segno.make(address, error="m").svg_inline(border=4, light="#ffffff", svgclass="qr", omitsize=True)
    return page(
        request, "accounts/set_up_codes.html", square=SafeString(square), secret=in_groups(secret),
        asks_password=_asks_password(request), trail=_below(),
    )  # fmt: skip


@never_cache
@login_required
@or_show(_codes_page)
def set_up_codes(request: Any) -> HttpResponse:
    """The app reads the square or gets the secret typed in, and shows a code that proves it."""
    if request.method != "POST":
        return _codes_page(request)
    _check_password(request)
    typed = Typed(request)
    code = typed.text("code", label=_("Mã trong ứng dụng"), most=20)
    typed.check()
    add_code_app(
        request.user, secret=_secret(request), typed=code, code_at=outside(), by=request.actor, at=now(), key=typed.key
    )
    request.session.pop(NEW_APP, None)
    mark_proven(request, request.user)
    return done(request, reverse("recovery_codes"), Sentence("factor.app_was_added"))


@require_POST
@login_required
@or_show(_overview)
def drop_codes(request: Any) -> HttpResponse:
    typed = Typed(request)
    remove_code_app(request.user, reason=_reason(typed), by=request.actor, at=now(), key=typed.key)
    return done(request, reverse("second_factor"), Sentence("factor.app_was_removed"))


def _passkey_page(request: Any) -> HttpResponse:
    return page(request, "accounts/add_passkey.html", asks_password=_asks_password(request), form=filled(request),
                trail=_below())  # fmt: skip


@login_required
@or_show(_passkey_page)
def new_passkey(request: Any) -> HttpResponse:
    """The browser has made a key; its public part and the name of its device are kept."""
    if request.method != "POST":
        return _passkey_page(request)
    _check_password(request)
    typed = Typed(request)
    name = typed.text("name", label=_("Tên khóa"), most=80)
    typed.check()
    state, answer = taken_back(request), answer_in(request.POST.get("passkey", ""))
    try:
        made = added(site_of(request), state, answer)
    except NotProven:
        raise refuse("factor.passkey_not_proven") from None
    row = add_passkey(request.user, passkey=made, name=name, by=request.actor, at=now(), key=typed.key)
    mark_proven(request, request.user)
    is_first = factors_of(request.user).codes_left == 0
    to = reverse("recovery_codes" if is_first else "second_factor")
    return done(request, to, Sentence("factor.passkey_was_added", name=row.name))


@require_POST
@login_required
def ask_new_passkey(request: Any) -> HttpResponse:
    """Asked by a script: a new key on this device; those that the account has are named, so that none comes twice."""
    account = request.user
    known = [one.kept for one in factors_of(account).passkeys]
    question = ask_for_a_new_one(
        site_of(request), handle=account.public_id, email=account.email, name=request.actor.name, known=known
    )
    return asked(request, question)


def _own_passkey(request: Any, public_id: str) -> Passkey:
    found = Passkey.objects.filter(account=request.user, public_id=public_id).select_related("account").first()
    if found is None:
        raise Unknown
    return found


@require_POST
@login_required
@or_show(_overview)
def name_passkey(request: Any, passkey: str) -> HttpResponse:
    typed = Typed(request)
    name = typed.text("name", label=_("Tên khóa"), most=80)
    typed.check()
    row = rename_passkey(_own_passkey(request, passkey), name=name, by=request.actor, at=now(), key=typed.key)
    return done(request, reverse("second_factor"), Sentence("factor.passkey_was_renamed", name=row.name))


@require_POST
@login_required
@or_show(_overview)
def drop_passkey(request: Any, passkey: str) -> HttpResponse:
    typed = Typed(request)
    row = remove_passkey(
        _own_passkey(request, passkey), reason=_reason(typed), by=request.actor, at=now(), key=typed.key
    )
    return done(request, reverse("second_factor"), Sentence("factor.passkey_was_removed", name=row.name))


def _recovery_page(request: Any) -> HttpResponse:
    return page(request, "accounts/recovery_codes.html", factors=factors_of(request.user), trail=_below())


@never_cache
@login_required
@or_show(_recovery_page)
def recovery_codes(request: Any) -> HttpResponse:
    """Ten new codes, shown in this one answer; the form sent again shows nothing, for only hashes are kept."""
    if request.method != "POST":
        return _recovery_page(request)
    codes, before = new_codes(), factors_of(request.user)
    make_recovery_codes(request.user, codes=codes, by=request.actor, at=now(), key=Typed(request).key)
    if not knows_recovery_code(request.user, hash_of(codes[0])):
        return done(request, reverse("recovery_codes"), Sentence("factor.codes_made_before"))
    return page(request, "accounts/recovery_codes.html", factors=before, codes=codes, trail=_below())


def _reason(typed: Typed) -> str:
    reason = typed.text("reason", label=_("Lý do"), most=300)
    typed.check()
    return reason


def _asks_password(request: Any) -> bool:
    """With the first factor only; the demo's one-click accounts have none."""
    return not is_exempt(request.user) and not factors_of(request.user).are_set


def _check_password(request: Any) -> None:
    """A first factor is added by whoever knows the password, not by whoever finds a session open.

    Raises NotPossible for a wrong one; with a factor set, the factor itself was asked for on the way here.
    """
    if not _asks_password(request):
        return
    password = composed(request.POST.get("password", "")[:1000])
    if authenticate(request, username=request.user.email, password=password) != request.user:
        raise refuse("factor.password_wrong")
