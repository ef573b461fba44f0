"""Who may take returned files in, look at a run and undo it: whoever may enter for units what stands in them."""

from datetime import date

from thidua.core.actor import Actor
from thidua.core.answer import Answer, not_possible, require
from thidua.core.returned.forms import COMMITMENTS, RESULTS
from thidua.records.runs.models import Run
from thidua.records.runs.queries import run_at
from thidua.records.seasons import access
from thidua.records.seasons.models import BlocSeason

ENTERS = {RESULTS: "results.enter_on_behalf", COMMITMENTS: "commitments.enter_on_behalf"}


def may_import(by: Actor, kind: str, bloc: BlocSeason, *, on: date) -> Answer:
    """The grid's answer for entering on behalf of the bloc's units what forms of this kind hold."""
    return access.may(by, ENTERS[kind], season=bloc.season, bloc=bloc, on=on)


def may_drop(by: Actor, kind: str, part: str, bloc: BlocSeason, *, on: date) -> Answer:
    """The same, and for results whether the period has got so far that its forms are taken."""
    answer = may_import(by, kind, bloc, on=on)
    period = bloc.periods.filter(slug=part).first() if kind == RESULTS and answer.is_yes else None
    if period is None or on >= period.opens_on:
        return answer
    return not_possible("import.too_early", period=period.name, until=period.until_on, opens=period.opens_on)


def may_read_runs(by: Actor, bloc: BlocSeason, *, on: date) -> Answer:
    """The grid's answer for looking at what has come back from the bloc's units, at any stage."""
    return access.may(by, "imports.read", season=bloc.season, bloc=bloc, on=on)


def run_for(by: Actor, bloc: BlocSeason, public_id: str, *, on: date) -> Run:
    """A run about this bloc. Raises Unknown or NotPossible as the grid answers for reading runs."""
    require(may_read_runs(by, bloc, on=on))
    return run_at(public_id, within=bloc)
