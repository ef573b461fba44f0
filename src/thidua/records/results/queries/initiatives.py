"""Questions about initiatives: a season's, one with authors and papers, the next number of the book."""

from django.db.models import Max, Prefetch, QuerySet

from thidua.records.results.models import Initiative, InitiativePaper
from thidua.records.seasons.models import Season

WITH = ("membership__unit", "membership__bloc_season__season__cluster", "membership__bloc_season__bloc", "field")


def initiatives_of(season: Season) -> QuerySet[Initiative]:
    """In protocol order, with their authors."""
    found = Initiative.objects.filter(membership__bloc_season__season=season).select_related(*WITH)
    return found.prefetch_related("authors").order_by("membership__bloc_season", "membership__position", "pk")


def with_papers(found: QuerySet[Initiative]) -> QuerySet[Initiative]:
    papers = InitiativePaper.objects.select_related("paper__file").order_by("pk")
    return found.prefetch_related(Prefetch("papers", papers))


def next_number(season: Season) -> int:
    """The next number of the season's book; ask for it under the season's lock."""
    received = Initiative.objects.filter(membership__bloc_season__season=season)
    return (received.aggregate(last=Max("number"))["last"] or 0) + 1
