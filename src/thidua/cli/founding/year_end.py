"""The year's end: the evaluation drafted by the level above, for the visitor to sign."""

from collections.abc import Callable
from datetime import datetime

from thidua.base.days import local_day
from thidua.cli.founding.files import Cast, Event, moment, named, table
from thidua.core.workflow.evaluating import Section
from thidua.records.conduct.actions import save_evaluation
from thidua.records.conduct.evaluating import Said
from thidua.records.seasons.models import Season


def events(cast: Cast, season: Season) -> list[Event]:
    """On the morning on which the rankings are locked."""
    at = moment(table("evaluation")["drafted"])
    return [(at, _drafted(cast, season, at))]


def _drafted(cast: Cast, season: Season, at: datetime) -> Callable[[], object]:
    told = table("evaluation")
    said = Said(told["rating"], {one: tuple(told["points"][one.value]) for one in Section}, told["number"])
    by = cast.actor(told["by"], local_day(at))
    return lambda: save_evaluation(season, said=said, seen_version=0, by=by, at=at, key=named("evaluation"))
