"""The histories of many units at once, as `unit_history` has that of one; with the members of one year only."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Q

from thidua.core.law.history import Asked, History, Level, Members
from thidua.core.law.years import Years, only, union
from thidua.records.awards.models import Fact, Honour, Rating, known_on
from thidua.records.awards.queries.members import (
    ADVANCED,
    FIGHTERS,
    Held,
    Known,
    on_the_roll,
    posts_held,
    titled,
    warned,
)
from thidua.records.awards.queries.unit_history import OfLine, first_places, history_out_of
from thidua.records.directory.models import Succession, Unit, UnitName

Keys = Collection[int]
Lines = Mapping[int, frozenset[int]]  # by unit: itself and those out of which it came
E = TypeVar("E", Rating, Honour, Fact)


def histories_of_units(units: Collection[Unit], asked: Asked) -> dict[int, History]:
    """By key of the unit; twelve queries, whatever their number."""
    came = _came(asked.on)
    lines = {unit.pk: _line_of(unit.pk, came.before) for unit in units}
    everyone = frozenset().union(*lines.values())
    ratings, honours = _of(Rating, everyone, asked.on), _of(Honour, everyone, asked.on)
    facts = _of(Fact, everyone, asked.on)
    led, members = _led(everyone, asked.on), _members(lines, asked)
    always_there = frozenset(UnitName.objects.filter(from_on=None).values_list("unit", flat=True))
    return {
        unit.pk: history_out_of(
            unit,
            OfLine(
                _in_line(ratings, lines[unit.pk]),
                _in_line(honours, lines[unit.pk]),
                _in_line(facts, lines[unit.pk]),
                own_led=led.get(unit.pk, 0),
                led=union(led.get(one, 0) for one in lines[unit.pk]),
                members={asked.year: members[unit.pk]} if unit.pk in members else {},
                founded_on=None if unit.pk in always_there else came.first_day.get(unit.pk),
                succeeded=unit.pk in came.succeeded,
            ),
        )
        for unit in units
    }


@dataclass(frozen=True)
class _Came:
    """Out of which units each came, one step back; the first day of those that came out of units which ended, and from
    which of these another took over."""

    before: Mapping[int, set[int]]
    first_day: Mapping[int, date]
    succeeded: Collection[int]


def _came(on: date) -> _Came:
    before: dict[int, set[int]] = defaultdict(set)
    first_day: dict[int, date] = {}
    succeeded: set[int] = set()
    rows = Succession.objects.filter(reorganisation__annulled_at=None, successor__isnull=False)
    for old, new, day, ended in rows.values_list("predecessor", "successor", "reorganisation__on", "predecessor_ended"):
        if ended:
            first_day[new] = min(day, first_day.get(new, day))
        if ended and old != new:
            succeeded.add(old)
        if day <= on and old != new:
            before[new].add(old)
    return _Came(before, first_day, succeeded)


def _line_of(unit: int, before: Mapping[int, set[int]]) -> frozenset[int]:
    found, waiting = {unit}, [unit]
    while waiting:
        earlier = before.get(waiting.pop(), set()) - found
        found |= earlier
        waiting += earlier
    return frozenset(found)


def _of(kind: type[E], units: Keys, on: date) -> dict[int, list[E]]:
    found: dict[int, list[E]] = defaultdict(list)
    rows: Iterable[E] = kind._default_manager.filter(known_on(on), unit__isnull=False)
    for row in rows:
        if row.unit_id is not None and row.unit_id in units:
            found[row.unit_id].append(row)
    return found


def _in_line(entries: Mapping[int, list[E]], line: frozenset[int]) -> list[E]:
    return [one for unit in sorted(line) for one in entries.get(unit, ())]


def _led(units: Keys, on: date) -> dict[int, Years]:
    found: dict[int, Years] = defaultdict(int)
    rows = first_places(on).values_list("membership__unit", "membership__bloc_season__season__emulation_year")
    for unit, year in rows:
        found[unit] |= only(year)
    return found


def _members(lines: Lines, asked: Asked) -> dict[int, Members]:
    """Of those of whose people anything stands in a record of that year."""
    posts = _posts_by_unit(lines)
    decided, year, day = known_on(asked.on), asked.year, date(asked.year, 12, 31)
    ratings = Rating.objects.filter(decided, year=year, person__isnull=False).order_by()
    rated = {person: Level[level] for person, level in ratings.values_list("person", "level")}
    of_year = decided & Q(year=year)
    known = Known(titled(of_year, ADVANCED), titled(of_year, FIGHTERS), warned(decided & Q(from_on__year=year)))
    return {
        unit: known.of(year, roll, rated)
        for unit, held in posts.items()
        if any(post.person in rated for post in held) and (roll := on_the_roll(held, day))
    }


def _posts_by_unit(lines: Lines) -> dict[int, list[Held]]:
    """Of each unit the posts in its line and below, whenever they were held."""
    standing_for: dict[int, list[int]] = defaultdict(list)
    for unit, line in lines.items():
        for one in line:
            standing_for[one].append(unit)
    above = {key: [int(part) for part in path.strip("/").split("/")] for key, path in _paths()}
    counted_for = {
        key: frozenset(unit for part in parts for unit in standing_for.get(part, ())) for key, parts in above.items()
    }
    found: dict[int, list[Held]] = defaultdict(list)
    below = [key for key, units in counted_for.items() if units]
    everywhere = len(below) == len(counted_for)
    for post in posts_held(Q() if everywhere else Q(unit__in=below)):
        for unit in counted_for.get(post.unit, ()):
            found[unit].append(post)
    return found


def _paths() -> Iterable[tuple[int, str]]:
    return Unit.objects.values_list("pk", "path")
