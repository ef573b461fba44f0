"""What every page knows without asking: theme, menu, who is signed in, the demo's day."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

import thidua
from thidua.core.actor import PUBLIC, Actor
from thidua.pages.shared import menu
from thidua.pages.shared.looks import theme_of


def initials(name: str) -> str:
    """First letters of the family name and the given name.

    >>> initials("Lê Thị Thanh Trà")
    'LT'
    """
    words = name.split()
    return "".join(word[0] for word in ([words[0], words[-1]] if len(words) > 1 else words)).upper()


def every_page(request: HttpRequest) -> dict[str, Any]:
    """Values for base.html; a view may pass `here` (a place's key) where the address does not tell it."""
    actor: Actor = getattr(request, "actor", PUBLIC)
    stops = menu.stops(actor)
    return {
        "actor": actor,
        "initials": initials(actor.name),
        "theme": theme_of(request),
        "menu": stops,
        "bar": menu.on_the_bar(stops),
        "here_by_path": menu.current(stops, request.path),
        "demo_day": settings.DEMO_DAY,
        "version": getattr(thidua, "__version__", ""),
    }
