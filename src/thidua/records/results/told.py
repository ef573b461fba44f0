"""What is told of an exemplar, an initiative, an act of participation, as pages and the demo give it to the acts."""

from dataclasses import dataclass
from datetime import date

from thidua.core.workflow.participation import ActKind
from thidua.records.directory.models import Person, Unit
from thidua.records.files.models import StoredFile
from thidua.records.results.models import ChapterActivity, Participation
from thidua.records.seasons.models import Campaign, KeyContent


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


@dataclass(frozen=True)
class ActTold:
    """What somebody did on a day, and where in the unit; `name` where the directory need not know the person."""

    kind: ActKind
    on: date
    text: str
    unit: Unit
    campaign: Campaign | None = None
    name: str = ""
    photo: StoredFile | None = None
    activity: ChapterActivity | None = None


@dataclass(frozen=True)
class CodeAsked:
    """For what a code is: an occasion in words, perhaps a campaign, and its last day."""

    title: str
    kind: ActKind
    expires_on: date
    campaign: Campaign | None = None
    activity: ChapterActivity | None = None


@dataclass(frozen=True)
class ActivityTold:
    """What a chapter did: on which day, where, how many came as it says."""

    title: str
    on: date
    place: str
    people: int
    text: str = ""
    campaign: Campaign | None = None


@dataclass(frozen=True)
class Claim:
    """Whose an entry is; `person` None writes a new person down under the name as it was entered."""

    entry: Participation
    person: Person | None
