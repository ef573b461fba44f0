"""Whether a bloc may step on: who may move it, which stage comes next, what is still missing."""

from datetime import date

from thidua.core.actor import Actor
from thidua.core.answer import YES, Answer, Sentence, not_possible
from thidua.core.workflow.stages import Stage, next_stage
from thidua.records.seasons import access
from thidua.records.seasons.models import BlocSeason

# The stage *signed* is entered by closing the signing of the pact, an act of its own.
ENTERED_BY_ANOTHER_ACT = frozenset({Stage.SIGNED})
# What comes after these needs scores, a council and decisions; a bloc waits here for them.
LAST_OPEN = Stage.RUNNING


def may_move(actor: Actor, bloc: BlocSeason, to: Stage, *, on: date) -> Answer:
    """Yes, or why the bloc stays where it is."""
    answer = access.may(actor, "season.move_stage", season=bloc.season, bloc=bloc, on=on)
    if not answer.is_yes:
        return answer
    following = next_stage(bloc.at_stage, bloc.stages_left_out)
    if to is not following:
        return not_possible("stage.not_next", stage=Sentence(f"stage.{to}"), now=Sentence(f"stage.{bloc.at_stage}"))
    if to in ENTERED_BY_ANOTHER_ACT:
        return not_possible("stage.by_signing")
    if bloc.at_stage is Stage.PLANNED and not bloc.season.motto:
        return not_possible("stage.needs_motto")
    if bloc.at_stage is LAST_OPEN:
        return not_possible("stage.needs_scores")
    return YES
