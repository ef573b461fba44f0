"""Reads the founding season's files, and remembers which row stands for which of their codes."""

import csv
from collections.abc import Callable
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


@cache
def table(name: str) -> Table:
    """A YAML file of the season."""
    return read_table((places.library("demo") / "founding" / f"{name}.yaml").read_text(encoding="utf-8"))


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """A CSV file of the season."""
    with (places.library("demo") / "founding" / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return tuple(csv.DictReader(handle))


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
