"""The year's end: the evaluation drafted by the level above, signed after the demo's day."""

from collections.abc import Callable
from datetime import datetime

from thidua.base.days import local_day
from thidua.cli.founding.files import Cast, Event, moment, named, table
from thidua.core.workflow.evaluating import Section
from thidua.records.conduct.actions import save_evaluation, sign_evaluation
from thidua.records.conduct.evaluating import Said
from thidua.records.conduct.models import Evaluation
from thidua.records.seasons.models import Season


def events(cast: Cast, season: Season) -> list[Event]:
    """Drafted once the rankings are locked, so that the visitor signs."""
    drafted, signed = (moment(table("evaluation")[word]) for word in ("drafted", "signed"))
    return [(drafted, _drafted(cast, season, drafted)), (signed, _signed(cast, season, signed))]


def _drafted(cast: Cast, season: Season, at: datetime) -> Callable[[], object]:
    told = table("evaluation")
    said = Said(told["rating"], {one: tuple(told["points"][one.value]) for one in Section})
    return lambda: save_evaluation(
        season, said=said, seen_version=0, by=cast.actor(told["by"], local_day(at)), at=at, key=named("evaluation")
    )


def _signed(cast: Cast, season: Season, at: datetime) -> Callable[[], object]:
    def sign() -> object:
        one, by = Evaluation.objects.get(season=season), cast.actor(table("evaluation")["by"], local_day(at))
        return sign_evaluation(one, seen_version=one.version, by=by, at=at, key=named("evaluation:signed"))

    return sign
