"""What a page of the law says of a unit besides its answer: that it has ended, who of its people is not rated yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from thidua.base.clock import today
from thidua.core.law.conditions.groups import leaves_of
from thidua.core.law.conditions.members import HeadCount, Share
from thidua.core.law.history import Asked, History
from thidua.core.law.standard import Standard
from thidua.pages.honours.asks import RATING
from thidua.records.awards.access import may_keep, may_read_people
from thidua.records.awards.queries.members import not_rated_in
from thidua.records.directory.models import Unit
from thidua.records.directory.queries.descent import heirs_of

NAMED = 20


@dataclass(frozen=True)
class Ended:
    """A unit that is no more: since when, and at which addresses those are asked about that took over."""

    on: date
    heirs: list[tuple[str, str]]


def ended(unit: Unit, page: str) -> Ended | None:
    """None for a unit that stands. `page` is the name of the address that each heir has as well."""
    if unit.dissolved_on is None:
        return None
    return Ended(unit.dissolved_on, [(one.short_name, reverse(page, args=(one.slug,))) for one in heirs_of(unit)])


@dataclass(frozen=True)
class NotRated:
    """Why shares of a unit's people cannot be reckoned; `people` with the form that rates each, where one may.

    `people` is empty for whoever may not read the records of people.
    """

    year: int
    count: int
    of: int
    people: list[tuple[str, str]]

    @property
    def more(self) -> int:
        return self.count - len(self.people) if self.people else 0


def not_rated(request: Any, unit: Unit, history: History, asked: Asked, standard: Standard) -> NotRated | None:
    """None where the standard asks for no shares, or where everybody of the year is known."""
    members = history.members.get(asked.year)
    if (members is not None and members.complete is not None) or not _asks_for_members(standard):
        return None
    found = not_rated_in(unit, asked.year, most=NAMED, on=asked.on)
    if not found.count:
        return None
    shown = found.first if may_read_people(request.actor, unit, on=today()).is_yes else []
    back = urlencode({"nam": asked.year, "next": request.get_full_path()})
    keeps = shown and may_keep(request.actor, unit, on=today()).is_yes
    links = [f"{reverse('enter_person_honour', args=(one.public_id, RATING))}?{back}" if keeps else "" for one in shown]
    people = [(one.full_name, link) for one, link in zip(shown, links, strict=True)]
    return NotRated(asked.year, found.count, found.on_the_roll, people)


def _asks_for_members(standard: Standard) -> bool:
    return any(isinstance(one, Share | HeadCount) for one in _leaves(standard))


def _leaves(standard: Standard) -> Iterator[object]:
    for branch in standard.branches:
        yield from leaves_of(branch.condition)
