"""Those of a sweep for whom some award lies within reach, in the order of the directory, each with what lacks."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from django.urls import reverse

from thidua.base.law import law, register
from thidua.core.law.history import Asked, History, Kind
from thidua.core.law.shelf import WITHIN_REACH
from thidua.figures.sweeps import Scope, Sweeping, Swept
from thidua.pages.law.standing import Standing, standings
from thidua.records.awards.queries.history import histories_of_people, histories_of_units
from thidua.records.awards.queries.remits import road_gone, roads_of_paths
from thidua.records.directory.models import Person, Post, Unit
from thidua.records.directory.queries import posts_below

READ_AT_ONCE = 500


@dataclass(frozen=True)
class Within:
    """A person, by the post held on the day, or a unit, with the awards within reach."""

    who: Person | Unit
    place: str
    found: tuple[Standing, ...]

    @property
    def name(self) -> str:
        return self.who.full_name if isinstance(self.who, Person) else self.who.in_place

    @property
    def href(self) -> str:
        """Where all awards stand for them; `/CODE` after it leads to one."""
        if isinstance(self.who, Person):
            return reverse("person_standing", args=(self.who.public_id,))
        return reverse("unit_standing", args=(self.who.slug,))


def in_order(unit: Unit, sweeping: Sweeping, swept: Swept, award: str) -> list[int]:
    """The keys of those within reach."""
    wanted = set(swept.within_reach(award).tolist())
    if sweeping.kind is Kind.COLLECTIVE:
        units = Unit.objects.filter(Scope.of([unit]).below()).order_by("path").values_list("pk", flat=True)
        return [key for key in units if key in wanted]
    people = posts_below(unit, on=sweeping.asked.on).values_list("person", flat=True)
    return list(dict.fromkeys(key for key in people if key in wanted))


def explained(unit: Unit, sweeping: Sweeping, keys: Sequence[int], awards: Collection[str]) -> Iterator[Within]:
    """Each of them with what is within reach of these awards, and what lacks."""
    waiting, read = iter(keys), _units if sweeping.kind is Kind.COLLECTIVE else _people
    while some := list(islice(waiting, READ_AT_ONCE)):
        rows = read(unit, some, sweeping.asked)
        roads = roads_of_paths({row.path for row in rows})
        for row in rows:
            road = road_gone(roads[row.path], sweeping.road)
            found = standings(law(), register(), row.history, sweeping.asked, road)
            within = tuple(one for one in found if one.award.code in awards and one.shelf in WITHIN_REACH)
            yield Within(row.who, row.place, within)


class _Row(NamedTuple):
    """`path`: of the unit by whose road they go."""

    who: Person | Unit
    place: str
    path: str
    history: History


def _people(unit: Unit, keys: Sequence[int], asked: Asked) -> list[_Row]:
    posts: dict[int, Post] = {}
    for post in posts_below(unit, on=asked.on).filter(person__in=keys):
        posts.setdefault(post.person_id, post)
    histories = histories_of_people(keys, on=asked.on)
    held = [(posts[key].person, posts[key].unit, histories[key]) for key in keys]
    return [_Row(person, at.short_name, at.path, history) for person, at, history in held]


def _units(unit: Unit, keys: Sequence[int], asked: Asked) -> list[_Row]:
    units = Unit.objects.select_related("parent").in_bulk(list(keys))
    histories = histories_of_units(list(units.values()), asked)
    above = {key: one.parent.short_name if one.parent else "" for key, one in units.items()}
    return [_Row(units[key], above[key], units[key].path, histories[key]) for key in keys]
