"""A sweep unit by unit."""

from collections.abc import Sequence
from dataclasses import dataclass

from thidua.figures.sweeps import Scope, Swept, Tally, counts_by_unit
from thidua.records.directory.models import Unit


@dataclass(frozen=True)
class UnitCounts:
    unit: Unit
    people: int
    tally: Tally


def counts_below(units: Sequence[Unit], swept: Swept, award: str) -> list[UnitCounts]:
    """Each unit with all below it, in the order given."""
    below = Unit.objects.filter(Scope.of(units).below()).values_list("pk", "path")
    tops = {unit.path: unit.pk for unit in units}
    under = {key: top for key, path in below if (top := _top_of(path, tops))}
    counted = counts_by_unit(swept, under, award)
    return [UnitCounts(unit, *counted.get(unit.pk, (0, Tally(0, 0, 0)))) for unit in units]


def _top_of(path: str, tops: dict[str, int]) -> int:
    """The unit in whose path a path begins; nought where there is none."""
    while path and path != "/":
        if path in tops:
            return tops[path]
        path = path[: path.rstrip("/").rfind("/") + 1]
    return 0
