"""A form that came after its sign-in had run out or changed: nothing was done, and nothing of it is lost."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.pages.shared.uploads import kept_file, mark_of

OF_THE_PAGE = frozenset({"key", "version", "seen", "clash", "draft", "next"})
CODE = re.compile(r"[a-z][a-z0-9_-]*")
SECRET = ("password", "secret", "token")


@dataclass(frozen=True)
class Held:
    """What goes into the form that sends again, and what is told of its files."""

    fields: list[tuple[str, str]]
    lost_files: list[str]
    faults: list[str]


def held_page(request: HttpRequest, *, status: int, is_own: bool) -> HttpResponse:
    """What was typed, to be sent again by one press once the reader is signed in.

    `is_own`: the form stood on a page of this site. Else no press is offered: on another site's word nobody is
    asked to send what that site has written. A form with a password is never held.
    """
    return render(request, "door/held.html", what_is_held(request, is_own=is_own), status=status)


def what_is_held(request: HttpRequest, *, is_own: bool, but: Collection[str] = ()) -> dict[str, Any]:
    """What a page needs that sends a form again: its fields but those of `but`, its address, what was typed."""
    left_out = {"csrfmiddlewaretoken", *but}
    typed = [(name, text) for name, texts in request.POST.lists() for text in texts if name not in left_out]
    is_secret = any(name.lower().startswith(SECRET) for name, _ in typed)
    held = _held(request, typed) if is_own and not is_secret else Held([], _names(request), [])
    shown = [] if is_secret else [text for name, text in typed if name not in OF_THE_PAGE and _is_typed(name, text)]
    return {"held": held, "texts": shown, "to": request.get_full_path(), "is_secret": is_secret, "here": "nowhere"}


def was_sent_to_sign_in(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether a form met a page that only who is signed in may use: what it held would be lost on the way."""
    if request.method != "POST" or response.status_code != 302 or request.user.is_authenticated:
        return False
    to = urlsplit(response.headers["Location"])
    return to.path == reverse("sign_in") and parse_qs(to.query).get("next") == [request.get_full_path()]


def came_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that a page of this site sent the form."""
    return urlsplit(request.headers.get("Origin", "")).netloc == request.get_host()


def _is_typed(name: str, text: str) -> bool:
    """Words and figures of the reader's own, not the code of what was chosen from a list."""
    return bool(text.strip()) and not name.endswith("_kept") and not CODE.fullmatch(text)


def _names(request: HttpRequest) -> list[str]:
    return [file.name or "" for _, files in request.FILES.lists() for file in files]


def _held(request: HttpRequest, typed: list[tuple[str, str]]) -> Held:
    """Files are kept for who is signed in; a stranger fills no disk here."""
    if not request.user.is_authenticated:
        return Held(typed, _names(request), [])
    faults: list[Sentence] = []
    marks = {}
    for name in request.FILES:
        if kept_file(request, name, label="", required=False, faults=faults) is not None:
            marks[f"{name}_kept"] = mark_of(request, name)
    fields = [(name, text) for name, text in typed if name not in marks] + list(marks.items())
    return Held(fields, [], [say(fault) for fault in faults])
