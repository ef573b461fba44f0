"""What addresses of records lead to: whose record it is, its own addresses, the way to it."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import today
from thidua.core.answer import require
from thidua.records.awards.access import may_keep, person_for, unit_for
from thidua.records.awards.told import Whose
from thidua.records.directory.models import Person


def whose_at(request: Any, person: str = "", unit: str = "") -> Whose:
    """Raises Unknown, or NotPossible where the record is not for the reader."""
    if person:
        return person_for(request.actor, person, on=today())
    return unit_for(request.actor, unit, on=today())


def kept_at(request: Any, person: str = "", unit: str = "") -> Whose:
    """The same for whoever keeps it."""
    whose = whose_at(request, person, unit)
    require(may_keep(request.actor, whose, on=today()))
    return whose


def address(whose: Whose, name: str, *more: str) -> str:
    """An address of the record; `name` with its place for a person or a unit: "{}_honours"."""
    kind, word = ("person", whose.public_id) if isinstance(whose, Person) else ("unit", whose.slug)
    return reverse(name.format(kind), args=(word, *more))


def trail_to(whose: Whose, *, within: bool = False) -> list[tuple[str, ...]]:
    """The directory, whose page, and the record itself for what lies within it."""
    name = whose.full_name if isinstance(whose, Person) else whose.short_name
    trail: list[tuple[str, ...]] = [(_("Danh bạ"), reverse("units")), (name, address(whose, "{}"), "vi")]
    return [*trail, (_("Quá trình khen thưởng"), address(whose, "{}_honours"))] if within else trail
