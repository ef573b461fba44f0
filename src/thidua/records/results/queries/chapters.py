"""Questions about what youth chapters do: activities of a season or of one chapter, with who was there counted."""

from django.db.models import Count, Q, QuerySet

from thidua.core.workflow.participation import ActState
from thidua.records.results.models import ChapterActivity
from thidua.records.seasons.models import Season

WITH = (
    "chapter__unit", "campaign", "membership__unit", "membership__bloc_season__season__cluster",
    "membership__bloc_season__bloc",
)  # fmt: skip


def activities_of(season: Season) -> QuerySet[ChapterActivity]:
    """The latest first; `there` counts those whose names the directory knows."""
    found = ChapterActivity.objects.filter(membership__bloc_season__season=season, withdrawn_at=None)
    counted = Q(attendance__state=ActState.COUNTED.value)
    return found.select_related(*WITH).annotate(there=Count("attendance", filter=counted)).order_by("-on", "-pk")
