"""Marks what the secretariat entered for a unit."""

from dataclasses import dataclass
from datetime import date, datetime

from thidua.core.actor import Actor
from thidua.core.answer import Sentence
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.desk.steps.notices import notify
from thidua.records.directory.models import Unit
from thidua.records.files.models import StoredFile
from thidua.records.journal.models import HasToken


@dataclass(frozen=True)
class SourcePaper:
    """The paper from which the secretariat enters for a unit, and the leader named on it."""

    source: str
    number: str
    dated_on: date
    signer_name: str
    signer_title: str
    file: StoredFile | None = None

    def signer(self) -> dict[str, str]:
        """As a signature stands in a record: who the paper names, not who typed it."""
        return {"name": self.signer_name, "title": self.signer_title}

    def as_written(self) -> dict[str, str]:
        return {"source": self.source, "number": self.number, "dated_on": self.dated_on.isoformat()}


def note_on_behalf(subject: HasToken, unit: Unit, paper: SourcePaper, *, by: Actor, at: datetime, address: str) -> None:
    """Marks what was entered for a unit, and tells the unit."""
    EntryOnBehalf.objects.create(
        unit=unit,
        subject=subject.token,
        source=paper.source,
        number=paper.number,
        dated_on=paper.dated_on,
        signer_name=paper.signer_name,
        signer_title=paper.signer_title,
        file=paper.file,
        entered_at=at,
        entered_by=by.as_written(),
    )
    notify(unit, Sentence("notice.entered_on_behalf", number=paper.number, source=paper.source), at=at, address=address)
