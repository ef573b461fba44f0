"""A sweep unit by unit."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q

from thidua.figures.sweeps import Scope, Swept, Tally, counts_by_unit, grouped
from thidua.records.directory.models import Unit

NAMED_AT_ONCE = 500  # units, in one query


@dataclass(frozen=True)
class UnitCounts:
    unit: Unit
    people: int
    tally: Tally


def counts_below(units: Sequence[Unit], swept: Swept, award: str) -> list[UnitCounts]:
    """Each unit with all below it, in the order given."""
    return next(counts_of_each(units, swept, [award]))


def counts_of_each(units: Sequence[Unit], swept: Swept, awards: Iterable[str]) -> Iterator[list[UnitCounts]]:
    """The same for one award after another; one query, whatever their number."""
    people = grouped(swept, _under(units))
    for award in awards:
        counted = counts_by_unit(swept, people, award)
        yield [UnitCounts(unit, *counted.get(unit.pk, (0, Tally(0, 0, 0)))) for unit in units]


def _under(units: Sequence[Unit]) -> dict[int, int]:
    """By key of a unit which of these it is counted with."""
    tops = {unit.path: unit.pk for unit in units}
    below = Scope.of(units).below() if len(units) <= NAMED_AT_ONCE else Q()
    paths = Unit.objects.filter(below).values_list("pk", "path")
    return {key: top for key, path in paths if (top := _top_of(path, tops))}


def _top_of(path: str, tops: dict[str, int]) -> int:
    """The unit in whose path a path begins; nought where there is none."""
    while path and path != "/":
        if path in tops:
            return tops[path]
        path = path[: path.rstrip("/").rfind("/") + 1]
    return 0
