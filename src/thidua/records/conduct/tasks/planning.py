"""Tasks of a year that is being begun: indicators to be planned, the plan's number to be written, units not yet in."""

from collections.abc import Iterator

from thidua.core.answer import Sentence
from thidua.core.workflow.papers import PaperState
from thidua.core.workflow.stages import Stage
from thidua.records.conduct.access import readiness_of
from thidua.records.conduct.official import address_of
from thidua.records.conduct.tasks.desk import Desk, Task
from thidua.records.papers.models import OfficialPaper
from thidua.records.seasons.models import BlocSeason, Season
from thidua.records.seasons.queries.invitations import units_still_out

BEGINNING = frozenset({Stage.PLANNED, Stage.LAUNCHED, Stage.REGISTERING})
PLAN = "ke-hoach"


def tasks(desk: Desk) -> Iterator[Task]:
    """Three queries at most, none once no season begins."""
    blocs = [bloc for bloc in desk.kept if bloc.at_stage in BEGINNING]
    yield from _indicators(desk, [bloc for bloc in blocs if bloc.at_stage is Stage.PLANNED])
    yield from _plans(desk, {bloc.season.public_id: bloc for bloc in blocs if desk.may("papers.issue", bloc)})
    yield from _units(desk, {bloc.season_id: bloc for bloc in blocs if desk.may("accounts.invite", bloc)})


def _indicators(desk: Desk, planned: list[BlocSeason]) -> Iterator[Task]:
    planned = [bloc for bloc in planned if desk.may("season.plan", bloc)]
    ready = readiness_of(planned) if planned else {}
    for bloc in planned:
        if not ready[bloc.pk].indicators:
            due = desk.due_on(bloc, "registration")
            yield desk.task(due, Sentence("task.plan_indicators"), bloc, "plan_indicators")


def _plans(desk: Desk, kept: dict[str, BlocSeason]) -> Iterator[Task]:
    """The plan that was drafted and has gone round on paper: one that was returned or signed here has its own task."""
    if not kept:
        return
    drafts = OfficialPaper.objects.filter(frame__in=kept, code=PLAN, subject__in=kept, returned_because="")
    for paper in drafts.filter(state=PaperState.DRAFT.value):
        season = kept[paper.frame].season
        yield _of_season(season, Sentence("task.number_plan"), "season_paper", *address_of(paper, season)[2:])


def _units(desk: Desk, kept: dict[int, BlocSeason]) -> Iterator[Task]:
    for pk, count in (units_still_out(kept, on=desk.on) if kept else {}).items():
        yield _of_season(kept[pk].season, Sentence("task.units_out", count=count), "unit_invitations")


def _of_season(season: Season, title: Sentence, place: str, *more: str) -> Task:
    about = Sentence("task.of_season", season=season.name)
    return Task(None, title, about, place, (season.cluster.slug, season.slug, *more))
