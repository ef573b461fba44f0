"""A hand-over in plain values: minutes as both have signed them on paper, the next head whom it names."""

from dataclasses import dataclass
from datetime import date

from thidua.records.files.models import StoredFile
from thidua.records.papers.steps import Shown


@dataclass(frozen=True)
class Signer:
    name: str
    title: str

    def as_written(self) -> dict[str, str]:
        return {"name": self.name, "title": self.title}


@dataclass(frozen=True)
class SignedMinutes:
    """The minutes of the hand-over (biên bản bàn giao), signed by both outside the system."""

    number: str
    dated_on: date
    giver: Signer
    receiver: Signer
    file: StoredFile | None = None

    @property
    def shown(self) -> Shown:
        return Shown("Biên bản bàn giao", self.number, self.dated_on, self.file)
