"""One part of a sweep out of the records: people by columns read at once, units by their histories."""

import numpy as np
from django.db.models import Q

from thidua.core.law.history import Asked, Kind, row_of
from thidua.core.law.sweep.arrays import rows_as_columns
from thidua.figures.sweeps.roads import Held, roads_of, shelves_by_road
from thidua.figures.sweeps.scope import Scope
from thidua.figures.sweeps.swept import Array, Swept
from thidua.records.awards.queries.columns import Columns, columns_of_people
from thidua.records.awards.queries.history import histories_of_units
from thidua.records.directory.models import Unit

NAMED_AT_ONCE = 500


def keys_in(scope: Scope, kind: Kind, asked: Asked) -> Array:
    """Of all that are asked about, in ascending order."""
    if kind is Kind.COLLECTIVE:
        standing = Unit.objects.filter(Q(dissolved_on=None) | Q(dissolved_on__gt=asked.on), scope.below())
        return np.fromiter(standing.order_by("pk").values_list("pk", flat=True), dtype=np.int64)
    people = scope.posts(asked.on).order_by("person").values_list("person", flat=True).distinct()
    return np.fromiter(people, dtype=np.int64)


def columns_of(keys: Array, scope: Scope, kind: Kind, asked: Asked) -> Columns:
    """Of some of them, of units of all."""
    if not len(keys):
        return {}
    if kind is Kind.COLLECTIVE:
        return _columns_of_units(keys, scope, asked)
    return columns_of_people(keys, _between(keys) & scope.among(asked.on), asked)


def reckoned(keys: Array, scope: Scope, kind: Kind, asked: Asked, road: str | None) -> Swept:
    """With who holds a post in which unit; a unit is counted with itself. `road` as in `Sweeping`."""
    posts = posts_of(keys, scope, kind, asked)
    roads = roads_of(keys, posts, road)
    shelves = shelves_by_road(kind, columns_of(keys, scope, kind, asked), roads, asked)
    held = np.array([post[:2] for post in posts], dtype=np.int64).reshape(-1, 2)
    return Swept(keys, shelves, held[:, 0], held[:, 1])


def posts_of(keys: Array, scope: Scope, kind: Kind, asked: Asked) -> list[Held]:
    """Who of them, in ascending order, holds a post in which unit; a unit stands in itself."""
    if not len(keys):
        return []
    if kind is Kind.COLLECTIVE:
        units = Unit.objects.filter(scope.below(), pk__gte=int(keys[0]), pk__lte=int(keys[-1]))
        wanted = frozenset(keys.tolist())
        return [(unit, unit, path) for unit, path in units.values_list("pk", "path") if unit in wanted]
    posts = scope.posts(asked.on).filter(_between(keys))
    return list(posts.values_list("person", "unit", "unit__path").distinct())


def _between(keys: Array) -> Q:
    """Rows of these people: of a few by their keys, of a part of all by where it begins and ends."""
    if len(keys) <= NAMED_AT_ONCE:
        return Q(person__in=keys.tolist())
    return Q(person__gte=int(keys[0]), person__lte=int(keys[-1]))


def _columns_of_units(keys: Array, scope: Scope, asked: Asked) -> Columns:
    wanted = frozenset(keys.tolist())
    units = [unit for unit in Unit.objects.filter(scope.below()) if unit.pk in wanted]
    histories = histories_of_units(units, asked)
    rows = [row_of(histories[key], asked) for key in keys.tolist()]
    return rows_as_columns(rows, sorted({name for row in rows for name in row}))
