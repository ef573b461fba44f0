"""The entries of one record, kind by kind."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from thidua.records.awards.models import Discipline, Fact, Honour, Leave, Profile, Rating, Tenure, Work, known_on
from thidua.records.awards.queries.works import works_of
from thidua.records.directory.models import Person, Unit
from thidua.records.directory.queries.descent import history_of


@dataclass(frozen=True)
class Record:
    """What stands in one record, the newest first in each list; `profile` is for who keeps it."""

    ratings: list[Rating]
    honours: list[Honour]
    works: list[Work]
    disciplines: list[Discipline]
    leaves: list[Leave]
    facts: list[Fact]
    tenures: list[Tenure]
    profile: Profile | None = None

    @property
    def is_empty(self) -> bool:
        return not any(
            (self.ratings, self.honours, self.works, self.disciplines, self.leaves, self.facts, self.tenures)
        )


def tenures_of(person: Person, *, on: date | None = None) -> list[Tenure]:
    """The latest first; `on`: but for what was decided later."""
    return list(Tenure.objects.filter(known_on(on), person=person))


def has_profile(person: Person) -> bool:
    return Profile.objects.filter(person=person).exists()


def record_of(whose: Person | Unit) -> Record:
    """A person's, or a unit's with that of every unit out of which it came. Few queries, whatever its length."""
    own: dict[str, Any] = {"person": whose} if isinstance(whose, Person) else {"unit__in": history_of(whose)}
    ratings = Rating.objects.filter(**own).select_related("unit", "person")
    found = Honour.objects.filter(**own).select_related("unit", "person").prefetch_related("works")
    honours = sorted(found, key=lambda one: (-one.of_year, one.pk))
    facts = list(Fact.objects.filter(**own).select_related("unit", "person"))
    if isinstance(whose, Unit):
        return Record(list(ratings), honours, [], [], [], facts, [])
    return Record(
        list(ratings), honours, list(works_of(whose)),
        list(Discipline.objects.filter(person=whose)), list(Leave.objects.filter(person=whose)),
        facts, tenures_of(whose), Profile.objects.filter(person=whose).first(),
    )  # fmt: skip
