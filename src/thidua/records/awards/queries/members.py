"""A unit's people on 31 December of each year, and what stands in their records of it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q

from thidua.core.law.history import Level, Members
from thidua.records.awards.models import Discipline, Honour, Rating, known_on
from thidua.records.directory.models import Person, Post, Unit
from thidua.records.directory.queries.descent import came_before

ADVANCED = ("LDTT", "CSTT")
FIGHTERS = ("CSTDCS",)
LIGHT = (Discipline.Degree.PENDING, Discipline.Degree.REPRIMAND)
IN_A_QUERY = 500
ByYear = Mapping[int, set[int]]  # keys of people


class Held(NamedTuple):
    """Of a post, by keys, what says who is on a roll: a country has millions."""

    unit: int
    person: int
    from_on: date | None
    until_on: date | None


def members_by_year(line: Iterable[Unit], *, on: date | None = None) -> dict[int, Members]:
    """For the years of which anything stands in the records of the unit's people, but for what was decided after `on`.

    What they were is known of a year for which each of them was rated, or looked at and not rated; else only how many
    there were. Five queries; the people are asked for by their posts, as there may be more than a query can name.
    """
    below = _below(line)
    people = Post.objects.filter(below).values("person")
    decided = known_on(on) & Q(person__in=people)
    rated: dict[int, dict[int, Level]] = defaultdict(dict)
    for person, year, level in Rating.objects.filter(decided).values_list("person", "year", "level"):
        rated[year][person] = Level[level]
    known = Known(titled(decided, ADVANCED), titled(decided, FIGHTERS), warned(decided))
    posts = posts_held(below)
    rolls = {year: on_the_roll(posts, date(year, 12, 31)) for year in sorted(rated)}
    return {year: known.of(year, roll, rated[year]) for year, roll in rolls.items() if roll}


@dataclass(frozen=True)
class NotRated:
    """Who of those on the roll on 31 December was neither rated of that year nor looked at; `first` of them by name."""

    on_the_roll: int
    count: int
    first: list[Person]


def not_rated_in(unit: Unit, year: int, *, most: int, on: date | None = None) -> NotRated:
    """Four queries; `most` are named."""
    below = _below([unit, *came_before(unit, on=on)])
    roll = on_the_roll(posts_held(below), date(year, 12, 31))
    people = Post.objects.filter(below).values("person")
    left = roll.difference(
        Rating.objects.filter(known_on(on), person__in=people, year=year).values_list("person", flat=True)
    )
    named = Person.objects.filter(pk__in=sorted(left)[:IN_A_QUERY]).order_by("name_key")
    return NotRated(len(roll), len(left), list(named[:most]))


@dataclass(frozen=True)
class Known:
    """By year who has the title, and on whom a discipline that weighs was laid."""

    advanced: ByYear
    fighters: ByYear
    warned: ByYear

    def of(self, year: int, roll: set[int], rated: Mapping[int, Level]) -> Members:
        if roll - rated.keys():
            return Members(len(roll))
        return Members(
            len(roll),
            complete=sum(rated[one] >= Level.HT for one in roll),
            advanced=len(roll & self.advanced.get(year, set())),
            fighters=len(roll & self.fighters.get(year, set())),
            warned=len(roll & self.warned.get(year, set())),
        )


def _below(line: Iterable[Unit]) -> Q:
    """Posts in the units and in all below them, whenever they were held.

    A unit may have come out of hundreds: SQLite takes no condition of so many parts, so they are looked up.
    """
    above = Unit.objects.filter(pk__in=[unit.pk for unit in line]).order_by()
    path = ExpressionWrapper(OuterRef("path"), output_field=Unit._meta.get_field("path"))
    return Q(unit__in=Unit.objects.filter(Exists(above.annotate(own=path).filter(own__startswith=F("path")))))


def posts_held(among: Q) -> list[Held]:
    rows = Post.objects.filter(among).order_by().values_list("unit", "person", "from_on", "until_on")
    return [Held(*row) for row in rows]


def on_the_roll(posts: Iterable[Held], day: date) -> set[int]:
    """Whoever came less than six months before is not counted. Source: docs/law.md."""
    came: dict[int, date] = {}
    there: set[int] = set()
    for post in posts:
        came[post.person] = min(came.get(post.person, date.max), post.from_on or date.min)
        if (post.from_on is None or post.from_on <= day) and (post.until_on is None or day <= post.until_on):
            there.add(post.person)
    return {person for person in there if came[person] <= date(day.year, 7, 1)}


def titled(among: Q, codes: Collection[str]) -> ByYear:
    """By the year reviewed, who of some people has one of these titles."""
    held = Honour.objects.filter(among, person__isnull=False, award__in=codes, year__isnull=False).order_by()
    return _by_year(held.values_list("year", "person"))


def warned(among: Q) -> ByYear:
    """By the year in which it began, on whom of some people a discipline that weighs was laid."""
    laid = Discipline.objects.filter(among).exclude(degree__in=LIGHT).order_by()
    return _by_year((day.year, person) for day, person in laid.values_list("from_on", "person"))


def _by_year(told: Iterable[tuple[int | None, int | None]]) -> ByYear:
    found: dict[int, set[int]] = defaultdict(set)
    for year, person in told:
        if year is not None and person is not None:
            found[year].add(person)
    return found
