"""A reorganisation of units as it is planned: plain values, from a form or a file, before any row changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from thidua.records.directory.models import Person, Reorganisation, Unit
from thidua.records.files.models import StoredFile

Kind = Reorganisation.Kind
MERGED, SPLIT, DISSOLVED, RENAMED = Kind.MERGED, Kind.SPLIT, Kind.DISSOLVED, Kind.RENAMED


@dataclass(frozen=True)
class NewUnit:
    """A unit that the reorganisation founds."""

    code: str
    slug: str
    kind: str
    name: str
    short_name: str
    label: str
    parent: Unit | None = None


@dataclass(frozen=True)
class Ground:
    """The decision by which units are reorganised."""

    title: str
    number: str
    dated_on: date | None
    issuer: str
    file: StoredFile | None = None


@dataclass(frozen=True)
class NewLeader:
    person: Person
    title: str


@dataclass(frozen=True)
class Reorganising:
    """What becomes of `units` from the day `on`: they pass into `into`, of which the first takes what nobody names.

    `units_end` is False where parts are split off and the unit goes on; a unit that stands in `into` goes on
    too. `leaders`, `posts` and `children` name places in `into`, counted from 0: `posts` by key of a post, None
    for who leaves; `children` by key of a unit directly below. Leaders who do not lead any more become deputies
    under `former_leaders_title`. `outside_blocs` are places that do not join the blocs of the unit that ends.
    """

    kind: Kind
    units: tuple[Unit, ...]
    into: tuple[Unit | NewUnit, ...]
    on: date
    ground: Ground
    units_end: bool = True
    leaders: Mapping[int, NewLeader] = field(default_factory=dict)
    former_leaders_title: str = ""
    posts: Mapping[int, int | None] = field(default_factory=dict)
    children: Mapping[int, int] = field(default_factory=dict)
    outside_blocs: frozenset[int] = frozenset()

    @property
    def ending(self) -> tuple[Unit, ...]:
        """The units that are no more from that day."""
        return tuple(unit for unit in self.units if unit not in self.into) if self.units_end else ()

    @property
    def joining(self) -> frozenset[int]:
        """Places of the successors that take the place of a member."""
        return frozenset(range(len(self.into))) - self.outside_blocs

    @property
    def standing(self) -> tuple[Unit, ...]:
        """The successors that are in the directory already."""
        return tuple(unit for unit in self.into if isinstance(unit, Unit))

    def place_of_post(self, post: int) -> int | None:
        """Where a post of a unit that ends goes on: a place in `into`, None where it just ends."""
        return self.posts.get(post, 0) if self.into else None


def merging(
    units: tuple[Unit, ...],
    into: Unit | NewUnit,
    *,
    on: date,
    ground: Ground,
    leader: NewLeader | None = None,
    former_leaders_title: str = "",
    leaving: frozenset[int] = frozenset(),
) -> Reorganising:
    """Units pass into one, which may be one of them (sáp nhập) or new (hợp nhất)."""
    leaders = {0: leader} if leader else {}
    return Reorganising(MERGED, units, (into,), on, ground, True, leaders, former_leaders_title, dict.fromkeys(leaving))


def dissolving(unit: Unit, *, on: date, ground: Ground) -> Reorganising:
    """A unit ends and nobody takes over."""
    return Reorganising(DISSOLVED, (unit,), (), on, ground)
