"""What was left by the founding season, answered in the plan of 2026."""

from collections.abc import Callable
from datetime import datetime

from thidua.base.days import local_day
from thidua.cli.founding.files import Cast, Event, moment, named, table
from thidua.core.workflow.evaluating import Uptake
from thidua.records.conduct.actions import answer_left_over
from thidua.records.conduct.queries.year_end import left_over
from thidua.records.seasons.models import Season


def events(cast: Cast, season: Season) -> list[Event]:
    """The secretariat answers on the morning after the season is planned."""
    at = moment(table("carried")["answered"])
    return [(at, _answered(cast, season, place, at)) for place in range(len(table("carried")["answers"]))]


def _answered(cast: Cast, season: Season, place: int, at: datetime) -> Callable[[], object]:
    def answer() -> object:
        told, point = table("carried")["answers"][place], left_over(season)[place].point
        by = cast.actor(table("season")["roles"]["secretariat"][0], local_day(at))
        return answer_left_over(
            season, point, uptake=Uptake(told["uptake"]), text=told["text"], seen_version=0, by=by, at=at,
            key=named(f"left-over:{place}"),
        )  # fmt: skip

    return answer
