"""The task of moving a bloc on, once its next stage has what it needs."""

from collections.abc import Iterator
from datetime import timedelta

from thidua.core.answer import Sentence
from thidua.core.workflow.stages import Stage, next_stage
from thidua.records.conduct.access import readiness_of, what_stops
from thidua.records.conduct.tasks.desk import Desk, Task
from thidua.records.seasons.models import Milestone

# The day by which the stage must have been entered: what is due then is done in it, or needs it.
ENTERED_BY = {
    Stage.SELF_SCORING: Milestone.Kind.SELF_SCORE,
    Stage.VERIFYING: Milestone.Kind.VERIFICATION,
    Stage.REVIEWING: Milestone.Kind.RANKING,
}
ASKED_BEFORE = timedelta(days=30)  # a stage that is due later still is nobody's task yet


def tasks(desk: Desk) -> Iterator[Task]:
    """One query for all kept blocs."""
    kept = [bloc for bloc in desk.kept if desk.may("season.move_stage", bloc)]
    ready = readiness_of(kept)
    for bloc in kept:
        following = next_stage(bloc.at_stage, bloc.stages_left_out)
        if following is None or not what_stops(bloc, following, ready[bloc.pk]).is_yes:
            continue
        due = desk.due_on(bloc, ENTERED_BY.get(following, ""))
        if due is None or due - desk.on <= ASKED_BEFORE:
            title = Sentence("task.move_stage", stage=Sentence(f"stage.{following}"))
            yield desk.task(due, title, bloc, "bloc")
