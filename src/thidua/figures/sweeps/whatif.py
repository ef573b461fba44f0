"""A draft laid over the law for those of some units, each by the own authority's texts: who gains and who loses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np

from thidua.base.law import law
from thidua.core.law.history import Kind
from thidua.core.law.library import Library
from thidua.core.law.sweep.whatif import Change, Changed, WhatIf, Why
from thidua.figures.sweeps.counted import Counted
from thidua.figures.sweeps.parts import InParts, hashes
from thidua.figures.sweeps.reckoning import columns_of, posts_of
from thidua.figures.sweeps.roads import roads_of
from thidua.figures.sweeps.swept import Array
from thidua.records.awards.queries.history import histories_of_people, histories_of_units
from thidua.records.directory.models import Person, Unit


@dataclass(frozen=True)
class Touched:
    """One of those whose verdict changes."""

    who: Person | Unit
    change: Change
    gains: bool
    why: Why

    @property
    def name(self) -> str:
        return self.who.full_name if isinstance(self.who, Person) else self.who.in_place


@dataclass(frozen=True)
class Trying(InParts):
    """Award by award; of each at most `named` who gain and as many who lose are known by key."""

    ending: ClassVar[str] = ".json"

    draft: Library = field(kw_only=True)
    named: int = field(kw_only=True)

    @property
    def besides(self) -> str:
        return f"{self.named} {hashes(self.draft.texts.values())}"

    def reckoned(self, keys: Array) -> Counted:
        """Those of each road by its texts."""
        found: dict[str, Changed] = {}
        columns, roads = columns_of(keys, self.scope, self.kind, self.asked), self._roads(keys)
        for code in np.unique(roads).tolist():
            on_it = roads == code
            own = {name: column[on_it] for name, column in columns.items()}
            self._whatif(code).count(found, own, keys[on_it], named=self.named)
        return Counted(found)

    def found(self) -> list[Changed]:
        """The whole answer, once all parts are done."""
        return self.at_once() if self.parts == 1 else self._joined(map(Counted.kept, self.files))

    def at_once(self) -> list[Changed]:
        """The whole answer, of which nothing is kept."""
        return self._joined(map(self.reckoned, self.split))

    def touched(self, changed: Changed) -> Iterator[Touched]:
        """Those who are known, by name; who lose first."""
        keys = [*changed.losers, *changed.gainers]
        ordered = np.array(sorted(keys), dtype=np.int64)
        roads = dict(zip(ordered.tolist(), self._roads(ordered).tolist(), strict=True))
        names: Mapping[int, Person | Unit]
        if self.kind is Kind.COLLECTIVE:
            names = units = Unit.objects.select_related("parent").in_bulk(keys)
            histories = histories_of_units(list(units.values()), self.asked)
        else:
            names, histories = Person.objects.in_bulk(keys), histories_of_people(keys, on=self.asked.on)
        for known in (changed.losers, changed.gainers):
            for key, change in known.items():
                why = self._whatif(roads[key]).because(changed.award, histories[key])
                yield Touched(names[key], change, known is changed.gainers, why)

    def _whatif(self, road: str) -> WhatIf:
        return WhatIf(law(), self.draft, self.kind, self.asked, road)

    def _roads(self, keys: Array) -> Array:
        return roads_of(keys, posts_of(keys, self.scope, self.kind, self.asked), self.road)

    def _joined(self, parts: Iterator[Counted]) -> list[Changed]:
        return list(Counted.joined(parts, named=self.named).awards.values())
