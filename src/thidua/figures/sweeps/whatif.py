"""A draft laid over the law for those of some units, each by the own authority's texts: who gains and who loses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from thidua.core.law.history import Kind
from thidua.core.law.sweep.whatif import Change, Changed, WhatIf, Why
from thidua.figures.sweeps.reckoning import columns_of, keys_in, posts_of
from thidua.figures.sweeps.roads import roads_of
from thidua.figures.sweeps.scope import Scope
from thidua.figures.sweeps.swept import Array
from thidua.records.awards.queries.history import histories_of_people, histories_of_units
from thidua.records.directory.models import Person, Unit

PART = 20_000  # people


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


def everybody_in(scope: Scope, whatif: WhatIf) -> Array:
    """The keys of all who are asked about, in ascending order."""
    return keys_in(scope, whatif.kind, whatif.asked)


def laid_over(whatif: WhatIf, scope: Scope, keys: Array, *, named: int, road: str | None = None) -> list[Changed]:
    """Award by award; of each at most `named` who gain and as many who lose are known by key. `road` as in a sweep."""
    found: dict[str, Changed] = {}
    size = PART if whatif.kind is Kind.INDIVIDUAL else max(len(keys), 1)
    for start in range(0, len(keys), size):
        _count(found, whatif, scope, keys[start : start + size], named, road)
    return list(found.values())


def _count(found: dict[str, Changed], whatif: WhatIf, scope: Scope, keys: Array, named: int, road: str | None) -> None:
    """One part more: those of each road by its texts."""
    columns = columns_of(keys, scope, whatif.kind, whatif.asked)
    roads = _roads(keys, scope, whatif, road)
    for code in np.unique(roads).tolist():
        on_it = roads == code
        own = {name: column[on_it] for name, column in columns.items()}
        whatif.by_texts_of(code).count(found, own, keys[on_it], named=named)


def _roads(keys: Array, scope: Scope, whatif: WhatIf, road: str | None) -> Array:
    return roads_of(keys, posts_of(keys, scope, whatif.kind, whatif.asked), road)


def touched(whatif: WhatIf, scope: Scope, changed: Changed, *, road: str | None = None) -> Iterator[Touched]:
    """Those who are known, by name; who lose first."""
    keys = [*changed.losers, *changed.gainers]
    ordered = np.array(sorted(keys), dtype=np.int64)
    roads = dict(zip(ordered.tolist(), _roads(ordered, scope, whatif, road).tolist(), strict=True))
    names: Mapping[int, Person | Unit]
    if whatif.kind is Kind.COLLECTIVE:
        names = units = Unit.objects.select_related("parent").in_bulk(keys)
        histories = histories_of_units(list(units.values()), whatif.asked)
    else:
        names, histories = Person.objects.in_bulk(keys), histories_of_people(keys, on=whatif.asked.on)
    for known in (changed.losers, changed.gainers):
        for key, change in known.items():
            why = whatif.by_texts_of(roads[key]).because(changed.award, histories[key])
            yield Touched(names[key], change, known is changed.gainers, why)
