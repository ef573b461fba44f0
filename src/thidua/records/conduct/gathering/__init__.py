"""What a season has to hand over, gathered from all records."""

from datetime import date

from thidua.records.conduct.gathering import blocs, open_tasks, papers, people
from thidua.records.conduct.gathering.found import Found
from thidua.records.seasons.models import Season

__all__ = ["Found", "gathered"]


def gathered(season: Season, *, on: date) -> list[Found]:
    """A fixed number of queries for each bloc and conference, whatever the number of units."""
    its = list(season.blocs.select_related("bloc", "season__cluster").order_by("bloc__position", "pk"))
    found = [*papers.found(season)]
    for bloc in its:
        found += blocs.found(bloc)
    return [*found, *open_tasks.found(season, its), *people.found(season, its, on=on)]
