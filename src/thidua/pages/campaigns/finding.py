"""What addresses of campaigns lead to, and for whom a reader may open one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import today
from thidua.records.directory.models import Unit, YouthChapter
from thidua.records.directory.queries.chapters import chapters_in, chapters_led
from thidua.records.seasons.campaign_access import campaign_for, may
from thidua.records.seasons.models import Campaign, Membership, Season


@dataclass(frozen=True)
class At:
    """The words of an address."""

    cluster: str
    season: str
    name: str

    def campaign(self, actor: Any) -> Campaign:
        return campaign_for(actor, self.cluster, self.season, self.name, on=today())

    @property
    def page(self) -> str:
        return reverse("campaign", args=(self.cluster, self.season, self.name))


def trail_to_list(season: Season) -> list[tuple[str, ...]]:
    slugs = (season.cluster.slug, season.slug)
    return [
        (season.name, reverse("one_season", args=slugs), "vi"),
        (_("Phong trào, đợt thi đua"), reverse("campaigns", args=slugs)),
    ]


def runs_cluster(actor: Any, season: Season, on: date) -> bool:
    return may(actor, "campaigns.keep", season, None, on=on).is_yes


def own_runners(actor: Any, season: Season, on: date) -> list[Membership]:
    """Units of the season for which the actor may draft a campaign."""
    units = [post.unit for post in actor.posts]
    members = Membership.objects.filter(bloc_season__season=season, unit__in=units, left_on=None)
    found = list(members.select_related("unit", "bloc_season__bloc", "bloc_season__season__cluster"))
    return [one for one in found if may(actor, "campaigns.keep", season, one, on=on).is_yes]


def own_chapters(actor: Any, season: Season, own: list[Membership], on: date) -> list[tuple[YouthChapter, Membership]]:
    """Chapters of the units for which the actor may draft, and those that the actor leads; each with its place."""
    units = Unit.objects.filter(pk__in=[one.unit_id for one in own])
    kept = [*chapters_in(units, on=on), *(chapters_led(actor.person, on=on) if actor.person else ())]
    above = {one.pk: [int(part) for part in one.unit.path.strip("/").split("/") if part] for one in kept}
    every = {unit for units in above.values() for unit in units}
    members = Membership.objects.filter(bloc_season__season=season, unit__in=every, left_on=None)
    places = {one.unit_id: one for one in members.select_related("unit", "bloc_season__bloc")}
    chapters = {one.pk: one for one in kept}
    at = {pk: next((places[unit] for unit in above[pk] if unit in places), None) for pk in chapters}
    return [(chapters[pk], place) for pk, place in at.items() if place is not None]


def may_open(actor: Any, season: Season, on: date) -> bool:
    """Whether the actor may open a campaign for anybody."""
    if runs_cluster(actor, season, on):
        return True
    own = own_runners(actor, season, on)
    return bool(own) or bool(own_chapters(actor, season, own, on))
