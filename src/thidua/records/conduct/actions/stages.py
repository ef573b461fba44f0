"""Stage changes: a bloc steps to the next stage of its year once what that stage needs is in."""

from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import require
from thidua.core.workflow.stages import Stage
from thidua.records.conduct.access import may_move
from thidua.records.conduct.queries.baselines import continued_baselines
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.results.steps.reports import open_reports
from thidua.records.scores.steps.cards import open_cards
from thidua.records.seasons.models import BlocSeason
from thidua.records.seasons.steps.commitments import open_commitments, write_last_year
from thidua.records.seasons.steps.frame import enter_stage
from thidua.records.seasons.steps.locks import hold_blocs


@act
def move_stage(bloc: BlocSeason, *, to: Stage, by: Actor, at: datetime, key: str) -> BlocSeason:
    """The bloc enters its next stage.

    Entering *launched* opens each unit's reports: results may be typed from the first day of the bloc's year.
    Entering *registering* opens each unit's sheet of commitments, with last year's results where indicators go on;
    entering *self_scoring* each unit's score card, filled in from signed results.

    Raises NotPossible if `to` is not the next stage, or with what is still missing.
    """
    hold_blocs([bloc.pk])
    bloc = BlocSeason.objects.select_related("season__cluster", "bloc").get(pk=bloc.pk)
    require(may_move(by, bloc, to, on=local_day(at)))
    before = bloc.stage
    enter_stage(bloc, to, at=at)
    if to is Stage.LAUNCHED:
        open_reports(bloc)
    if to is Stage.REGISTERING:
        open_commitments(bloc)
        write_last_year(bloc, continued_baselines(bloc))
    if to is Stage.SELF_SCORING:
        open_cards(bloc)
    record("bloc.stage_entered", by=by, at=at, subjects=[bloc, bloc.season], body={"before": before, "after": to.value})
    return bloc
