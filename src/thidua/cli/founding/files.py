"""Reads the files of a played season, and remembers which row stands for which of their codes."""

import csv
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache

from thidua.base import places
from thidua.base.days import instant
from thidua.core.actor import Actor, command
from thidua.core.read import Table, read_table
from thidua.records.accounts.queries import actor_as_person
from thidua.records.directory.models import Person, Unit

BUILDER = command("demo")
Event = tuple[datetime, Callable[[], object]]  # when something happens, and what


FOUNDING = "founding"
_folder: ContextVar[str] = ContextVar("folder", default=FOUNDING)


@contextmanager
def files_of(folder: str) -> Iterator[None]:
    """Inside, `table` and `rows` read another season's folder, and acts get keys of their own."""
    before = _folder.set(folder)
    try:
        yield
    finally:
        _folder.reset(before)


def table(name: str) -> Table:
    """A YAML file of the season."""
    return _table(_folder.get(), name)


def rows(name: str) -> tuple[dict[str, str], ...]:
    """A CSV file of the season."""
    return _rows(_folder.get(), name)


def rows_by_indicator(name: str) -> Mapping[tuple[str, str], Mapping[str, dict[str, str]]]:
    """Rows of a CSV file by unit and period, then by indicator."""
    return _rows_by_indicator(_folder.get(), name)


def named(what: str) -> str:
    """The key of an act: the same act of two seasons has two keys."""
    return f"demo:{what}" if _folder.get() == FOUNDING else f"demo:{_folder.get()}:{what}"


@cache
def _table(folder: str, name: str) -> Table:
    return read_table((places.library("demo") / folder / f"{name}.yaml").read_text(encoding="utf-8"))


@cache
def _rows(folder: str, name: str) -> tuple[dict[str, str], ...]:
    with (places.library("demo") / folder / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return tuple(csv.DictReader(handle))


@cache
def _rows_by_indicator(folder: str, name: str) -> Mapping[tuple[str, str], Mapping[str, dict[str, str]]]:
    found: dict[tuple[str, str], dict[str, dict[str, str]]] = {}
    for row in _rows(folder, name):
        found.setdefault((row["unit"], row["period"]), {})[row["indicator"]] = row
    return found


def day(text: str) -> date:
    return date.fromisoformat(text)


def moment(text: str) -> datetime:
    """An instant as the files write it: a day alone means nine o'clock."""
    return instant(day(text), 9) if len(text) == 10 else datetime.fromisoformat(text)


@dataclass
class Cast:
    """Units and people by their codes in the files."""

    units: dict[str, Unit] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)

    def actor(self, code: str, on: date) -> Actor:
        """A person of the files as an actor, with the posts held on that day."""
        return actor_as_person(self.people[code], on=on)
