"""Questions about exemplars: one with its book, how many a unit has at each step."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Count, Prefetch, QuerySet

from thidua.core.workflow.exemplars import KNOWN_TO_ALL, Level
from thidua.records.results.models import Exemplar, ExemplarNote, Replication
from thidua.records.seasons.models import Membership, Season

WITH = ("membership__unit", "membership__bloc_season__season__cluster", "membership__bloc_season__bloc", "field")


def exemplars_of(season: Season) -> QuerySet[Exemplar]:
    """In protocol order; `copies` says how many units work by the model."""
    found = Exemplar.objects.filter(membership__bloc_season__season=season).select_related(*WITH, "person")
    return found.annotate(copies=Count("replications")).order_by(
        "membership__bloc_season", "membership__position", "pk"
    )


def with_book(found: QuerySet[Exemplar]) -> QuerySet[Exemplar]:
    """With its notes, their papers, and the units that adopted the model."""
    notes = Prefetch("notes", ExemplarNote.objects.select_related("paper__file").order_by("on", "pk"))
    copies = Prefetch("replications", Replication.objects.select_related("membership__unit", "paper__file"))
    return found.prefetch_related(notes).prefetch_related(copies)


def counts_by_unit(found: QuerySet[Exemplar], members: Iterable[Membership]) -> dict[int, dict[str, int]]:
    """How many of `found` each of these units has in each state, by key of the membership; one query."""
    counted: dict[int, dict[str, int]] = defaultdict(dict)
    rows = found.filter(membership__in=[member.pk for member in members]).order_by()
    for member, state, count in rows.values_list("membership", "state").annotate(count=Count("pk", distinct=True)):
        counted[member][state] = count
    return counted


def count_by_state(found: QuerySet[Exemplar]) -> dict[str, int]:
    return dict(found.order_by().values_list("state").annotate(count=Count("pk", distinct=True)))


def recognised_at_province(season: Season) -> int:
    """How many units have an exemplar at provincial level; the article of 2016 names 22."""
    found = Exemplar.objects.filter(
        membership__bloc_season__season=season, level=Level.PROVINCE.value, state__in=KNOWN_TO_ALL
    )
    return found.values("membership").distinct().count()


def introduced_of(member: Membership) -> int:
    """How many the unit has introduced to the region in this season and not withdrawn."""
    return Exemplar.objects.filter(membership=member, state__in=KNOWN_TO_ALL).count()
