"""What a sweep has found: of each award the shelf of each of the people, a byte each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from thidua.core.law.shelf import Shelf
from thidua.core.law.sweep.shelves import NOWHERE, PLACES

Array: TypeAlias = NDArray[Any]
SHELF = "shelf."


@dataclass(frozen=True)
class Swept:
    """`people` by key in ascending order; `shelves` by award; `holders` and `units`: who holds a post in which."""

    people: Array
    shelves: Mapping[str, Array]
    holders: Array
    units: Array

    @classmethod
    def joined(cls, parts: Iterable["Swept"]) -> "Swept":
        parts = list(parts)
        return cls(
            np.concatenate([part.people for part in parts]),
            {award: np.concatenate([part.shelves[award] for part in parts]) for award in parts[0].shelves},
            np.concatenate([part.holders for part in parts]),
            np.concatenate([part.units for part in parts]),
        )

    def best(self, award: str = "") -> Array:
        """The shelf of an award, or the best that any award has."""
        if award:
            return self.shelves[award] if award in self.shelves else np.full(len(self.people), NOWHERE, np.uint8)
        best: Array = np.minimum.reduce([*self.shelves.values(), np.full(len(self.people), NOWHERE, np.uint8)])
        return best

    def within_reach(self, award: str = "") -> Array:
        """The keys of people for whom it lies within reach."""
        return self.people[self.best(award) <= PLACES[Shelf.NEAR]]

    def keep(self, file: Path) -> None:
        """Whole or not at all: whoever reads it at the same time finds none, or this one.

        Each writes beside it under a name of its own: two who open the page at once reckon the same part.
        """
        shelves: dict[str, Any] = {SHELF + award: shelf for award, shelf in self.shelves.items()}
        with NamedTemporaryFile(dir=file.parent, prefix=file.stem, suffix=".part", delete=False) as out:
            np.savez(out, people=self.people, holders=self.holders, units=self.units, **shelves)
        Path(out.name).replace(file)

    @classmethod
    def kept(cls, file: Path) -> "Swept":
        with np.load(file) as held:
            shelves = {name[len(SHELF) :]: held[name] for name in held.files if name.startswith(SHELF)}
            return cls(held["people"], shelves, held["holders"], held["units"])
