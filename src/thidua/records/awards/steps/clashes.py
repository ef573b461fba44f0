"""What stands in a record once cannot be entered again."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db.models import Q

from thidua.core.answer import Sentence
from thidua.core.texts import folded
from thidua.records.awards.models import KINDS, Discipline, Entry, Fact, Honour, Leave, Profile, Rating, Tenure, Work

# The columns that make an entry the same as another one of its kind in one record.
SAME: dict[type[Entry], tuple[str, ...]] = {
    Rating: ("year",),
    Honour: ("award", "year", "decided_on", "number"),
    Work: ("initiative_id",),
    Discipline: ("from_on",),
    Leave: ("year",),
    Fact: ("word", "year"),
    Profile: (),
    Tenure: ("post", "from_on"),
}


def clashes(rows: Sequence[Entry]) -> Iterator[Sentence]:
    """A sentence for each row that stands already or comes twice; one query for each kind among them."""
    for kind in KINDS:
        own = [row for row in rows if type(row) is kind and _same(row) is not None]
        seen = {_same(row) for row in _standing(kind, own)}
        for row in own:
            if (same := _same(row)) in seen:
                yield Sentence(f"honours.stands_already.{kind._meta.model_name}", whose=str(row.whose), **_named(row))
            seen.add(same)


def _standing(kind: type[Entry], rows: Iterable[Entry]) -> list[Entry]:
    people = {row.person_id for row in rows} - {None}
    units = {getattr(row, "unit_id", None) for row in rows} - {None}
    among = Q(person__in=people) | Q(unit__in=units) if hasattr(kind, "unit") else Q(person__in=people)
    return list(kind._default_manager.filter(among).exclude(pk__in=[row.pk for row in rows if row.pk]))


def _same(row: Entry) -> tuple[Any, ...] | None:
    """What it is the same as; None where nothing can be, as of a work that is in no book."""
    own = (row.person_id, getattr(row, "unit_id", None))
    if isinstance(row, Honour) and row.year is not None:
        return (*own, row.award, row.year)
    values = tuple(getattr(row, name) for name in SAME[type(row)])
    return None if values == (None,) else (*own, *values)


def _named(row: Entry) -> dict[str, Any]:
    named: dict[str, Any] = {}
    if isinstance(row, Honour):
        named["award"] = row.conferred.name
    if hasattr(row, "year") and row.year is not None:
        named["year"] = str(row.year)
    return named


def standing_like(rows: Sequence[Entry]) -> list[Entry | None]:
    """For each row that is not written yet the one that stands already in its place; one query for each kind.

    A work that is in no book is the same as one with its name, of its kind and year.
    """
    found: dict[int, Entry] = {}
    for kind in KINDS:
        own = [row for row in rows if type(row) is kind]
        there = {alike(one): one for one in _standing(kind, own)} if own else {}
        found |= {id(row): there[alike(row)] for row in own if alike(row) in there}
    return [found.get(id(row)) for row in rows]


def alike(row: Entry) -> tuple[Any, ...]:
    """What two rows of one kind have in common that may not both stand."""
    if isinstance(row, Work) and row.initiative_id is None:
        return (row.person_id, row.kind, row.year, folded(row.name))
    return _same(row) or (row.pk,)
