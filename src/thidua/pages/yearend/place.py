"""What the pages of a year's end have in common: the season, the way back to it."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.records.seasons.models import Season


def at(found: Season, name: str, *more: str) -> str:
    """The address of a page of this season."""
    return reverse(name, args=(found.cluster.slug, found.slug, *more))


def trail_to(found: Season) -> list[tuple[Any, ...]]:
    return [(_("Năm thi đua"), reverse("season")), (found.name, at(found, "one_season"), "vi")]
