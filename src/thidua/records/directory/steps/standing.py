"""A unit that has ended takes no more changes; the sentence says what it is today."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from thidua.base.prepared import prepared
from thidua.core.answer import Unknown, refuse
from thidua.records.directory.models import Unit
from thidua.records.directory.queries.descent import heirs_of


def held_units(units: Iterable[Unit]) -> dict[int, Unit]:
    """The units read anew by key; none of them ends while they are held. Taken before the locks of a season.

    Raises Unknown for one that was withdrawn meanwhile.
    """
    wanted = {unit.pk for unit in units}
    found = {unit.pk: unit for unit in _held(keys=sorted(wanted))}
    if wanted - found.keys():
        raise Unknown
    return found


@prepared
def _held(*, keys: list[int]) -> QuerySet[Unit]:
    return Unit.objects.select_for_update().filter(pk__in=keys).order_by("pk")


def require_standing(unit: Unit, *, until: date | None = None) -> None:
    """Raises NotPossible for a unit that has ended, unless all that is meant lies before its end."""
    if unit.dissolved_on is None or (until is not None and until < unit.dissolved_on):
        return
    if heirs := tuple(heir.name for heir in heirs_of(unit)):
        raise refuse("unit.has_passed", name=unit.name, on=unit.dissolved_on, heirs=heirs)
    raise refuse("unit.has_ended", name=unit.name, on=unit.dissolved_on)
