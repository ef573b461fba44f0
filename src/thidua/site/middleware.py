"""What every request passes: the reader's choices, who acts, and what becomes of a refusal."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from thidua.base.clock import now, today
from thidua.base.remembered import remembering
from thidua.core.actor import PUBLIC, Actor
from thidua.core.answer import NotPossible, Sentence, Unknown, refuse
from thidua.pages.door.held import held_page, was_sent_to_sign_in
from thidua.pages.door.second import before_the_act
from thidua.pages.looking.session import STILL_POSSIBLE, is_looking, seen_through
from thidua.pages.shared.refusals import posts_only_page, refusal_page, unknown_page
from thidua.records.accounts.queries import actor_of
from thidua.records.journal.steps import note_access

Respond = Callable[[HttpRequest], HttpResponse]
SAFE = ("GET", "HEAD", "OPTIONS")
NOTHING_OF_THE_DEVICE = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"


def choices(respond: Respond) -> Respond:
    """The language is a cookie; a browser's own preferences do not decide what an office reads."""

    def chosen(request: HttpRequest) -> HttpResponse:
        language = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "vi")
        language = language if language in dict(settings.LANGUAGES) else "vi"
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = respond(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return chosen


class ActorAndRefusals:
    """Sets `request.actor`, and turns a refusal into a page: 422 with its sentence, or 404 as for nothing."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with remembering():
            return self._answer(request)

    def _answer(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: _actor(request))  # type: ignore[attr-defined]
        response = self.respond(request)
        if was_sent_to_sign_in(request, response):
            # Its token was right, so the form is ours: only the sign-in has run out since it was opened.
            response = held_page(request, status=401, is_own=True)
        if response.status_code == 405 and request.method == "GET":
            response = posts_only_page(request, response.headers["Allow"])
        if response.status_code in (404, 422) and not getattr(response, "refusal_noted", False):
            self._note(request, "refused" if response.status_code == 422 else "unknown", "")
        response.headers.setdefault("Permissions-Policy", NOTHING_OF_THE_DEVICE)
        if request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        """A NUL is no letter, and PostgreSQL keeps none: nothing lies at such an address, and a form loses it."""
        asked = [request.path, *(text for texts in request.GET.lists() for text in (texts[0], *texts[1]))]
        if any("\0" in text for text in asked):
            return unknown_page(request)
        if request.method == "POST" and any("\0" in text for _, texts in request.POST.lists() for text in texts):
            typed = request.POST.copy()
            for name, texts in request.POST.lists():
                typed.setlist(name, [text.replace("\0", "") for text in texts])
            request.POST = typed  # type: ignore[assignment]
        return self._refused_to_eyes(request)

    def _refused_to_eyes(self, request: Any) -> HttpResponse | None:
        """Whoever looks through other eyes changes nothing: every act is refused before its page begins."""
        if request.method in SAFE or not is_looking(request) or (eyes := request.actor.eyes) is None:
            return None
        if request.resolver_match.view_name in STILL_POSSIBLE:
            return None
        response = refusal_page(request, refuse("looking.writes_nothing", role=Sentence(f"role.{eyes.role}")))
        response.refusal_noted = True  # type: ignore[attr-defined]
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, NotPossible):
            response = refusal_page(request, error)
            self._note(request, "refused", error.sentences[0].key)
        elif isinstance(error, Unknown):
            response = unknown_page(request)
            self._note(request, "unknown", "")
        else:
            return None
        response.refusal_noted = True  # type: ignore[attr-defined]
        return response

    def _note(self, request: Any, kind: str, because: str) -> None:
        if request.user.is_authenticated or request.method != "GET":
            address = request.path.replace("\0", "")
            note_access(kind, by=request.actor, at=now(), method=request.method, address=address, because=because)


class SecondFactor:
    """Asks for the second factor before a form that signs or administers; what was typed is held meanwhile."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.respond(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
        return before_the_act(request)


def _actor(request: HttpRequest) -> Actor:
    if not request.user.is_authenticated:
        return PUBLIC
    on = today()
    return seen_through(actor_of(request.user, on=on), request.session, on=on)
