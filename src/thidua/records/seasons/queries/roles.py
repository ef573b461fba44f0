"""Questions about parts in a season: who holds them, and who is likely to be given one."""

from datetime import date

from django.db.models import F, QuerySet

from thidua.core.actor import PostKind
from thidua.records.directory.models import Post
from thidua.records.directory.queries import in_force
from thidua.records.seasons.models import Membership, Season, SeasonRole

ORDER = tuple(SeasonRole.Role)


def parts_of(season: Season) -> list[SeasonRole]:
    """Parts given in a season: the head first, those that are held before those that ended."""
    found = SeasonRole.objects.filter(season=season).select_related("person", "unit", "bloc_season__bloc")
    rows = found.order_by(F("until_on").desc(nulls_first=True), "pk")
    return sorted(rows, key=lambda part: ORDER.index(SeasonRole.Role(part.role)))


def likely_holders(season: Season, *, on: date) -> QuerySet[Post]:
    """Posts in the member units from which parts are filled: leaders, deputies, officers."""
    units = Membership.objects.filter(bloc_season__season=season, left_on=None).values("unit")
    kinds = (PostKind.LEADER.value, PostKind.DEPUTY.value, PostKind.OFFICER.value)
    posts = Post.objects.filter(in_force(on), unit__in=units, kind__in=kinds)
    return posts.select_related("person", "unit").order_by("person__name_key")
