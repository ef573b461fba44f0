"""The way of every POST about an exemplar."""

from typing import Any

from thidua.pages.exemplars.finding import At
from thidua.pages.exemplars.views import exemplar_page
from thidua.pages.shared.acting import acted_on
from thidua.records.results.models import Exemplar


def _found(request: Any, cluster: str, season: str, exemplar: str) -> tuple[Exemplar, str]:
    at = At(cluster, season, exemplar)
    return at.exemplar(request.actor), at.page


acted = acted_on(exemplar_page, _found, "exemplar")
