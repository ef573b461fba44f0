"""Tasks that the level above has set: a day named in guidance received, for who heads and who serves the season."""

from collections.abc import Iterator
from datetime import timedelta

from thidua.core.answer import Sentence
from thidua.records.conduct.tasks.desk import Desk, Task
from thidua.records.seasons.queries.guidance import guidance_days

AHEAD = timedelta(days=21)


def tasks(desk: Desk) -> Iterator[Task]:
    """One query: days that are near, of the seasons that the actor keeps."""
    kept = {bloc.season_id: bloc.season for bloc in desk.kept}
    for day in guidance_days(kept.values()).filter(due_on__gte=desk.on, due_on__lte=desk.on + AHEAD):
        paper = day.guidance
        slugs = (paper.season.cluster.slug, paper.season.slug, paper.public_id)
        title = Sentence("task.guidance_day", what=day.what, number=paper.number)
        yield Task(day.due_on, title, Sentence("task.of_season", season=paper.season.name), "one_guidance", slugs)
