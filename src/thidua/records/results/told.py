"""What is told of an exemplar and of an initiative, as pages and the demo give it to the acts."""

from dataclasses import dataclass
from datetime import date

from thidua.records.directory.models import Person
from thidua.records.seasons.models import KeyContent


@dataclass(frozen=True)
class ExemplarTold:
    """`name` as it shall be written; `person` where the directory knows who it is, None for a collective."""

    kind: str
    name: str
    field: KeyContent
    did: str
    post: str = ""
    person: Person | None = None
    goal: str = ""
    mentor: str = ""


@dataclass(frozen=True)
class AuthorTold:
    name: str
    share_percent: int
    person: Person | None = None


@dataclass(frozen=True)
class InitiativeTold:
    title: str
    field: KeyContent
    applied_on: date | None = None
    description: str = ""
    benefit: str = ""
    authors: tuple[AuthorTold, ...] = ()
