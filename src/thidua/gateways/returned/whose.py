"""Whose a row of a register is: people and units by the names that offices write, and who is nearest."""

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from functools import cached_property

from thidua.core.answer import Sentence
from thidua.core.texts import folded
from thidua.records.awards.queries.registers import people_named, units_named
from thidua.records.awards.told import Whose
from thidua.records.directory.models import Person, Unit

TITLES = re.compile(r"^(?:(?:ông|bà|đồng chí|đ/c|đc|anh|chị|ths|ts)\.?\s+)+", re.IGNORECASE)
IN_BRACKETS = re.compile(r"^(.*\S)\s*\(([^()]+)\)$")
NEAREST, ALIKE = 3, 0.7


class Known:
    """Who may stand in the register of one unit: its people, the unit itself and the units below it."""

    def __init__(self, unit: Unit, on: date) -> None:
        self.unit, self.on = unit, on

    def find(self, name: str, place: str) -> Whose | Sentence:
        """The person or unit that a cell means; else a sentence that says why not, and whom it may mean."""
        bare, hint = _parted(name, place)
        if (unit := self._units.get(bare)) is not None:
            return unit
        own = self._own.get(bare, [])
        if len(own) > 1:
            own = [one for one in own if self._is_at(one, hint)] if hint else own
        if len(own) == 1:
            return own[0]
        if len(own) > 1 or bare in self._own:
            named = own or self._own[bare]
            return Sentence("register.two_of_a_name", name=name, places=tuple(self.at(one) for one in named))
        if bare in self._gone:
            return Sentence("register.works_elsewhere", name=name, place=self.at(self._gone[bare]))
        return self._unknown(name, bare)

    def at(self, person: Person) -> str:
        """Where a person works, or last did."""
        posts = sorted(person.posts.all(), key=lambda one: (one.until_on or date.max, one.from_on or date.min))
        return posts[-1].unit.short_name if posts else ""

    def _unknown(self, name: str, bare: str) -> Sentence:
        names = {**{key: self._label(people[0]) for key, people in self._own.items()}, **self._unit_names}
        near = tuple(dict.fromkeys(names[one] for one in get_close_matches(bare, names, n=NEAREST, cutoff=ALIKE)))
        key = "register.unknown_with_near" if near else "register.unknown"
        return Sentence(key, name=name, unit=self.unit.short_name, near=near)

    def _label(self, person: Person) -> str:
        return f"{person.full_name} ({self.at(person)})"

    def _is_at(self, person: Person, hint: str) -> bool:
        places = [folded(text) for one in person.posts.all() for text in (one.unit.name, one.unit.short_name)]
        return any(hint in place or place in hint for place in places)

    @cached_property
    def _people(self) -> tuple[list[Person], list[Person]]:
        return people_named(self.unit, on=self.on)

    @cached_property
    def _own(self) -> dict[str, list[Person]]:
        found: dict[str, list[Person]] = defaultdict(list)
        for person in self._people[0]:
            found[person.folded].append(person)
        return dict(found)

    @cached_property
    def _gone(self) -> dict[str, Person]:
        return {person.folded: person for person in self._people[1]}

    @cached_property
    def _units(self) -> dict[str, Unit]:
        units = units_named(self.unit)
        return {folded(text): one for one in reversed(units) for text in (one.in_place, one.short_name, one.name)}

    @cached_property
    def _unit_names(self) -> dict[str, str]:
        return {name: one.name for name, one in self._units.items()}


def label_of(person: Person, place: str, taken: Sequence[str]) -> str:
    """A person's name as our form offers it: with the place where another one is called the same."""
    return f"{person.full_name} ({place})" if taken.count(person.folded) > 1 else person.full_name


def _parted(name: str, place: str) -> tuple[str, str]:
    """The bare name and the hint where the person works: in brackets behind the name, else of its own column."""
    name = TITLES.sub("", name.strip())
    brackets = IN_BRACKETS.match(name)
    if brackets:
        name, place = brackets[1], brackets[2]
    return " ".join(folded(name).split()), " ".join(folded(place).split())
