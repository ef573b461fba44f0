"""Papers of the level above, entered by the secretariat on the day on which the season is planned."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from thidua.cli.founding.files import Cast, Event, day, moment, named, table
from thidua.records.seasons.actions.guidance import Quota, Received, keep_guidance
from thidua.records.seasons.models import Season


def events(cast: Cast, season: Season) -> list[Event]:
    """What had come before the season was planned is entered then, the rest on the day after it came."""
    told = table("guidance")
    planned = moment(table("stages")["stages"]["so-tu-phap"]["planned"])
    events: list[Event] = []
    for place, one in enumerate([*told["guidance"], *told["made_up_guidance"]]):
        came = moment(one.get("received_on", one["date"])) + timedelta(days=1)
        at = max(came, planned + timedelta(hours=1, minutes=place))
        events.append((at, _kept(cast, season, one, at)))
    return events


def _kept(cast: Cast, season: Season, one: dict[str, Any], at: datetime) -> Callable[[], object]:
    secretary = table("season")["roles"]["secretariat"][0]
    return lambda: keep_guidance(
        season,
        received=Received(
            number=one["number"],
            dated_on=day(one["date"]),
            issuer=cast.units[one["issued_by"]].name,
            title=one["title"],
            received_on=day(one["received_on"]) if "received_on" in one else None,
            days=tuple((each["what"], day(each["on"])) for each in one.get("days", ())),
            quotas=tuple(Quota(each["what"], each.get("most"), each.get("percent")) for each in one.get("quotas", ())),
        ),
        by=cast.actor(secretary, at.date()),
        at=at,
        key=named(f"guidance:{one['number']}"),
    )
