"""Passkeys at the door: the browser is asked for one, and signs in by it alone."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.base.clock import now, outside, today
from thidua.base.wording import say
from thidua.core.answer import NotPossible, refuse
from thidua.core.second_factor.passkeys import Asked, NotProven, Site, ask_for_one, named_in, proven
from thidua.pages.door.backend import BACKEND
from thidua.pages.door.proven import mark_proven
from thidua.pages.shared.request import new_key, on_this_site
from thidua.pages.shared.scripted import json_in
from thidua.records.accounts.actions import prove_by_passkey
from thidua.records.accounts.models import Account, Passkey
from thidua.records.accounts.queries import actor_of, factors_of, passkey_named

ASKED = "passkey_asked"  # of the session: what the browser was asked, and when
TIME_TO_ANSWER = timedelta(minutes=5)
LONGEST_ANSWER = 20_000
NAME = "Thi Đua"


def site_of(request: HttpRequest) -> Site:
    """The site that the browser is on; its host is among those allowed, else no view is reached."""
    host = request.get_host()
    return Site(urlsplit(f"//{host}").hostname or host, f"{request.scheme}://{host}", NAME)


def asked(request: HttpRequest, question: Asked) -> JsonResponse:
    """The question for the browser; the session remembers its other half, once."""
    options, state = question
    request.session[ASKED] = {"state": state, "at": outside().timestamp()}
    return JsonResponse(options)


def taken_back(request: HttpRequest) -> dict[str, Any]:
    """What the browser was asked; it is good for one answer. Raises NotPossible after five minutes."""
    kept = request.session.pop(ASKED, None)
    if kept is None or outside().timestamp() - kept["at"] > TIME_TO_ANSWER.total_seconds():
        raise refuse("factor.too_late")
    state: dict[str, Any] = kept["state"]
    return state


def answer_in(text: str) -> Any:
    """The browser's answer. Raises NotPossible for anything that is none."""
    try:
        return json_in(text[:LONGEST_ANSWER])
    except ValueError:
        raise refuse("factor.passkey_not_proven") from None


def proven_passkey(request: HttpRequest, text: str) -> Passkey:
    """The passkey that has signed what was asked, with its account. Raises NotPossible."""
    state, answer = taken_back(request), answer_in(text)
    try:
        row = passkey_named(named_in(answer))
        proof = proven(site_of(request), state, answer, row.kept) if row else None
    except NotProven:
        row = proof = None
    if row is None or proof is None or proof.handle not in ("", row.account.public_id):
        raise refuse("factor.passkey_not_proven")
    by = actor_of(row.account, on=today())
    used = prove_by_passkey(row, count=proof.count, used_at=outside(), by=by, at=now(), key=new_key())
    if used is None:
        raise refuse("factor.passkey_not_proven")
    return row


@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """Asked by a script: one of the reader's own keys, or any key of this site from who is not signed in."""
    known = [one.kept for one in factors_of(request.user).passkeys] if isinstance(request.user, Account) else None
    return asked(request, ask_for_one(site_of(request), known))


@require_POST
def sign_in(request: HttpRequest) -> HttpResponse:
    """Signs in by a passkey alone, which counts as the second factor as well."""
    wanted = on_this_site(request.POST.get("next", ""))
    try:
        account = proven_passkey(request, request.POST.get("passkey", "")).account
    except NotPossible as refused:
        told = [say(sentence) for sentence in refused]
        return render(request, "door/sign_in.html", {"next": wanted, "refused": told}, status=422)
    login(request, account, backend=BACKEND)
    mark_proven(request, account)
    return redirect(wanted or "today")
