"""Codes of the units, acts of their people by account or by code, what units declare, each on its own day."""

from collections.abc import Callable
from datetime import datetime, timedelta

from thidua.base.days import local_day
from thidua.cli.founding.files import Cast, Event, day, moment, named, rows, table
from thidua.core.actor import Actor, Channel
from thidua.core.workflow.participation import ActKind
from thidua.records.directory.models import Unit
from thidua.records.results.actions import participation as acts
from thidua.records.results.models import JoinCode, Participation
from thidua.records.results.told import ActTold, Claim, CodeAsked
from thidua.records.seasons.models import Campaign, Membership, Season

Row = dict[str, str]
IN_THE_AFTERNOON = timedelta(hours=7)


def events(cast: Cast, season: Season) -> list[Event]:
    """A code is made at nine, used in the afternoon, and what came by it is said whose it is at nine of a later day."""
    happening: list[Event] = []
    codes: dict[str, JoinCode] = {}
    for row in rows("join_codes"):
        at = moment(row["made_on"])
        happening.append((at, _made(cast, season, row, at, codes)))
    for place, row in enumerate(rows("participation")):
        happening += _act(cast, season, row, place, codes)
    for row in rows("declared"):
        at = moment(row["on"])
        happening.append((at, _declared(cast, season, row, at)))
    return happening


def _member(cast: Cast, season: Season, row: Row) -> Membership:
    found = Membership.objects.select_related("unit", "bloc_season")
    return found.get(bloc_season__season=season, unit=cast.units[row["unit"]])


def _officer(cast: Cast, member: Membership, at: datetime) -> Actor:
    post = member.unit.posts.filter(kind="officer", until_on=None).order_by("-pk").first()
    assert post is not None
    code = next(code for code, person in cast.people.items() if person.pk == post.person_id)
    return cast.actor(code, local_day(at))


def _campaign(season: Season, row: Row) -> Campaign:
    name = next(one["name"]["vi"] for one in table("movements")["campaigns"] if one["slug"] == row["campaign"])
    return Campaign.objects.get(season=season, name=name)


def _made(cast: Cast, season: Season, row: Row, at: datetime, codes: dict[str, JoinCode]) -> Callable[[], object]:
    def make() -> object:
        asked = CodeAsked(
            title=row["title"], kind=ActKind(row["kind"]), expires_on=day(row["expires_on"]),
            campaign=_campaign(season, row),
        )  # fmt: skip
        member = _member(cast, season, row)
        by = _officer(cast, member, at)
        codes[row["code"]] = acts.make_code(member, asked=asked, by=by, at=at, key=named(f"code:{row['code']}"))
        return codes[row["code"]]

    return make


def _act(cast: Cast, season: Season, row: Row, place: int, codes: dict[str, JoinCode]) -> list[Event]:
    at, key = moment(row["on"]) + IN_THE_AFTERNOON, named(f"act:{place}")
    sent: list[Participation] = []

    def enter() -> object:
        member = _member(cast, season, row)
        told = ActTold(
            kind=ActKind(row["kind"]), on=day(row["on"]), text=row["text"], unit=_place(cast, member, row, at),
            campaign=_campaign(season, row), name=row["name"] or cast.people[row["person"]].full_name,
        )  # fmt: skip
        if not row["code"]:
            by = cast.actor(row["person"], local_day(at))
            return acts.enter_own_act(member, told=told, by=by, at=at, key=key)
        by = Actor(token="public", name=told.name, channel=Channel.LINK)
        sender = f"{place:032}"  # every phone is another
        sent.append(acts.enter_by_code(codes[row["code"]], told=told, sender=sender, by=by, at=at, key=key))
        return sent[0]

    def decide() -> object:
        officer, after = _officer(cast, _member(cast, season, row), decided), f"{key}:decided"
        if row["reason"]:
            return acts.reject_acts(sent, because=row["reason"], by=officer, at=decided, key=after)
        person = cast.people[row["person"]] if row["person"] else None
        return acts.attribute_acts([Claim(sent[0], person)], by=officer, at=decided, key=after)

    if not row["counted_on"]:
        return [(at, enter)]
    decided = moment(row["counted_on"])
    return [(at, enter), (decided, decide)]


def _place(cast: Cast, member: Membership, row: Row, at: datetime) -> Unit:
    """Where the person works in the unit, or the place that was named."""
    if row["place"]:
        return cast.units[row["place"]]
    if row["person"]:
        for post in cast.actor(row["person"], local_day(at)).posts:
            if post.unit_path.startswith(member.unit.path):
                return Unit.objects.get(pk=post.unit)
    return member.unit


def _declared(cast: Cast, season: Season, row: Row, at: datetime) -> Callable[[], object]:
    def declare() -> object:
        member = _member(cast, season, row)
        return acts.declare_total(
            member, people=int(row["people"]), on=day(row["on"]), campaign=None, note=row["note"],
            by=_officer(cast, member, at), at=at, key=named(f"declared:{row['unit']}:{row['on']}"),
        )  # fmt: skip

    return declare
