"""The second factor before an act: the page that asks for it and holds the form meanwhile."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.base.clock import now, outside
from thidua.base.wording import say
from thidua.core.answer import NotPossible, Sentence, refuse
from thidua.pages.door.asks import ADMINISTERING, OWN, SIGNING
from thidua.pages.door.held import what_is_held
from thidua.pages.door.passkeys import proven_passkey
from thidua.pages.door.proven import WAITS, is_exempt, is_proven, mark_proven
from thidua.pages.shared.request import new_key
from thidua.records.accounts.actions import prove_by_code
from thidua.records.accounts.models import Account, RecoveryCode
from thidua.records.accounts.queries import Factors, factors_of

CODE, PASSKEY = "second_factor_code", "second_factor_passkey"  # of the form
LONGEST_CODE = 40


def before_the_act(request: HttpRequest) -> HttpResponse | None:
    """None to let a request pass; else the page that asks for the second factor and holds the form.

    The code or the answer of a passkey comes with the held form itself: one press proves and acts.
    """
    name = request.resolver_match.url_name if request.resolver_match else ""
    account = request.user
    if request.method != "POST" or name not in SIGNING | ADMINISTERING | OWN or not isinstance(account, Account):
        return None
    if is_exempt(account) or is_proven(request, account):
        request.session.pop(WAITS, None)
        return None
    factors = factors_of(account)
    if not factors.are_set:
        is_required = settings.SECOND_FACTOR != "offered" and name not in OWN  # a misspelt word requires
        return _page(request, factors, []) if is_required else None
    try:
        if not _is_given(request, account):
            return _page(request, factors, [])
    except NotPossible as refused:
        return _page(request, factors_of(account), [say(sentence) for sentence in refused])
    request.session.pop(WAITS, None)
    _take_out(request)
    return None


def _is_given(request: Any, account: Account) -> bool:
    """Whether the form brought a right code or passkey. Raises NotPossible for a wrong one."""
    if request.POST.get(PASSKEY):
        if proven_passkey(request, request.POST[PASSKEY]).account_id != account.pk:
            raise refuse("factor.passkey_not_proven")
    elif typed := request.POST.get(CODE, "")[:LONGEST_CODE].strip():
        used = prove_by_code(
            account,
            typed=typed,
            code_at=outside(),
            by=request.actor,
            at=now(),
            key=new_key(),
        )
        if used is None:
            raise refuse("factor.wrong_code")
        if isinstance(used, RecoveryCode):
            _tell_what_is_left(request, account)
    else:
        return False
    mark_proven(request, account)
    return True


def _tell_what_is_left(request: HttpRequest, account: Account) -> None:
    messages.warning(request, say(Sentence("factor.codes_left", left=factors_of(account).codes_left)))


def _take_out(request: HttpRequest) -> None:
    """The form as its page sent it, for the view."""
    post = request.POST.copy()
    for name in (CODE, PASSKEY):
        post.pop(name, None)
    request.POST = post  # type: ignore[assignment]


def _page(request: HttpRequest, factors: Factors, refused: list[str]) -> HttpResponse:
    name = request.resolver_match.url_name if request.resolver_match else ""
    if not factors.are_set:
        request.session[WAITS] = True
    held = what_is_held(request, is_own=True, but=(CODE, PASSKEY))
    minutes = settings.SECOND_FACTOR_MINUTES
    context = {"factors": factors, "refused": refused, "signs": name in SIGNING, "minutes": minutes}
    return render(request, "door/second_factor.html", held | context, status=403)
