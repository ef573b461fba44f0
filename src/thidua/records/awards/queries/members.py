"""A unit's people on 31 December of each year, and what stands in their records of it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from thidua.core.law.history import Level, Members
from thidua.records.awards.models import Discipline, Honour, Rating, known_on
from thidua.records.directory.models import Post, Unit

ADVANCED = ("LDTT", "CSTT")
FIGHTERS = ("CSTDCS",)
LIGHT = (Discipline.Degree.PENDING, Discipline.Degree.REPRIMAND)
People = Collection[int]


def members_by_year(line: Iterable[Unit], *, on: date | None = None) -> dict[int, Members]:
    """For the years of which anything stands in the records of the unit's people, but for what was decided after `on`.

    What they were is known of a year for which each of them was rated, or looked at and not rated; else only how many
    there were.
    """
    posts = _posts_in(line)
    people = {post.person_id for post in posts}
    rated: dict[int, dict[int, Level]] = defaultdict(dict)
    ratings = Rating.objects.filter(known_on(on), person__in=people)
    for person, year, level in ratings.values_list("person", "year", "level"):
        rated[year][person] = Level[level]
    known = Known(_titled(people, ADVANCED, on), _titled(people, FIGHTERS, on), _warned(people, on))
    rolls = {year: on_the_roll(posts, date(year, 12, 31)) for year in sorted(rated)}
    return {year: known.of(year, roll, rated[year]) for year, roll in rolls.items() if roll}


@dataclass(frozen=True)
class Known:
    """By year who has the title; the disciplines that weigh."""

    advanced: dict[int, set[int]]
    fighters: dict[int, set[int]]
    warned: list[Discipline]

    def of(self, year: int, roll: set[int], rated: dict[int, Level]) -> Members:
        if roll - rated.keys():
            return Members(len(roll))
        return Members(
            len(roll),
            complete=sum(rated[one] >= Level.HT for one in roll),
            advanced=len(roll & self.advanced[year]),
            fighters=len(roll & self.fighters[year]),
            warned=len({one.person_id for one in self.warned if one.from_on.year == year} & roll),
        )


def _posts_in(line: Iterable[Unit]) -> list[Post]:
    """Posts in the units and in all below them, whenever they were held."""
    below = Q(unit__in=[])
    for unit in line:
        below |= Q(unit__path__startswith=unit.path)
    return list(Post.objects.filter(below))


def on_the_roll(posts: Iterable[Post], day: date) -> set[int]:
    """Whoever came less than six months before is not counted. Source: docs/law.md."""
    came: dict[int, date] = {}
    there: set[int] = set()
    for post in posts:
        came[post.person_id] = min(came.get(post.person_id, date.max), post.from_on or date.min)
        if (post.from_on is None or post.from_on <= day) and (post.until_on is None or day <= post.until_on):
            there.add(post.person_id)
    return {person for person in there if came[person] <= date(day.year, 7, 1)}


def _titled(people: People, codes: Collection[str], on: date | None) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    held = Honour.objects.filter(known_on(on), person__in=people, award__in=codes, year__isnull=False)
    for honour in held:
        if honour.year is not None and honour.person_id is not None:
            found[honour.year].add(honour.person_id)
    return found


def _warned(people: People, on: date | None) -> list[Discipline]:
    return list(Discipline.objects.filter(known_on(on), person__in=people).exclude(degree__in=LIGHT))
