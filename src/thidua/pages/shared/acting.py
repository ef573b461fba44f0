"""The way of every POST about one thing that has a page: find it, parse, act, lead back to its page."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.views.decorators.http import require_POST

from thidua.core.answer import Sentence
from thidua.pages.shared.request import Typed, done, or_show

Thing = TypeVar("Thing")
Acting = Callable[[Any, Thing, Typed], object]
View = Callable[..., HttpResponse]


def acted_on(
    shown: View, find: Callable[..., tuple[Thing, str]], about: str
) -> Callable[[str], Callable[[Acting[Thing]], View]]:
    """Makes the decorator of a room: `@acted("signed")` over a function that takes request, thing and what was typed.

    `find` gives for a request and the words of its address the thing and the address of its page. A refusal shows
    the page, `shown`, as it was typed; otherwise the sentence `about.told` stands on it, with the values that the
    function returned, if any.
    """

    def acted(told: str) -> Callable[[Acting[Thing]], View]:
        def wrap(acting: Acting[Thing]) -> View:
            @require_POST
            @login_required
            @or_show(shown)
            def view(request: Any, **words: str) -> HttpResponse:
                thing, page = find(request, **words)
                values = acting(request, thing, Typed(request))
                return done(request, page, Sentence(f"{about}.{told}", **(values if isinstance(values, dict) else {})))

            return view

        return wrap

    return acted
