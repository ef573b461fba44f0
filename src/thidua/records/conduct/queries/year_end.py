"""Questions about a year's end: is it ranked, what was said of it, what was left by the year before."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from thidua.core.workflow.evaluating import Section
from thidua.records.conduct.models import CarriedPoint, Evaluation, EvaluationPoint
from thidua.records.scores.models import Ranking
from thidua.records.seasons.models import Season


def is_ranked(season: Season) -> bool:
    """Whether the ranking of every bloc is locked."""
    blocs = season.blocs.count()
    return blocs > 0 and Ranking.objects.filter(bloc_season__season=season).count() == blocs


def evaluation_of(season: Season) -> Evaluation | None:
    return Evaluation.objects.filter(season=season).select_related("file").first()


def points_of(evaluation: Evaluation | None) -> dict[Section, list[EvaluationPoint]]:
    """The points by section, every section there."""
    found: dict[Section, list[EvaluationPoint]] = {section: [] for section in Section}
    for point in evaluation.points.order_by("position") if evaluation else ():
        found[Section(point.section)].append(point)
    return found


def season_before(season: Season) -> Season | None:
    """The cluster's season of the latest year before."""
    earlier = Season.objects.filter(cluster=season.cluster_id, emulation_year__lt=season.emulation_year)
    return earlier.order_by("-emulation_year", "-pk").first()


def season_after(season: Season) -> Season | None:
    """The cluster's season of the first year after."""
    later = Season.objects.filter(cluster=season.cluster_id, emulation_year__gt=season.emulation_year)
    return later.order_by("emulation_year", "pk").first()


def seasons_followed(seasons: Iterable[Season]) -> set[int]:
    """Of these seasons, by key, those after which the cluster has planned another; one query."""
    asked = list(seasons)
    years = Season.objects.filter(cluster__in={season.cluster_id for season in asked})
    latest: dict[int, int] = defaultdict(int)
    for cluster, year in years.values_list("cluster", "emulation_year"):
        latest[cluster] = max(latest[cluster], year)
    return {season.pk for season in asked if latest[season.cluster_id] > season.emulation_year}


@dataclass(frozen=True)
class LeftOver:
    """Something left by the year before, and what this season's plan does about it; None while nothing is said."""

    point: EvaluationPoint
    carried: CarriedPoint | None


def left_over(season: Season) -> list[LeftOver]:
    """What the signed evaluation of the year before says is left; nothing where there is none."""
    before = season_before(season)
    points = EvaluationPoint.objects.filter(
        evaluation__season=before, evaluation__signed_at__isnull=False, section=Section.LEFT.value
    )
    carried = {one.point_id: one for one in CarriedPoint.objects.filter(season=season)}
    return [LeftOver(point, carried.get(point.pk)) for point in points.order_by("position")]


def signed_evaluations(seasons: Iterable[int]) -> set[int]:
    """Of these seasons, by key, those whose evaluation is signed."""
    signed = Evaluation.objects.filter(season__in=list(seasons), signed_at__isnull=False)
    return set(signed.values_list("season", flat=True))
