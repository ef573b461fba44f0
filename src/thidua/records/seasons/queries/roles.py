"""Questions about parts in a season: who holds them, and who is likely to be given one."""

from datetime import date

from django.db.models import F, QuerySet

from thidua.core.actor import PostKind
from thidua.records.directory.models import Post
from thidua.records.directory.queries import in_force
from thidua.records.seasons.models import Cluster, Membership, Season, SeasonRole

ORDER = tuple(SeasonRole.Role)


def parts_of(season: Season) -> list[SeasonRole]:
    """Parts given in a season: the head first, those that are held before those that ended."""
    found = SeasonRole.objects.filter(season=season).select_related("person", "unit__parent", "bloc_season__bloc")
    rows = found.order_by(F("until_on").desc(nulls_first=True), "pk")
    return sorted(rows, key=lambda part: ORDER.index(SeasonRole.Role(part.role)))


def head_of(season: Season) -> SeasonRole | None:
    """The head who holds the part, else the last who did."""
    return next((part for part in parts_of(season) if part.role == SeasonRole.Role.HEAD), None)


def likely_holders(season: Season, *, on: date) -> QuerySet[Post]:
    """Posts in the member units from which parts are filled: leaders, deputies, officers."""
    units = Membership.objects.filter(bloc_season__season=season, left_on=None).values("unit")
    kinds = (PostKind.LEADER.value, PostKind.DEPUTY.value, PostKind.OFFICER.value)
    posts = Post.objects.filter(in_force(on), unit__in=units, kind__in=kinds)
    return posts.select_related("person", "unit").order_by("person__name_key")


def heads_of(cluster: Cluster) -> QuerySet[SeasonRole]:
    """Who headed the cluster's seasons, the newest year first: how the head goes round."""
    heads = SeasonRole.objects.filter(season__cluster=cluster, role=SeasonRole.Role.HEAD)
    found = heads.select_related("person", "unit", "season", "ground__file")
    return found.order_by("-season__emulation_year", F("from_on").desc(nulls_last=True), "-pk")
