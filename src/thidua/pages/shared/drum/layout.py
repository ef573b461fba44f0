"""Which units share a ring and how deep each ring is, so that the gold area tells what share has signed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from thidua.pages.shared.drum.ornament import BLOCS_BEGIN
from thidua.pages.shared.drum.ring import gap

MOST_IN_A_RING = 80
MOST_AS_SEGMENTS = 300  # a larger bloc is one ring that shows a count
NAMES_UP_TO = 12
CODES_UP_TO = 24
DEEPEST = 44.0  # of one ring with the space after it
ALL_RINGS = 150.0  # depth of all rings together
SPACE = 6.0  # between two rings, with a hairline in it


@dataclass(frozen=True)
class Unit:
    """One unit of a bloc: `label` and `code` stand in its segment, `name` in full on hover and in lists."""

    label: str
    code: str
    name: str
    signed: bool
    latest: bool = False


@dataclass(frozen=True)
class Bloc:
    """A bloc and its units in protocol order; at least one unit."""

    name: str
    units: tuple[Unit, ...]

    @property
    def signed(self) -> int:
        return sum(unit.signed for unit in self.units)

    @property
    def waiting(self) -> tuple[Unit, ...]:
        """Units that have not signed yet, in protocol order."""
        return tuple(unit for unit in self.units if not unit.signed)

    @property
    def is_counted(self) -> bool:
        """Whether the bloc is too large for segments."""
        return len(self.units) > MOST_AS_SEGMENTS


@dataclass(frozen=True)
class Ring:
    """A drawn ring: its bloc, its units, and its radii in the drum's units."""

    bloc: Bloc
    units: tuple[Unit, ...]
    inner: float
    outer: float


def shares(units: Sequence[Unit]) -> list[tuple[Unit, ...]]:
    """A bloc's units in rings of at most MOST_IN_A_RING, filled evenly, neighbours staying neighbours."""
    if len(units) > MOST_AS_SEGMENTS:
        return [tuple(units)]
    count = -(-len(units) // MOST_IN_A_RING)
    edges = [len(units) * i // count for i in range(count + 1)]
    return [tuple(units[a:b]) for a, b in pairwise(edges)]


def weight(bloc: Bloc, count: int, average: float) -> float:
    """How much area a ring of `count` units wants.

    Every segment of a bloc gets the same area, and so does every segment of the drum as long as the
    blocs are within half and double of the average; beyond that a small bloc's ring would be too
    thin to read, and only the rings of one bloc stay comparable.
    """
    per_ring = len(bloc.units) / len(shares(bloc.units))
    fair = min(max(per_ring, average / 2), average * 2) / per_ring
    drawn = 1.0 if bloc.is_counted else 1 - 2 * gap(count) * count
    return fair * count / drawn


def rings(blocs: Sequence[Bloc]) -> list[Ring]:
    """All rings from the inside out; one bloc's rings lie together."""
    parts = [(bloc, share) for bloc in blocs for share in shares(bloc.units)]
    if not parts:
        return []
    average = sum(len(share) for _, share in parts) / len(parts)
    weights = [weight(bloc, len(share), average) for bloc, share in parts]
    space = min(SPACE, min(DEEPEST, ALL_RINGS / len(parts)) * 0.2)
    end = BLOCS_BEGIN + min(DEEPEST + 2, ALL_RINGS / len(parts)) * len(parts) - space
    drawn = []
    for (bloc, share), (inner, outer) in zip(parts, _radii(weights, space, end), strict=True):
        drawn.append(Ring(bloc, share, inner, outer))
    return drawn


def _radii(weights: Sequence[float], space: float, end: float) -> list[tuple[float, float]]:
    """Radii whose areas are as the weights and whose last one is `end`; found by halving."""

    def placed(scale: float) -> list[tuple[float, float]]:
        inner, out = BLOCS_BEGIN, []
        for each in weights:
            outer = (inner**2 + scale * each) ** 0.5
            out.append((inner, outer))
            inner = outer + space
        return out

    low, high = 0.0, end**2 / min(weights)
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if placed(middle)[-1][1] < end else (low, middle)
    return placed(low)
