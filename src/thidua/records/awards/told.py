"""What is told of a record, as pages, lists and the demo give it to the acts."""

from dataclasses import dataclass, field
from datetime import date

from thidua.core.law.history import AwardType, Level, Recognition
from thidua.records.awards.models import Discipline, Leave, Profile, Work
from thidua.records.directory.models import Person, Unit
from thidua.records.results.models import Initiative

Whose = Person | Unit


@dataclass(frozen=True)
class Decision:
    """By which decision; `source` is what says so where the decision itself is not at hand."""

    number: str = ""
    on: date | None = None
    by: str = ""
    source: str = ""


@dataclass(frozen=True)
class RatingTold:
    year: int
    level: Level
    basis: str = ""
    decision: Decision = field(default_factory=Decision)


@dataclass(frozen=True)
class HonourTold:
    """Of a title the `year` reviewed; of a form its `type`, and the years that it rewarded.

    `works` it was built upon; `named` are those told by their name or by the number of their decision.
    """

    award: str
    year: int | None = None
    type: AwardType | None = None
    rewarded: tuple[int, ...] = ()
    works: tuple[Work, ...] = ()
    named: tuple[str, ...] = ()
    signer: str = ""
    decision: Decision = field(default_factory=Decision)


@dataclass(frozen=True)
class WorkTold:
    kind: Work.Kind
    year: int
    name: str
    recognised_by: Recognition
    initiative: Initiative | None = None
    decision: Decision = field(default_factory=Decision)


@dataclass(frozen=True)
class DisciplineTold:
    degree: Discipline.Degree
    from_on: date
    until_on: date | None = None
    decision: Decision = field(default_factory=Decision)


@dataclass(frozen=True)
class LeaveTold:
    year: int
    kind: Leave.Kind
    decision: Decision = field(default_factory=Decision)


@dataclass(frozen=True)
class FactTold:
    """`word` is one of those that standards ask for; `is_so`: whether it was so."""

    word: str
    year: int
    is_so: bool = True
    decision: Decision = field(default_factory=Decision)


@dataclass(frozen=True)
class ProfileTold:
    sex: Profile.Sex
    group: str
    decision: Decision = field(default_factory=Decision)


@dataclass(frozen=True)
class TenureTold:
    """`post` is one of those of the tables of long service."""

    post: str
    from_on: date
    until_on: date | None = None
    held_at: str = ""
    decision: Decision = field(default_factory=Decision)


EntryTold = RatingTold | HonourTold | WorkTold | DisciplineTold | LeaveTold | FactTold | ProfileTold | TenureTold


@dataclass(frozen=True)
class Line:
    """One entry of many that are brought at once."""

    whose: Whose
    told: EntryTold
