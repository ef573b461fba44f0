"""What addresses of exemplars lead to, and whose units a reader acts for in a season."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import today
from thidua.core.texts import folded
from thidua.records.directory.models import Person
from thidua.records.directory.queries import posts_below
from thidua.records.results.access.exemplars import exemplar_for
from thidua.records.results.models import Exemplar
from thidua.records.seasons.models import Membership, Season

OFFERED_AT_MOST = 200


@dataclass(frozen=True)
class At:
    """The words of an address."""

    cluster: str
    season: str
    name: str

    def exemplar(self, actor: Any) -> Exemplar:
        return exemplar_for(actor, self.cluster, self.season, self.name, on=today())

    @property
    def page(self) -> str:
        return reverse("exemplar", args=(self.cluster, self.season, self.name))


def trail_to_list(season: Season) -> list[tuple[str, ...]]:
    slugs = (season.cluster.slug, season.slug)
    return [
        (season.name, reverse("one_season", args=slugs), "vi"),
        (_("Điển hình"), reverse("exemplars", args=slugs)),
    ]


def own_members(actor: Any, season: Season) -> list[Membership]:
    """Member units of the season in which, or below which, the actor holds a post."""
    found = Membership.objects.filter(bloc_season__season=season, unit__in=actor.units, left_on=None)
    return list(found.select_related("unit", "bloc_season__bloc", "bloc_season__season__cluster"))


def names_in(members: list[Membership]) -> list[str]:
    """People of these units, to be offered while a name is typed."""
    posts = [post for member in members for post in posts_below(member.unit, on=today())[:OFFERED_AT_MOST]]
    return sorted({post.person.full_name for post in posts})[:OFFERED_AT_MOST]


def known_in(member: Membership, name: str) -> Person | None:
    """The one person of the unit with that name; None where there is none, or where two share it."""
    asked = folded(name)
    same = {
        post.person.pk: post.person
        for post in posts_below(member.unit, on=today())
        if post.person.folded == asked
    }  # fmt: skip
    return next(iter(same.values())) if len(same) == 1 else None
