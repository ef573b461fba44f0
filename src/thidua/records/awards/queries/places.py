"""To which units a record belongs: those whose people keep it."""

from datetime import date

from thidua.records.directory.models import Person, Unit
from thidua.records.directory.queries import in_force, posts_of
from thidua.records.directory.queries.descent import heirs_of


def places_of(whose: Person | Unit, *, on: date) -> frozenset[int]:
    """Keys of the unit and all above it, and of those that took over from it; of a person where the person works,
    else where the person last did."""
    units = [whose] if isinstance(whose, Unit) else _workplaces(whose, on)
    heirs = [heir for unit in units if unit.dissolved_on is not None for heir in heirs_of(unit)]
    return frozenset(int(part) for unit in (*units, *heirs) for part in unit.path.strip("/").split("/"))


def _workplaces(person: Person, on: date) -> list[Unit]:
    posts = posts_of(person)
    return [post.unit for post in posts.filter(in_force(on)) or posts[:1]]
