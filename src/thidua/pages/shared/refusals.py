"""Pages of refusal: 422 with its sentences; 404 with the same body whether hidden or not there."""

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.base.wording import say
from thidua.core.actor import PUBLIC
from thidua.core.answer import NotPossible


def refusal_page(request: HttpRequest, refused: NotPossible) -> HttpResponse:
    sentences = [say(sentence) for sentence in refused]
    return render(request, "shared/refused.html", {"sentences": sentences}, status=422)


def unknown_page(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    # No place of the menu is the present one: the address alone would tell where something might lie.
    return render(request, "shared/unknown.html", {"here": "nowhere"}, status=404)


def broken_page(request: HttpRequest) -> HttpResponse:
    """Something broke on our side: no detail leaves the house.

    It may be the database that is away, so nothing here asks who is reading.
    """
    request.actor, request.user = PUBLIC, AnonymousUser()  # type: ignore[attr-defined]
    vars(request).pop("_messages", None)
    return render(request, "shared/broken.html", status=500)


def posts_only_page(request: HttpRequest, allowed: str) -> HttpResponse:
    """A form's address typed or reloaded: there is no page at it, only what the form does."""
    answer = render(request, "shared/posts_only.html", status=405)
    answer.headers["Allow"] = allowed
    return answer
