"""Marks what the secretariat entered for a unit, and what became of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import Sentence, refuse, require
from thidua.core.workflow.on_behalf import EntryState, Judgement, after, may
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.desk.steps.notices import notify_each
from thidua.records.directory.models import Unit
from thidua.records.files.models import StoredFile
from thidua.records.journal.models import HasToken

ROWS_AT_ONCE = 500


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


def note_on_behalf(
    subject: HasToken, unit: Unit, paper: SourcePaper, *, within: HasToken, by: Actor, at: datetime
) -> None:
    """Marks what was entered for a unit, and tells the unit, which confirms or disputes it.

    `within` is the bloc's season in which it stands. Raises NotPossible for a paper from a later day.
    """
    note_each_on_behalf([(subject, unit, paper)], within=within, by=by, at=at)


def note_each_on_behalf(
    entered: Iterable[tuple[HasToken, Unit, SourcePaper]], *, within: HasToken, by: Actor, at: datetime
) -> None:
    """The same for several units at once, each with its own paper; in two statements."""
    entries = []
    for subject, unit, paper in entered:
        if paper.dated_on > local_day(at):
            raise refuse("entry.paper_from_later", dated_on=paper.dated_on)
        entries.append(
            EntryOnBehalf(
                unit=unit,
                subject=subject.token,
                within=within.token,
                source=paper.source,
                number=paper.number,
                dated_on=paper.dated_on,
                signer_name=paper.signer_name,
                signer_title=paper.signer_title,
                file=paper.file,
                entered_at=at,
                entered_by=by.as_written(),
            )
        )
    EntryOnBehalf.objects.bulk_create(entries, batch_size=ROWS_AT_ONCE)
    notify_each(((entry.unit, _told(entry), (entry.public_id,)) for entry in entries), at=at, place=EntryOnBehalf.PLACE)


def _told(entry: EntryOnBehalf) -> Sentence:
    return Sentence("notice.entered_on_behalf", number=entry.number, source=entry.source)


def judge(
    entry: EntryOnBehalf, judgement: Judgement, *, reason: str, by: Mapping[str, str], at: datetime
) -> EntryOnBehalf:
    """The entry in its next state, `by` as written.

    Raises NotPossible where the table has no such step, or for a dispute or an answer without a reason.
    """
    require(may(EntryState(entry.state), judgement))
    if judgement is not Judgement.CONFIRM and not reason:
        raise refuse(f"entry.needs_reason_to_{judgement}")
    entry.state = str(after(EntryState(entry.state), judgement))
    if judgement is Judgement.CONFIRM:
        entry.confirmed_at, entry.confirmed_by = at, by
    elif judgement is Judgement.DISPUTE:
        entry.dispute, entry.disputed_at, entry.disputed_by = reason, at, by
    else:
        entry.answer, entry.answered_at, entry.answered_by = reason, at, by
    entry.save()
    return entry


def withdraw_entries(subjects: Iterable[HasToken], *, by: Mapping[str, str], at: datetime) -> None:
    """What was entered last is withdrawn with its figures, while no unit has said anything; every unit is told.

    An older entry behind the same row stays: what it entered is what stands again.
    """
    tokens = [subject.token for subject in subjects]
    entries = EntryOnBehalf.marks.select_for_update(of=("self",)).filter(subject__in=tokens).select_related("unit")
    found = list({entry.subject: entry for entry in entries.order_by("pk")}.values())
    for entry in found:
        require(may(EntryState(entry.state), Judgement.WITHDRAW))
    EntryOnBehalf.objects.filter(pk__in=[entry.pk for entry in found]).update(
        state=EntryState.WITHDRAWN.value, answered_at=at, answered_by=by
    )
    told = (Sentence("notice.entry_withdrawn", number=entry.number, source=entry.source) for entry in found)
    notify_each(((entry.unit, one, ()) for entry, one in zip(found, told, strict=True)), at=at)
