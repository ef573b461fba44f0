"""A draft laid over the law for the people of some units: counts by award, and the first of those who gain or lose."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from thidua.core.law.history import Kind
from thidua.core.law.sweep.whatif import Change, Changed, WhatIf, Why
from thidua.figures.sweeps.reckoning import columns_of, keys_in
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


def everybody_in(scope: Scope, whatif: WhatIf) -> Array:
    """The keys of all who are asked about, in ascending order."""
    return keys_in(scope, whatif.kind, whatif.asked)


def laid_over(whatif: WhatIf, scope: Scope, keys: Array, *, named: int) -> list[Changed]:
    """Award by award; of each at most `named` who gain and as many who lose are known by key."""
    found: dict[str, Changed] = {}
    size = PART if whatif.kind is Kind.INDIVIDUAL else max(len(keys), 1)
    for start in range(0, len(keys), size):
        part = keys[start : start + size]
        whatif.count(found, columns_of(part, scope, whatif.kind, whatif.asked), part, named=named)
    return list(found.values())


def touched(whatif: WhatIf, changed: Changed) -> Iterator[Touched]:
    """Those who are known, by name; who lose first."""
    keys = [*changed.losers, *changed.gainers]
    names: Mapping[int, Person | Unit]
    if whatif.kind is Kind.COLLECTIVE:
        names = units = Unit.objects.select_related("parent").in_bulk(keys)
        histories = histories_of_units(list(units.values()), whatif.asked)
    else:
        names, histories = Person.objects.in_bulk(keys), histories_of_people(keys, on=whatif.asked.on)
    for known in (changed.losers, changed.gainers):
        for key, change in known.items():
            why = whatif.because(changed.award, histories[key])
            yield Touched(names[key], change, known is changed.gainers, why)
