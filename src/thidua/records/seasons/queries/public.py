"""What everybody may know of a season: that it has been launched, its cluster and its motto."""

from thidua.core.workflow.stages import Stage
from thidua.records.seasons.models import BlocSeason, Season


def shown_to_everybody() -> Season | None:
    """The newest season of the installation in which a bloc has been launched, with its cluster."""
    launched = BlocSeason.objects.exclude(stage=Stage.PLANNED.value)
    return Season.objects.select_related("cluster").filter(pk__in=launched.values("season")).first()
