"""What is told of a conference, as the page and the demo give it to the acts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from thidua.core.workflow.conferences import Form, MatterKind
from thidua.records.directory.models import Unit
from thidua.records.files.models import StoredFile
from thidua.records.seasons.models import BlocSeason, Season


@dataclass(frozen=True)
class MatterPlan:
    """Of a season, of one bloc in it (then `bloc` tells the season), or of none."""

    kind: MatterKind
    text: str
    season: Season | None = None
    bloc: BlocSeason | None = None


@dataclass(frozen=True)
class ConferencePlan:
    name: str
    starts_at: datetime
    ends_at: datetime
    town: str
    form: Form = Form.IN_PERSON
    hall: str = ""
    host: Unit | None = None
    chair: str = ""
    answer_by: date | None = None
    talks_by: date | None = None
    letter: str = ""
    matters: Sequence[MatterPlan] = ()


@dataclass(frozen=True)
class ItemPlan:
    """A line of the programme; `matter` counts from 1, 0 for none."""

    starts_at: datetime
    ends_at: datetime
    text: str
    who: str = ""
    matter: int = 0


@dataclass(frozen=True)
class Guest:
    organisation: str
    addressee: str = ""


@dataclass(frozen=True)
class Person:
    """Somebody of a delegation; the first one leads it. `signs` as in the model."""

    name: str
    post: str = ""
    signs: str = ""
    letter: str = ""


@dataclass(frozen=True)
class Reply:
    """What an invitation is answered; `people` empty when nobody comes."""

    comes: bool
    people: Sequence[Person] = ()
    remark: str = ""


@dataclass(frozen=True)
class ScriptPlan:
    """A line of the running order."""

    at: datetime
    speaker: str = ""
    words: str = ""
    cue: str = ""


@dataclass(frozen=True)
class PaperTold:
    """Minutes or conclusions: the text, then number, day and signed file once the office has issued it."""

    text: str = ""
    number: str = ""
    dated_on: date | None = None
    file: StoredFile | None = None


@dataclass(frozen=True)
class NominatedTold:
    """Who for what, with how many votes of how many."""

    name: str
    what: str
    votes: int
    of: int
