"""On which shelf an award lies for each of any number of rows: what `thidua.core.law.shelf` says of one explanation."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from thidua.core.law.columns import FALSE, Column, Node, Not, Number, Truth, both, either, joined, names_in, some
from thidua.core.law.conditions import Condition
from thidua.core.law.conditions.groups import AllOf, AnyOf, InDoubt, Readings, StandardOf
from thidua.core.law.conditions.standing import OfGroup
from thidua.core.law.explain import General
from thidua.core.law.history import Asked, Kind
from thidua.core.law.library import Library
from thidua.core.law.shelf import Shelf, rests_on_record, way_of
from thidua.core.law.standard import Standard
from thidua.core.law.sweep.arrays import Array, carried_out
from thidua.core.law.sweep.questions import questions

NOWHERE = len(Shelf)  # the number of a row of whom nothing is said
PLACES = {shelf: place for place, shelf in enumerate(Shelf)}


@dataclass(frozen=True)
class AwardAsked:
    """One award's questions, each a column of yes and no."""

    award: str
    sure: Truth
    possible: Truth
    suspended: Truth
    near: Truth
    others: Truth  # it is meant for others

    @property
    def nodes(self) -> tuple[Truth, ...]:
        return self.sure, self.possible, self.suspended, self.near, self.others


@dataclass(frozen=True)
class Sweep:
    """All that is asked of a kind of those honoured; prepared once for any number of blocks of rows."""

    awards: tuple[AwardAsked, ...]

    @property
    def columns(self) -> list[str]:
        return sorted(names_in(*(node for one in self.awards for node in one.nodes)))

    def shelves(self, columns: Mapping[str, Array], rows: int) -> dict[str, Array]:
        """By award the place in `Shelf` for each row; NOWHERE where the record says nothing or others are meant."""
        nodes: list[Node] = [node for one in self.awards for node in one.nodes]
        known, *answers = carried_out([_is_known(columns), *nodes], columns, rows)
        each = len(AwardAsked.__dataclass_fields__) - 1
        return {
            one.award: _placed(known, *answers[place * each : (place + 1) * each])
            for place, one in enumerate(self.awards)
        }


@lru_cache(maxsize=64)
def sweep_of(library: Library, kind: Kind, asked: Asked, authority: str = "") -> Sweep:
    """Every award that rests on the record, and for which a text of the day says what is asked of such."""
    general = library.general(asked.on, kind)
    known = library.awards_on(asked.on, kind, authority)
    found = ((award, library.standard_for(award, kind, asked, authority)) for award in known)
    return Sweep(tuple(_asked_of(award, one, general, asked) for award, one in found if one and rests_on_record(one)))


def _asked_of(award: str, standard: Standard, general: General, asked: Asked) -> AwardAsked:
    way = way_of(standard)
    asks = questions(standard, general, asked, way.code if way else None)
    first = (way or standard.branches[0]).condition
    every = AllOf("", (*general.excludes, *general.suspends, first))
    near = both(Not(asks.possible), every.nearly(asked))
    return AwardAsked(award, asks.sure, asks.possible, asks.suspended, near, _meant_for_others(first, asked))


def _meant_for_others(condition: Condition, asked: Asked) -> Truth:
    """Whether it stands on another group's standard; one of several ways is for whom it may be."""
    match condition:
        case OfGroup():
            return Not(condition.asks(asked).possible)
        case AllOf(parts=parts):
            return either(*(_meant_for_others(part, asked) for part in parts))
        case Readings(parts=parts):
            return both(
                Not(condition.asks(asked).possible), either(*(_meant_for_others(part, asked) for part in parts))
            )
        case StandardOf(standard=Condition() as standard):
            return _meant_for_others(standard, asked)
        case AnyOf() | InDoubt():
            return FALSE
        case _:
            return FALSE


def _is_known(columns: Mapping[str, Array]) -> Truth:
    """Of somebody of whom no rating, title or number of members is on record nothing can be said."""
    held: list[Number] = [Column(name) for name in columns if is_of_the_record(name)]
    return some(joined(*held))


def is_of_the_record(column: str) -> bool:
    return column in ("rated.KHT", "members.count") or column.startswith("title.")


def _placed(known: Array, sure: Array, possible: Array, suspended: Array, near: Array, others: Array) -> Array:
    """not_eligible before not_yet before warn, as `verdicts.verdict` has it."""
    found = np.full(len(known), PLACES[Shelf.NOT_ELIGIBLE], dtype=np.uint8)
    found[near] = PLACES[Shelf.NEAR]
    found[possible] = PLACES[Shelf.WARN]
    found[possible & sure] = PLACES[Shelf.ELIGIBLE]
    found[possible & suspended] = PLACES[Shelf.NOT_YET]
    found[~known | others] = NOWHERE
    return found
