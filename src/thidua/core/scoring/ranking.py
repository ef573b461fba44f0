"""Ranking: places 1, 2, 2, 4 by exact totals, tie-breaks in the sheet's order."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Generic, TypeVar

from thidua.core.points import Points

K = TypeVar("K", bound=Hashable)

FEWER_PENALTIES = "fewer_penalties"
NOUGHT = Points(0)


@dataclass(frozen=True)
class Standing:
    """What is compared: the exact total, penalty points, and points by the code of a group."""

    total: Points
    penalty: Points = NOUGHT
    groups: Mapping[str, Points] = field(default_factory=dict)


@dataclass(frozen=True)
class Place(Generic[K]):
    """A unit's place. Excluded units have none (None) and the reason why.

    `shares` says that another unit has the same place; `broken_by` names the tie-break that
    set the unit apart from others of its total, empty where the total alone decided.
    """

    unit: K
    place: int | None
    total: Points
    shares: bool = False
    broken_by: str = ""
    excluded_because: str = ""


def rank(
    standings: Mapping[K, Standing], *, excluded: Mapping[K, str] | None = None, tie_breaks: Sequence[str] = ()
) -> list[Place[K]]:
    """Places in their order, excluded units last; equals share a place and the next one is left out (1, 2, 2, 4).

    `excluded` gives the reason for each unit that may not be ranked. Units that share a
    place stand in the order of `standings`. Raises KeyError for a tie-break by a group that
    a standing lacks.
    """
    out = excluded or {}
    keys = {unit: _key(one, tie_breaks) for unit, one in standings.items() if unit not in out}
    in_order = sorted(keys, key=keys.__getitem__, reverse=True)
    alike = [(key, list(units)) for key, units in groupby(in_order, key=keys.__getitem__)]
    breakers = _breakers([key for key, _ in alike], tie_breaks)
    places: list[Place[K]] = []
    for (key, units), breaker in zip(alike, breakers, strict=True):
        ahead = len(places)
        places += [Place(unit, ahead + 1, key[0], len(units) > 1, breaker) for unit in units]
    rest = [Place(unit, None, one.total, excluded_because=out[unit]) for unit, one in standings.items() if unit in out]
    return places + rest


def _key(standing: Standing, tie_breaks: Sequence[str]) -> tuple[Points, ...]:
    """Greater is better, whatever the tie-break."""
    breaks = (-standing.penalty if code == FEWER_PENALTIES else standing.groups[code] for code in tie_breaks)
    return (standing.total, *breaks)


def _breakers(keys: list[tuple[Points, ...]], tie_breaks: Sequence[str]) -> list[str]:
    """For each of the falling keys the last tie-break that was needed to set it apart from its neighbours."""
    depths = [0] * len(keys)
    for index, (better, worse) in enumerate(pairwise(keys)):
        depth = next(at for at, (one, other) in enumerate(zip(better, worse, strict=True)) if one != other)
        depths[index] = max(depths[index], depth)
        depths[index + 1] = max(depths[index + 1], depth)
    return [tie_breaks[depth - 1] if depth else "" for depth in depths]
