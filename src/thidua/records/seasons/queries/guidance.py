"""Questions about guidance received: the papers that count, their days, the grounds of our own papers."""

from collections.abc import Iterable

from django.db.models import Count, F, QuerySet

from thidua.base.days import written
from thidua.core.texts import folded
from thidua.records.seasons.models import Guidance, GuidanceDay, Season


def guidance_of(season: Season, search: str = "") -> QuerySet[Guidance]:
    """Papers of a season, the newest first, with how many days and quotas each has; withdrawn ones last."""
    found = season.guidance.annotate(
        day_count=Count("days", distinct=True), quota_count=Count("quotas", distinct=True)
    ).order_by(F("withdrawn_at").desc(nulls_first=True), "-dated_on", "-pk")
    if not search.strip():
        return found
    texts = {one.pk: folded(f"{one.number} {one.issuer} {one.title}") for one in season.guidance.all()}
    return found.filter(pk__in=[pk for pk, text in texts.items() if folded(search.strip()) in text])


def guidance_days(seasons: Iterable[Season]) -> QuerySet[GuidanceDay]:
    """Days that papers of these seasons set and that still count, the earliest first."""
    return (
        GuidanceDay.objects.filter(guidance__season__in=seasons, guidance__withdrawn_at=None)
        .select_related("guidance__season__cluster")
        .order_by("due_on", "pk")
    )


def grounds_of(season: Season) -> list[str]:
    """The papers as the grounds of our own, in their order of date: how Vietnamese papers begin."""
    return [
        f"Căn cứ {one.title} (số {one.number} ngày {written(one.dated_on)} của {one.issuer});"
        for one in season.guidance.filter(withdrawn_at=None).order_by("dated_on", "pk")
    ]
