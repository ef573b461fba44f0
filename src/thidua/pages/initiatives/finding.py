"""What addresses of initiatives lead to."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import today
from thidua.records.results.access.initiatives import initiative_for
from thidua.records.results.models import Initiative
from thidua.records.seasons.models import Season


@dataclass(frozen=True)
class At:
    """The words of an address."""

    cluster: str
    season: str
    name: str

    def initiative(self, actor: Any) -> Initiative:
        return initiative_for(actor, self.cluster, self.season, self.name, on=today())

    @property
    def page(self) -> str:
        return reverse("initiative", args=(self.cluster, self.season, self.name))


def trail_to_list(season: Season) -> list[tuple[str, ...]]:
    slugs = (season.cluster.slug, season.slug)
    return [
        (season.name, reverse("one_season", args=slugs), "vi"),
        (_("Sáng kiến"), reverse("initiatives", args=slugs)),
    ]
