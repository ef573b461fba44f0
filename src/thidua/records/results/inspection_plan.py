"""What a round of inspections is planned to be, as the page and the demo give it to the acts."""

from dataclasses import dataclass, field
from datetime import date

from thidua.records.directory.models import Person
from thidua.records.seasons.models import KeyContent, Membership


@dataclass(frozen=True)
class LookedAt:
    """A content: a key content of the season, or a text of the plan's own."""

    text: str
    key_content: KeyContent | None = None


@dataclass(frozen=True)
class TeamPlan:
    leader: Person
    members: tuple[Person, ...] = ()

    @property
    def people(self) -> tuple[Person, ...]:
        return (self.leader, *self.members)


@dataclass(frozen=True)
class VisitPlan:
    """`team` counts from 1, as on the page."""

    membership: Membership
    team: int
    on: date
    place: str = ""


@dataclass(frozen=True)
class InspectionPlan:
    name: str
    from_on: date
    until_on: date
    ground: str = ""
    contents: tuple[LookedAt, ...] = field(default=())
    teams: tuple[TeamPlan, ...] = field(default=())
    visits: tuple[VisitPlan, ...] = field(default=())
