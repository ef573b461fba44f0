"""Of how many people an award lies on which shelf: of all, and unit by unit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from thidua.core.law.shelf import Shelf
from thidua.core.law.sweep.shelves import NOWHERE, PLACES
from thidua.figures.sweeps.swept import Array, Swept


@dataclass(frozen=True)
class Tally:
    """Of how many people an award can be proposed, must be looked at, or is nearly within reach."""

    eligible: int
    to_look_at: int
    near: int

    @classmethod
    def of(cls, shelves: Array) -> "Tally":
        counts = np.bincount(shelves, minlength=NOWHERE + 1).tolist()
        held = {shelf: counts[place] for shelf, place in PLACES.items()}
        return cls(held[Shelf.ELIGIBLE], held[Shelf.WARN] + held[Shelf.NOT_YET], held[Shelf.NEAR])

    @property
    def is_empty(self) -> bool:
        return not (self.eligible or self.to_look_at or self.near)


def tallies(swept: Swept) -> Iterator[tuple[str, Tally]]:
    """By award; those within nobody's reach are left out."""
    for award, shelves in swept.shelves.items():
        if not (tally := Tally.of(shelves)).is_empty:
            yield award, tally


def counts_by_unit(swept: Swept, under: Mapping[int, int], award: str = "") -> Mapping[int, tuple[int, Tally]]:
    """How many people there are, and their tally of an award or of the best that each can reach.

    `under` says of units, by key, which one they are counted with. Who holds posts in several of those counts in each,
    and once in one.
    """
    best = swept.best(award)
    with_unit = np.array([under.get(unit, 0) for unit in np.unique(swept.units).tolist()], dtype=np.int64)
    counted_with = with_unit[np.searchsorted(np.unique(swept.units), swept.units)]
    found: dict[int, tuple[int, Tally]] = {}
    for unit in sorted(set(under.values())):
        people = np.unique(swept.holders[counted_with == unit])
        found[unit] = (len(people), Tally.of(best[np.searchsorted(swept.people, people)]))
    return found
