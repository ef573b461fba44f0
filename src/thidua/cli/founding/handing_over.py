"""The hand-over to the head of the next year: the list made and begun before the demo's day, signed after it."""

from functools import partial
from typing import Any

from thidua.base.days import local_day
from thidua.cli.founding.files import Cast, Event, day, moment, named, table
from thidua.core.workflow.handing_over import Reply, Side
from thidua.records.conduct import actions as acts
from thidua.records.conduct.models import Handover, HandoverItem
from thidua.records.papers.steps import Shown
from thidua.records.seasons.heading import Heading
from thidua.records.seasons.models import Season


def events(cast: Cast, season: Season) -> list[Event]:
    return [(moment(row["at"]), partial(_ACTS[row["act"]], cast, season, row)) for row in table("handover")["events"]]


def _told(cast: Cast, row: Any, side: Side, post: str = "serves") -> dict[str, Any]:
    """Who does it, when, under which key."""
    at, code = moment(row["at"]), table("handover")["people"][side][post]
    return {"by": cast.actor(code, local_day(at)), "at": at, "key": named(f"handover:{row['at']}")}


def _one(season: Season) -> Handover:
    return Handover.objects.get(season=season)


def _item(season: Season, row: Any) -> HandoverItem:
    return next(one for one in _one(season).items.all() if one.values.get("text") == row["text"])


def _prepare(cast: Cast, season: Season, row: Any) -> object:
    told = table("handover")
    code, ground = told["people"]["receiver"]["leads"], told["ground"]
    paper = Shown(ground["title"], ground["number"], day(ground["date"]))
    heading = Heading(cast.people[code], cast.units[code.split(":")[0]], paper)
    given = {"heading": heading, "due_on": day(told["due_on"]), **_told(cast, row, Side.GIVER, "leads")}
    return acts.prepare_handover(season, **given)


def _add(cast: Cast, season: Season, row: Any) -> object:
    return acts.add_thing(_one(season), text=row["text"], **_told(cast, row, Side.GIVER))


def _gather(cast: Cast, season: Season, row: Any) -> object:
    return acts.gather_again(_one(season), **_told(cast, row, Side.GIVER))


def _tick(cast: Cast, season: Season, row: Any) -> object:
    one, side = _one(season), Side(row["side"])
    picked = list(one.items.filter(kind__in=list(row["kinds"])).values_list("public_id", flat=True))
    return acts.tick_items(one, side=side, picked=picked, **_told(cast, row, side))


def _miss(cast: Cast, season: Season, row: Any) -> object:
    item = _item(season, row)
    said = {"reply": Reply.MISSING, "remark": row["remark"], "due_on": day(row["due_on"])}
    return acts.reply_to_item(item, seen_version=item.version, **said, **_told(cast, row, Side.RECEIVER))


def _sign(cast: Cast, season: Season, row: Any) -> object:
    one, side = _one(season), Side(row["side"])
    return acts.sign_handover(one, side=side, seen_version=one.version, **_told(cast, row, side, "leads"))


def _settle(cast: Cast, season: Season, row: Any) -> object:
    return acts.settle_item(_item(season, row), remark="", **_told(cast, row, Side.RECEIVER))


_ACTS = {
    "prepare": _prepare, "add": _add, "gather": _gather, "tick": _tick, "miss": _miss, "sign": _sign,
    "settle": _settle,
}  # fmt: skip
