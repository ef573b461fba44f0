"""The way of every POST about an exemplar: find it, parse, act, lead back to its page."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.views.decorators.http import require_POST

from thidua.core.answer import Sentence
from thidua.pages.exemplars.finding import At
from thidua.pages.exemplars.views import exemplar_page
from thidua.pages.shared.request import Typed, done, or_show
from thidua.records.results.models import Exemplar

Acting = Callable[[Any, Exemplar, Typed], object]


def acted(told: str) -> Callable[[Acting], Callable[..., HttpResponse]]:
    """A refusal shows the exemplar's page as it was typed."""

    def wrap(acting: Acting) -> Callable[..., HttpResponse]:
        @require_POST
        @login_required
        @or_show(exemplar_page)
        def view(request: Any, cluster: str, season: str, exemplar: str) -> HttpResponse:
            at = At(cluster, season, exemplar)
            acting(request, at.exemplar(request.actor), Typed(request))
            return done(request, at.page, Sentence(f"exemplar.{told}"))

        return view

    return wrap
