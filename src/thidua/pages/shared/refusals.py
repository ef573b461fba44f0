"""Pages of refusal: 422 with its sentences; 404 with the same body whether hidden or not there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.base.wording import say
from thidua.core.answer import NotPossible


def refusal_page(request: HttpRequest, refused: NotPossible) -> HttpResponse:
    sentences = [say(sentence) for sentence in refused]
    return render(request, "shared/refused.html", {"sentences": sentences}, status=422)


def unknown_page(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    # No place of the menu is the present one: the address alone would tell where something might lie.
    return render(request, "shared/unknown.html", {"here": "nowhere"}, status=404)


def broken_page(request: HttpRequest) -> HttpResponse:
    """Something broke on our side: no detail leaves the house."""
    return render(request, "shared/broken.html", status=500)
