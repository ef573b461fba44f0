"""From 2016 to 2026: new leaders, then the mergers of 2025, each by an act of its own."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from thidua.base.days import instant
from thidua.cli.founding.directory import former_post
from thidua.cli.founding.files import BUILDER, Cast, Event, day, named, rows, table
from thidua.core.actor import PostKind
from thidua.records.conduct.actions import reorganise_units
from thidua.records.directory.actions import appoint, end_post, keep_person, keep_unit, rename_unit
from thidua.records.directory.models import Unit
from thidua.records.directory.queries import leader_of
from thidua.records.directory.reorganising import Ground, NewLeader, NewUnit, Reorganising, merging

ONE_DAY = timedelta(days=1)


def events(cast: Cast) -> list[Event]:
    """Who came, on the first day of the post; every order on the morning after it took effect."""
    happening: list[Event] = []
    for place, row in enumerate(rows("newcomers")):
        at = instant(day(row["post_from"]), 8) + timedelta(seconds=place)
        happening.append((at, _comes(cast, row, at)))
    orders = table("orders")["orders"]
    first = instant(min(day(order["on"]) for order in orders), 8)
    happening += [(first, _kept(cast, unit, first)) for unit in table("orders")["others"]]
    for place, order in enumerate(orders, 1):
        at = instant(day(order["on"]) + ONE_DAY, 9) + timedelta(minutes=place)
        happening.append((at, (_renamed if "rename" in order else _merged)(cast, order, at)))
    last = instant(max(day(order["on"]) for order in orders) + ONE_DAY, 14)
    return [*happening, (last, _same_divisions(cast, last))]


def _comes(cast: Cast, row: dict[str, str], at: datetime) -> Callable[[], object]:
    """A new leader takes the place of the one before."""

    def come() -> object:
        code, unit, from_on = row["code"], cast.units[row["unit"]], day(row["post_from"])
        person = keep_person(
            full_name=row["name"], email=row["email"], is_made_up=True, by=BUILDER, at=at, key=named(f"person:{code}")
        )
        cast.people[code] = person
        before = leader_of(unit, on=from_on) if row["kind"] == PostKind.LEADER else None
        if before is not None:
            end_post(before, until_on=from_on - ONE_DAY, by=BUILDER, at=at, key=named(f"leaves:{code}"))
        former_post(row, person, unit, at)
        return appoint(
            person, unit=unit, kind=PostKind(row["kind"]), title=row["post"], from_on=from_on, until_on=None,
            by=BUILDER, at=at, key=named(f"post:{code}"),
        )  # fmt: skip

    return come


def _kept(cast: Cast, told: dict[str, str], at: datetime) -> Callable[[], object]:
    def keep() -> object:
        cast.units[told["code"]] = keep_unit(
            code=told["code"], slug=told["slug"], kind=told["kind"], name=told["name"], short_name=told["short_name"],
            label="", parent=_today(cast, told["parent"]) if told["parent"] else None, from_on=None, by=BUILDER, at=at,
            key=named(f"unit:{told['code']}"),
        )  # fmt: skip
        return cast.units[told["code"]]

    return keep


def _today(cast: Cast, code: str) -> Unit:
    """The unit as it stands now: others may have been hung under it since."""
    return Unit.objects.get(pk=cast.units[code].pk)


def _renamed(cast: Cast, order: dict[str, Any], at: datetime) -> Callable[[], object]:
    """A new name, and the leader's post called after it."""

    def rename() -> object:
        unit, on = _today(cast, order["rename"]), day(order["on"])
        if "leader" in order:
            _retitle(cast, unit, order["leader"], order["title"], on, at)
        return rename_unit(
            unit, name=order["name"], short_name=order["short_name"], label=order["label"], from_on=on,
            ground=_ground(order["by"]), seen_version=unit.version, by=BUILDER, at=at,
            key=named(f"rename:{order['rename']}"),
        )  # fmt: skip

    return rename


def _retitle(cast: Cast, unit: Unit, code: str, title: str, on: date, at: datetime) -> None:
    held = leader_of(unit, on=on)
    assert held is not None
    end_post(held, until_on=on - ONE_DAY, by=BUILDER, at=at, key=named(f"title:{code}:ends"))
    appoint(
        held.person, unit=unit, kind=PostKind.LEADER, title=title, from_on=on, until_on=None, by=BUILDER, at=at,
        key=named(f"title:{code}"),
    )  # fmt: skip


def _merged(cast: Cast, order: dict[str, Any], at: datetime) -> Callable[[], object]:
    def merge() -> object:
        units = tuple(_today(cast, code) for code in order["merge"])
        into = _found(order["found"], units[0]) if "found" in order else _today(cast, order["into"])
        leader = NewLeader(cast.people[order["leader"]], order["title"]) if "leader" in order else None
        plan = merging(
            units, into, on=day(order["on"]), ground=_ground(order["by"]), leader=leader,
            former_leaders_title=order.get("former", ""),
        )  # fmt: skip
        row = reorganise_units(plan, by=BUILDER, at=at, key=named(f"merge:{order['merge'][0]}"))
        if "found" in order:
            cast.units[order["found"]["code"]] = Unit.objects.get(code=order["found"]["code"])
        return row

    return merge


def _found(told: dict[str, str], like: Unit) -> NewUnit:
    return NewUnit(told["code"], told["slug"], like.kind, told["name"], told["short_name"], told["label"], like.parent)


def _ground(code: str) -> Ground:
    told = table("orders")["decisions"][code]
    return Ground(told["title"], told["number"], day(told["date"]), told["issuer"])


def _same_divisions(cast: Cast, at: datetime) -> Callable[[], object]:
    """Divisions of one name that the mergers have brought under one agency pass into the first of them."""

    def merge_all() -> object:
        on = at.date() - ONE_DAY
        for agency in Unit.objects.filter(precedents__isnull=False, dissolved_on=None).distinct().order_by("code"):
            alike: dict[str, list[Unit]] = defaultdict(list)
            for child in agency.children.filter(dissolved_on=None).order_by("pk"):
                alike[child.name].append(child)
            for name, same in alike.items():
                if len(same) > 1 and not agency.kind.startswith(("province", "city")):
                    _pass_into_first(agency, name, same, on, at)
        return None

    return merge_all


def _pass_into_first(agency: Unit, name: str, same: list[Unit], on: date, at: datetime) -> None:
    own = next((unit for unit in same if unit.code.startswith(f"{agency.code}.")), same[0])
    plan: Reorganising = merging(tuple(unit for unit in same if unit != own), own, on=on, ground=_ground("nq-202"))
    reorganise_units(plan, by=BUILDER, at=at, key=named(f"division:{own.code}"))
