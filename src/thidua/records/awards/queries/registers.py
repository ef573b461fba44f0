"""Registers of honours that came as files: the runs of one unit, whom they may name, what was built upon them."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q, QuerySet

from thidua.core.answer import Sentence
from thidua.core.returned.honours import HONOURS
from thidua.records.awards.models import KINDS, Entry, Honour, Work
from thidua.records.awards.queries.places import places_of_each
from thidua.records.directory.models import Person, Unit
from thidua.records.directory.queries.descent import history_of
from thidua.records.runs.models import Run, StagedRow
from thidua.records.runs.queries import run_at, runs_within

NAMED_AT_MOST = 5
ENTRY = "entry"  # in a staged row that was applied: the address of the entry that it became


def registers_of(unit: Unit) -> QuerySet[Run]:
    """Newest first."""
    return runs_within(unit).filter(kind=HONOURS)


def register_at(unit: Unit, public_id: str) -> Run:
    """Raises Unknown if there is none of that unit."""
    return run_at(public_id, within=unit)


def unit_of(run: Run) -> Unit:
    """Whose register a run reads."""
    return Unit.objects.get(public_id=run.within.partition(":")[2])


def units_named(unit: Unit) -> list[Unit]:
    """The unit and all below it: whose honours its register may hold."""
    return list(Unit.objects.filter(path__startswith=unit.path).order_by("path"))


def people_named(unit: Unit, *, on: date) -> tuple[list[Person], list[Person]]:
    """Whose records the unit keeps, and who once worked there and has gone elsewhere; each with `posts`."""
    within = Q(posts__unit__path__startswith=unit.path) | Q(posts__unit__in=history_of(unit))
    people = list(Person.objects.filter(within, posts__withdrawn_at=None).distinct().prefetch_related("posts__unit"))
    places = places_of_each(people, on=on)
    own = [one for one in people if unit.pk in places[one]]
    return own, [one for one in people if unit.pk not in places[one]]


def entries_from(rows: Iterable[StagedRow]) -> list[Entry]:
    """The entries that staged rows became, those that stand; a query for each kind."""
    keys = [row.values[ENTRY] for row in rows if ENTRY in row.values]
    return [one for kind in KINDS for one in kind._default_manager.filter(public_id__in=keys)]


def built_upon(entries: Iterable[Entry]) -> Iterator[Sentence]:
    """What keeps entries from being withdrawn together: those mended since, works that other honours name."""
    entries = list(entries)
    own = {one.pk for one in entries if isinstance(one, Honour)}
    yield from _told("mended", [str(one.whose) for one in entries if one.version > 1])
    works = [one.pk for one in entries if isinstance(one, Work)]
    used = Honour.objects.filter(works__in=works).exclude(pk__in=own).select_related("person", "unit")
    yield from _told("used", [f"{one.whose}: {one}" for one in used])


def _told(what: str, names: list[str]) -> Iterator[Sentence]:
    names = list(dict.fromkeys(names))
    if names:
        key = f"register.built.{what}"
        more = max(0, len(names) - NAMED_AT_MOST)
        yield Sentence(f"{key}_and_more" if more else key, names=tuple(names[:NAMED_AT_MOST]), more=more)
