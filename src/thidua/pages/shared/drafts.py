"""Drafts as the script drafts.js asks for them; its head tells the contract."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.http import require_http_methods

from thidua.base.clock import now
from thidua.base.wording import say
from thidua.core.answer import NotPossible, refuse
from thidua.pages.shared.scripted import json_in
from thidua.records.accounts.models import Account
from thidua.records.desk.models import Draft
from thidua.records.desk.queries import draft_of
from thidua.records.desk.steps.drafts import keep_draft, let_go_of_draft

MOST_BYTES = 200_000
MOST_ADDRESS = 300
NEVER_KEPT = ("csrf", "password", "mat_khau", "secret", "token")


@require_http_methods(["GET", "HEAD", "POST"])
def drafts(request: HttpRequest) -> HttpResponse:
    """What its owner has typed on one form; nobody else's draft can be named."""
    account = request.user
    if not isinstance(account, Account):
        return JsonResponse({}, status=401)  # no way to the sign-in: whoever asks is a script on an open page
    if request.actor.eyes is not None:  # type: ignore[attr-defined]
        return HttpResponse(status=204)  # whoever looks through other eyes types nothing
    asked = request.POST if request.method == "POST" else request.GET
    address = asked.get("key", "")[:MOST_ADDRESS]
    if request.method != "POST" or not address:
        draft = draft_of(account, address)
        known = HttpResponse(status=204) if draft is None else JsonResponse({"values": draft.values, **_about(draft)})
        known["X-Form-Token"] = get_token(request)  # a page whose sign-in was renewed elsewhere goes on with it
        return known
    if "discard" in request.POST:
        let_go_of_draft(account, address)
        return HttpResponse(status=204)
    try:
        draft = _kept(request, account, address)
    except NotPossible as refused:
        return JsonResponse({"sentence": " ".join(say(one) for one in refused)}, status=409)
    return JsonResponse(_about(draft))


def sent(request: HttpRequest) -> None:
    """The form of this request was accepted, so nothing of it is a draft any more; the script names the draft."""
    address = request.POST.get("draft", "") or getattr(request, "draft", "")
    if address and isinstance(request.user, Account):
        let_go_of_draft(request.user, address[:MOST_ADDRESS])


def _about(draft: Draft) -> dict[str, Any]:
    return {"at": draft.saved_at.isoformat(), "version": draft.version}


def _kept(request: HttpRequest, account: Account, address: str) -> Draft:
    typed, version = request.POST.get("values", ""), request.POST.get("version", "")
    if len(typed.encode()) > MOST_BYTES:
        raise refuse("draft.too_large", most=MOST_BYTES // 1000)
    return keep_draft(
        account,
        address=address,
        values=_values(typed),
        seen_version=int(version) if version.isascii() and version.isdigit() and len(version) < 10 else None,
        page=request.POST.get("page", "")[:24],
        at=now(),
    )


def _values(typed: str) -> dict[str, list[str]]:
    """Texts by name of field. Raises NotPossible for anything else; secrets are left out whoever sends them."""
    try:
        given = json_in(typed)
    except ValueError:
        raise refuse("draft.unreadable") from None
    if not isinstance(given, dict):
        raise refuse("draft.unreadable")
    for texts in given.values():
        if not (isinstance(texts, list) and all(isinstance(text, str) for text in texts)):
            raise refuse("draft.unreadable")
    return {name: texts for name, texts in given.items() if not name.lower().startswith(NEVER_KEPT)}
