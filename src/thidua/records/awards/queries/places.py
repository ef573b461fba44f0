"""To which units a record belongs: those whose people keep it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import QuerySet

from thidua.base.prepared import prepared
from thidua.records.directory.models import Person, Post, Unit
from thidua.records.directory.queries.descent import units_today

Whose = Person | Unit


def places_of(whose: Whose, *, on: date) -> frozenset[int]:
    """Keys of the unit and all above it, and of those that took over from it; of a person where the person works,
    else where the person last did."""
    return places_of_each([whose], on=on)[whose]


def places_of_each(records: Collection[Whose], *, on: date) -> dict[Whose, frozenset[int]]:
    """The same for many records; two queries, whatever their number."""
    worked = workplaces([one.pk for one in records if isinstance(one, Person)], on)
    units = {one: [one] if isinstance(one, Unit) else worked[one.pk] for one in records}
    heirs = units_today(unit for each in units.values() for unit in each)
    return {
        one: frozenset().union(*(_around(unit, *heirs.get(unit.pk, [])) for unit in each))
        for one, each in units.items()
    }


def _around(*units: Unit) -> set[int]:
    return {int(part) for unit in units for part in unit.path.strip("/").split("/")}


def workplaces(people: Collection[int], on: date) -> dict[int, list[Unit]]:
    """By key of the person: where they work on a day, else where they last did."""
    posts: dict[int, list[Post]] = defaultdict(list)
    for post in _posts(people=sorted(people)):
        posts[post.person_id].append(post)
    return {person: [post.unit for post in _held(posts[person], on)] for person in people}


@prepared
def _posts(*, people: list[int]) -> QuerySet[Post]:
    return Post.objects.filter(person__in=people).select_related("unit")


def _held(posts: Iterable[Post], on: date) -> list[Post]:
    """Those of the day, else the one that ended last."""
    posts = list(posts)
    now = [post for post in posts if (post.from_on or on) <= on <= (post.until_on or on)]
    return now or sorted(posts, key=lambda post: post.until_on or date.max)[-1:]
