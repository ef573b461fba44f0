"""What a rule asks of a row of numbers, as a tree of operations that any engine can carry out.

A condition says it twice over, for a reader (`answer`) and for a country (`asks`); the tree is the second saying. Its
leaves are columns (sets of years or plain numbers, see `history`), its operations those that numpy, SQL and Spark have
in common. Trees are values: equal parts are one part, and are reckoned once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import NamedTuple, TypeAlias

from thidua.core.law.years import EVERY, Years, back_from, only


@dataclass(frozen=True)
class Column:
    """A number of each row, by name; nought where a history says nothing."""

    name: str


@dataclass(frozen=True)
class Whole:
    value: int


@dataclass(frozen=True)
class Common:
    """Years in both."""

    left: "Number"
    right: "Number"


@dataclass(frozen=True)
class Joined:
    """Years in either."""

    left: "Number"
    right: "Number"


@dataclass(frozen=True)
class Without:
    """Years of the first that are not in the second."""

    left: "Number"
    right: "Number"


@dataclass(frozen=True)
class Later:
    """Shifted to the right: each year becomes the one that many years later, and what falls below 2047 is gone."""

    years: "Number"
    by: int


@dataclass(frozen=True)
class Earlier:
    """Shifted to the left: each year becomes the one that many years earlier."""

    years: "Number"
    by: int


@dataclass(frozen=True)
class Foot:
    """The unbroken row of ones at the foot of a number: the run that ends in its lowest year."""

    years: "Number"


@dataclass(frozen=True)
class Count:
    years: "Number"


@dataclass(frozen=True)
class Sum:
    left: "Number"
    right: "Number"


@dataclass(frozen=True)
class Times:
    """So many times a number: shares are compared without dividing."""

    number: "Number"
    by: int


@dataclass(frozen=True)
class AtLeast:
    left: "Number"
    right: "Number"


@dataclass(frozen=True)
class Both:
    left: "Truth"
    right: "Truth"


@dataclass(frozen=True)
class Either:
    left: "Truth"
    right: "Truth"


@dataclass(frozen=True)
class Not:
    truth: "Truth"


@dataclass(frozen=True)
class Always:
    """True of every row, or of none."""

    value: bool


Number: TypeAlias = Column | Whole | Common | Joined | Without | Later | Earlier | Foot | Count | Sum | Times
Truth: TypeAlias = AtLeast | Both | Either | Not | Always
Node: TypeAlias = Number | Truth

TRUE, FALSE = Always(True), Always(False)


class Pair(NamedTuple):
    """Two questions that make one answer of three: met for sure; met in one reading at least (if not: not met)."""

    sure: Truth
    possible: Truth


def some(number: Number) -> Truth:
    """Not nought."""
    return AtLeast(number, Whole(1))


def in_year(number: Number, year: int) -> Truth:
    return some(Common(number, Whole(only(year) & EVERY)))


def in_all(number: Number, wanted: Years) -> Truth:
    """Every one of the wanted years is in it."""
    wanted &= EVERY
    return Not(some(Without(Whole(wanted), number)))


def all_but_one(number: Number, wanted: Years) -> Truth:
    """Of the wanted years one is missing at most."""
    wanted &= EVERY
    return as_many_as(Common(number, Whole(wanted)), wanted.bit_count() - 1)


def joined(*numbers: Number) -> Number:
    return reduce(Joined, numbers) if numbers else Whole(0)


def common(*numbers: Number) -> Number:
    return reduce(Common, numbers)


def run_to(number: Number, year: int) -> Number:
    """The run that ends with `year`, shifted so that `year` stands lowest."""
    return Foot(Later(number, back_from(year)))


def is_as_long_as(run: Number, years: int) -> Truth:
    """Of a run at the foot: so many years or more, which is whether its last one of them is there."""
    return some(Common(run, Whole(1 << (years - 1))))


def as_many_as(number: Number, times: int) -> Truth:
    """So many years or more, wherever they lie."""
    if times <= 0:
        return TRUE
    return some(number) if times == 1 else AtLeast(Count(number), Whole(times))


def both(*truths: Truth) -> Truth:
    """All of them; what is always true is left out."""
    wanted = [each for each in dict.fromkeys(truths) if each != TRUE]
    return FALSE if FALSE in wanted else reduce(Both, wanted) if wanted else TRUE


def either(*truths: Truth) -> Truth:
    wanted = [each for each in dict.fromkeys(truths) if each != FALSE]
    return TRUE if TRUE in wanted else reduce(Either, wanted) if wanted else FALSE


def one_short_at_most(parts: Iterable[tuple[Truth, Truth]]) -> Truth:
    """Of parts with whether each is met and whether it nearly is: all are met but for one, which nearly is."""
    every: Truth = TRUE
    but_one: Truth = FALSE
    for is_met, nearly in parts:
        every, but_one = both(every, is_met), either(both(but_one, is_met), both(every, nearly))
    return either(every, but_one)


def names_in(*nodes: Node) -> frozenset[str]:
    """The columns that trees read."""
    found: set[str] = set()
    left, seen = list(nodes), set(nodes)
    while left:
        node = left.pop()
        if isinstance(node, Column):
            found.add(node.name)
        for part in parts_of(node):
            if part not in seen:
                seen.add(part)
                left.append(part)
    return frozenset(found)


def parts_of(node: Node) -> tuple[Node, ...]:
    match node:
        case Common(a, b) | Joined(a, b) | Without(a, b) | Sum(a, b) | AtLeast(a, b) | Both(a, b) | Either(a, b):
            return (a, b)
        case Later(a, _) | Earlier(a, _) | Foot(a) | Count(a) | Times(a, _) | Not(a):
            return (a,)
        case _:
            return ()
