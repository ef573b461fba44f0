"""Youth chapters written down by their units' leaders, and what they did, told by their secretaries on those days."""

from collections.abc import Callable
from datetime import datetime, timedelta

from thidua.base.days import local_day
from thidua.cli.founding.files import Cast, Event, day, moment, named, rows, table
from thidua.records.accounts.queries import actor_as_person
from thidua.records.directory.models import YouthChapter
from thidua.records.directory.queries import leader_of
from thidua.records.directory.queries.chapters import secretary_of
from thidua.records.results.actions import chapters as acts
from thidua.records.results.told import ActivityTold
from thidua.records.seasons.models import Campaign, Membership, Season

Row = dict[str, str]
IN_THE_EVENING = timedelta(hours=9)


def events(cast: Cast, season: Season) -> list[Event]:
    happening: list[Event] = []
    for row in rows("chapters"):
        at = moment(row["kept_on"])
        happening.append((at, _kept(cast, season, row, at)))
    for row in rows("chapter_activities"):
        at = moment(row["on"]) + IN_THE_EVENING
        happening.append((at, _done(cast, season, row, at)))
    return happening


def _member(cast: Cast, season: Season, row: Row) -> Membership:
    found = Membership.objects.select_related("unit", "bloc_season")
    return found.get(bloc_season__season=season, unit=cast.units[row["unit"]])


def _kept(cast: Cast, season: Season, row: Row, at: datetime) -> Callable[[], object]:
    def keep() -> object:
        member, on = _member(cast, season, row), local_day(at)
        leader = leader_of(member.unit, on=on)
        assert leader is not None
        return acts.keep_chapter(
            member, unit=member.unit, name=row["name"], secretary=cast.people[row["secretary"]],
            members=int(row["members"]), founded_on=on, by=actor_as_person(leader.person, on=on), at=at,
            key=named(f"chapter:{row['unit']}"),
        )  # fmt: skip

    return keep


def _done(cast: Cast, season: Season, row: Row, at: datetime) -> Callable[[], object]:
    key = named(f"activity:{row['unit']}:{row['on']}")

    def note() -> object:
        member, on = _member(cast, season, row), local_day(at)
        chapter = YouthChapter.objects.filter(unit=member.unit).earliest("pk")
        secretary = secretary_of(chapter, on=on)
        assert secretary is not None
        by = actor_as_person(secretary, on=on)
        told = ActivityTold(
            title=row["title"], on=day(row["on"]), place=row["place"], people=int(row["people"]), text=row["text"],
            campaign=_campaign(season, row) if row["campaign"] else None,
        )  # fmt: skip
        activity = acts.note_activity(chapter, member=member, told=told, by=by, at=at, key=key)
        known = [cast.people[code].full_name for code in row["present"].split(";")]
        names = [*known, *filter(None, row["names"].split(";"))]
        return acts.note_attendance(activity, names=names, by=by, at=at, key=f"{key}:there")

    return note


def _campaign(season: Season, row: Row) -> Campaign:
    name = next(one["name"]["vi"] for one in table("movements")["campaigns"] if one["slug"] == row["campaign"])
    return Campaign.objects.get(season=season, name=name)
