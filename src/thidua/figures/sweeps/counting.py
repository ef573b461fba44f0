"""Of how many people an award lies on which shelf: of all, and unit by unit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from thidua.core.law.shelf import Shelf
from thidua.core.law.sweep.shelves import NOWHERE, PLACES
from thidua.figures.sweeps.swept import Array, Swept

PLACES_IN_ALL = NOWHERE + 1


@dataclass(frozen=True)
class Tally:
    """Of how many people an award can be proposed, must be looked at, or is nearly within reach."""

    eligible: int
    to_look_at: int
    near: int

    @classmethod
    def of(cls, counts: Sequence[int]) -> "Tally":
        """Of the numbers of those on each shelf, in its place."""
        held = {shelf: counts[place] for shelf, place in PLACES.items()}
        return cls(held[Shelf.ELIGIBLE], held[Shelf.WARN] + held[Shelf.NOT_YET], held[Shelf.NEAR])

    @property
    def is_empty(self) -> bool:
        return not (self.eligible or self.to_look_at or self.near)


def tallies(swept: Swept) -> Iterator[tuple[str, Tally]]:
    """By award; those within nobody's reach are left out."""
    for award, shelves in swept.shelves.items():
        if not (tally := Tally.of(np.bincount(shelves, minlength=PLACES_IN_ALL).tolist())).is_empty:
            yield award, tally


@dataclass(frozen=True)
class Grouped:
    """The people of a sweep unit by unit, each once in each: found once, to be counted for any number of awards.

    Row by row the place of the unit among `units`, by key in ascending order, and that of the person in the sweep.
    """

    units: Array
    of_unit: Array
    person: Array


def grouped(swept: Swept, under: Mapping[int, int]) -> Grouped:
    """`under` says of units, by key, which one they are counted with; the others are left out.

    Who holds posts in several of those counts in each, and once in one.
    """
    held_in, which = np.unique(swept.units, return_inverse=True)
    counted_with = np.array([under.get(unit, 0) for unit in held_in.tolist()], dtype=np.int64)[which]
    units = np.array(sorted(set(under.values())), dtype=np.int64)
    counts = counted_with > 0
    of_unit = np.searchsorted(units, counted_with[counts])
    person = np.searchsorted(swept.people, swept.holders[counts])
    once = np.unique(of_unit * max(len(swept.people), 1) + person)
    return Grouped(units, *np.divmod(once, max(len(swept.people), 1)))


def counts_by_unit(swept: Swept, people: Grouped, award: str = "") -> Mapping[int, tuple[int, Tally]]:
    """By key of the unit how many people there are, and their tally of an award or of the best that each can reach."""
    places = people.of_unit * PLACES_IN_ALL + swept.best(award)[people.person]
    counts = np.bincount(places, minlength=len(people.units) * PLACES_IN_ALL).reshape(-1, PLACES_IN_ALL).tolist()
    return {unit: (sum(held), Tally.of(held)) for unit, held in zip(people.units.tolist(), counts, strict=True)}
