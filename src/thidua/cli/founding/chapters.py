"""Youth chapters written down and changed by their units' leaders; what they did, told by their secretaries."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from thidua.base.days import local_day
from thidua.cli.founding.files import Cast, Event, day, moment, named, rows, table
from thidua.core.actor import Actor
from thidua.records.accounts.queries import actor_as_person
from thidua.records.directory.models import YouthChapter
from thidua.records.directory.queries import leader_of
from thidua.records.directory.queries.chapters import secretary_of
from thidua.records.results.actions import chapters as acts
from thidua.records.results.actions.activities import note_activity, note_attendance
from thidua.records.results.told import ActivityTold
from thidua.records.seasons.models import Campaign, Membership, Season

Row = dict[str, str]
IN_THE_EVENING = timedelta(hours=9)


def events(cast: Cast, season: Season) -> list[Event]:
    happening: list[Event] = []
    for row in rows("chapters"):
        at = moment(row["kept_on"])
        happening.append((at, _kept(cast, season, row, at)))
    for row in rows("chapter_changes"):
        at = moment(row["on"])
        happening.append((at, _changed(cast, season, row, at)))
    for row in rows("chapter_activities"):
        at = moment(row["on"]) + IN_THE_EVENING
        happening.append((at, _done(cast, season, row, at)))
    return happening


def _member(cast: Cast, season: Season, row: Row) -> Membership:
    found = Membership.objects.select_related("unit", "bloc_season")
    return found.get(bloc_season__season=season, unit=cast.units[row["unit"]])


def _kept(cast: Cast, season: Season, row: Row, at: datetime) -> Callable[[], object]:
    def keep() -> object:
        member = _member(cast, season, row)
        return acts.keep_chapter(
            member, unit=member.unit, name=row["name"], secretary=cast.people[row["secretary"]],
            members=int(row["members"]), founded_on=local_day(at), by=_leader(member, at), at=at,
            key=named(f"chapter:{row['slug']}"),
        )  # fmt: skip

    return keep


def _leader(member: Membership, at: datetime) -> Actor:
    leader = leader_of(member.unit, on=local_day(at))
    assert leader is not None
    return actor_as_person(leader.person, on=local_day(at))


def _changed(cast: Cast, season: Season, row: Row, at: datetime) -> Callable[[], object]:
    """Renamed; ended where there is no new name."""

    def change() -> object:
        member = _member(cast, season, row)
        chapter = YouthChapter.objects.get(unit=member.unit, name=row["chapter"])
        told: dict[str, Any] = {"member": member, "on": local_day(at), "because": row["because"]}
        told |= {"by": _leader(member, at), "at": at, "key": named(f"chapter:{row['chapter']}:{row['on']}")}
        if row["name"]:
            return acts.rename_chapter(chapter, name=row["name"], **told)
        return acts.end_chapter(chapter, **told)

    return change


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
        activity = note_activity(chapter, member=member, told=told, by=by, at=at, key=key)
        known = [cast.people[code].full_name for code in row["present"].split(";")]
        names = [*known, *filter(None, row["names"].split(";"))]
        return note_attendance(activity, names=names, by=by, at=at, key=f"{key}:there")

    return note


def _campaign(season: Season, row: Row) -> Campaign:
    name = next(one["name"]["vi"] for one in table("movements")["campaigns"] if one["slug"] == row["campaign"])
    return Campaign.objects.get(season=season, name=name)
