"""A draft laid over the law for the people of some units: counts by award, and the first of those who gain or lose."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from django.db.models import Q

from thidua.core.law.sweep.difference import Change
from thidua.core.law.sweep.whatif import Changed, WhatIf, Why
from thidua.figures.sweeps.scope import Scope
from thidua.figures.sweeps.swept import Array
from thidua.records.awards.queries.columns import columns_of_people
from thidua.records.awards.queries.history import histories_of_people
from thidua.records.directory.models import Person

PART = 20_000  # people


@dataclass(frozen=True)
class Touched:
    """One of those whose verdict changes."""

    person: Person
    change: Change
    gains: bool
    why: Why


def everybody_in(scope: Scope, whatif: WhatIf) -> Array:
    """The keys of all who are asked about."""
    keys = scope.posts(whatif.asked.on).order_by("person").values_list("person", flat=True).distinct()
    return np.fromiter(keys, dtype=np.int64)


def laid_over(whatif: WhatIf, scope: Scope, people: Array, *, named: int) -> list[Changed]:
    """Award by award; of each at most `named` who gain and as many who lose are known by key."""
    found: dict[str, Changed] = {}
    for start in range(0, len(people), PART):
        part = people[start : start + PART]
        between = Q(person__gte=int(part[0]), person__lte=int(part[-1]))
        columns = columns_of_people(part, between & scope.among(whatif.asked.on), whatif.asked)
        whatif.count(found, columns, part, named=named)
    return list(found.values())


def touched(whatif: WhatIf, changed: Changed) -> Iterator[Touched]:
    """Those who are known, by name; who lose first."""
    keys = [*changed.losers, *changed.gainers]
    histories, people = histories_of_people(keys, on=whatif.asked.on), Person.objects.in_bulk(keys)
    for known in (changed.losers, changed.gainers):
        for key, change in known.items():
            why = whatif.because(changed.award, histories[key])
            yield Touched(people[key], change, known is changed.gainers, why)
