"""One part of a sweep out of the records: people by columns read at once, units by their histories."""

import numpy as np
from django.db.models import Q

from thidua.core.law.history import Asked, row_of
from thidua.core.law.sweep.arrays import rows_as_columns
from thidua.core.law.sweep.shelves import Sweep
from thidua.figures.sweeps.scope import Scope
from thidua.figures.sweeps.swept import Array, Swept
from thidua.records.awards.queries.columns import columns_of_people
from thidua.records.awards.queries.history import histories_of_units
from thidua.records.directory.models import Unit


def sweep_of_people(sweep: Sweep, people: Array, scope: Scope, asked: Asked) -> Swept:
    if not len(people):
        return _of_nobody(sweep)
    between = Q(person__gte=int(people[0]), person__lte=int(people[-1]))
    columns = columns_of_people(people, between & scope.among(asked.on), asked)
    posts = list(scope.posts(asked.on).filter(between).values_list("person", "unit").distinct())
    held = np.array(posts, dtype=np.int64).reshape(-1, 2)
    return Swept(people, sweep.shelves(columns, len(people)), held[:, 0], held[:, 1])


def sweep_of_units(sweep: Sweep, keys: Array, scope: Scope, asked: Asked) -> Swept:
    """A unit is counted with itself."""
    if not len(keys):
        return _of_nobody(sweep)
    wanted = frozenset(keys.tolist())
    units = [unit for unit in Unit.objects.filter(scope.below()) if unit.pk in wanted]
    histories = histories_of_units(units, asked)
    rows = [row_of(histories[key], asked) for key in keys.tolist()]
    columns = rows_as_columns(rows, sorted({name for row in rows for name in row}))
    return Swept(keys, sweep.shelves(columns, len(rows)), keys, keys)


def _of_nobody(sweep: Sweep) -> Swept:
    nobody = np.zeros(0, dtype=np.int64)
    shelves = {one.award: np.zeros(0, dtype=np.uint8) for one in sweep.awards}
    return Swept(nobody, shelves, nobody, nobody)
