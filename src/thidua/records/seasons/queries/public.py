"""What everybody may know of a season: its cluster, motto, how many units, how many have signed."""

from dataclasses import dataclass

from django.db.models import Count, Q

from thidua.records.seasons.models import Season


@dataclass(frozen=True)
class ShownSeason:
    cluster: str
    name: str
    motto: str
    units: int
    signed: int
    achieved: str


def shown_to_everybody() -> ShownSeason | None:
    """The newest season of the installation, in two queries whatever its size."""
    signed = Q(blocs__members__signatures__voided_at=None, blocs__members__signatures__annex=None)
    season = (
        Season.objects.select_related("cluster")
        .annotate(
            units=Count("blocs__members", distinct=True),
            signed=Count("blocs__members__signatures__membership", filter=signed, distinct=True),
        )
        .first()
    )
    if season is None:
        return None
    return ShownSeason(season.cluster.name, season.name, season.motto, season.units, season.signed, season.achieved)
