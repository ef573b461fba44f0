"""Theme and language: cookies that the server reads, set from the person's menu."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from thidua.pages.shared.request import on_this_site

THEMES = ("light", "dark", "hall")
THEME_COOKIE = "theme"
COOKIE_SECONDS = 365 * 24 * 3600


def theme_of(request: HttpRequest) -> str:
    """The reader's theme; light where nothing, or nothing known, was chosen."""
    chosen = request.COOKIES.get(THEME_COOKIE, "")
    return chosen if chosen in THEMES else "light"


def _remember(answer: HttpResponseBase, name: str, value: str) -> None:
    answer.set_cookie(
        name, value, max_age=COOKIE_SECONDS, samesite="Lax", httponly=True, secure=settings.SESSION_COOKIE_SECURE
    )


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keeps a chosen theme or language in a cookie, then leads back to the page one came from."""
    answer = redirect(on_this_site(request.POST.get("next", "")) or "/")
    if (theme := request.POST.get("theme", "")) in THEMES:
        _remember(answer, THEME_COOKIE, theme)
    if (language := request.POST.get("language", "")) in dict(settings.LANGUAGES):
        _remember(answer, settings.LANGUAGE_COOKIE_NAME, language)
    return answer
