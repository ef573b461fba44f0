"""Everybody is asked by the texts of the own authority: a sweep for each, of which everybody has a part."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

import numpy as np

from thidua.base.law import law
from thidua.core.law.history import Asked, Kind
from thidua.core.law.sweep.shelves import NOWHERE, sweep_of
from thidua.figures.sweeps.swept import Array
from thidua.records.awards.queries.remits import road_gone, roads_of_paths

Held: TypeAlias = tuple[int, int, str]  # key of the person, of the unit in which a post is held, its path


def roads_of(keys: Array, posts: Iterable[Held], wanted: str | None) -> Array:
    """The authority's code of each, by the first unit in the order of the tree; "" for the nation's texts alone."""
    first: dict[int, str] = {}
    for key, _unit, path in sorted(posts, key=lambda post: post[2]):
        first.setdefault(key, path)
    roads = roads_of_paths(set(first.values()))
    return np.array([road_gone(roads[first[key]], wanted) for key in keys.tolist()], dtype=np.str_)


def shelves_by_road(kind: Kind, columns: Mapping[str, Array], roads: Array, asked: Asked) -> dict[str, Array]:
    """By award the place of each; NOWHERE for who goes by the texts of another authority than has it."""
    rows = len(roads)
    found = {award: np.full(rows, NOWHERE, dtype=np.uint8) for award in _awards(kind, asked)}
    for road in np.unique(roads).tolist():
        on_it = roads == road
        for award, shelves in sweep_of(law(), kind, asked, road).shelves(columns, rows).items():
            found[award][on_it] = shelves[on_it]
    return found


def _awards(kind: Kind, asked: Asked) -> list[str]:
    """Those of the nation's texts and of any authority's."""
    sweeps = (sweep_of(law(), kind, asked, road) for road in ("", *law().authorities))
    return list(dict.fromkeys(one.award for sweep in sweeps for one in sweep.awards))
