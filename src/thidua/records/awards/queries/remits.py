"""Whose own texts hold for units and people: the roads by which their awards may go."""

from collections.abc import Iterable, Mapping
from datetime import date

from thidua.records.awards.models import Remit
from thidua.records.awards.queries.places import workplaces
from thidua.records.directory.models import Person, Unit

Roads = tuple[str, ...]
NAMED_AT_ONCE = 500


def roads_of_paths(paths: Iterable[str]) -> dict[str, Roads]:
    """By path of a unit, as the unit says or the nearest above it; one query, whatever their number."""
    lines = {path: [int(part) for part in reversed(path.strip("/").split("/"))] for path in paths}
    said = _said({key for line in lines.values() for key in line})
    return {path: next((said[key] for key in line if key in said), ()) for path, line in lines.items()}


def _said(units: set[int]) -> Mapping[int, Roads]:
    remits = Remit.objects.exclude(main_road="")
    if len(units) <= NAMED_AT_ONCE:
        remits = remits.filter(unit__in=units)
    return {remit.unit_id: remit.roads for remit in remits}


def roads_of(whose: Person | Unit, *, on: date) -> Roads:
    """Of a person those of the units of all posts held on the day, in their order."""
    units = [whose] if isinstance(whose, Unit) else workplaces([whose.pk], on)[whose.pk]
    found = roads_of_paths(unit.path for unit in units)
    return tuple(dict.fromkeys(road for unit in units for road in found[unit.path]))


def road_gone(roads: Roads, wanted: str | None) -> str:
    """The one that was chosen, "" being the nation's texts alone; else the first."""
    return wanted if wanted is not None and wanted in ("", *roads) else next(iter(roads), "")


def remit_of(unit: Unit) -> Remit | None:
    """What the unit says itself."""
    return Remit.objects.filter(unit=unit).first()
