"""Tasks of a year's end: its evaluation, by the level above; the next season, by who runs this one."""

from collections import defaultdict
from collections.abc import Iterator

from thidua.core.answer import Sentence
from thidua.records.conduct.queries.year_end import seasons_followed, signed_evaluations
from thidua.records.conduct.tasks.desk import Desk, Task
from thidua.records.seasons.models import BlocSeason, Season

RUN_BY = {"head", "secretariat"}


def tasks(desk: Desk) -> Iterator[Task]:
    """No query while no season is ranked in all its blocs; then one for the evaluations, one for the seasons after."""
    ranked = ranked_seasons(desk)
    if not ranked:
        return
    signed = signed_evaluations(ranked)
    for season in ranked.values():
        if season.pk not in signed and "observer" in desk.roles[season.pk]:
            yield of_season(season, Sentence("task.evaluate"), "evaluation")
    run = [season for season in ranked.values() if desk.roles[season.pk] & RUN_BY]
    followed = seasons_followed(run) if run else set()
    for season in run:
        if season.pk not in followed:
            yield of_season(season, Sentence("task.next_season"), "next_season")


def of_season(season: Season, title: Sentence, place: str) -> Task:
    about = Sentence("task.of_season", season=season.name)
    return Task(None, title, about, place, (season.cluster.slug, season.slug))


def ranked_seasons(desk: Desk) -> dict[int, Season]:
    """The seasons at the desk, by key, of which every bloc has its ranking locked."""
    blocs: dict[int, list[BlocSeason]] = defaultdict(list)
    for bloc in desk.blocs.values():
        blocs[bloc.season_id].append(bloc)
    return {
        season: found[0].season
        for season, found in blocs.items()
        if all(getattr(bloc, "ranking", None) is not None for bloc in found)
    }
