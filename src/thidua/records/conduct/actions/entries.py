"""Entries on behalf are judged: the unit confirms or disputes, the secretariat answers with a reason."""

from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import Sentence, Unknown, refuse, require
from thidua.core.workflow.on_behalf import Judgement
from thidua.records.conduct.access import may_judge
from thidua.records.conduct.queries import Behind, behind
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.desk.steps.entries import judge
from thidua.records.desk.steps.notices import notify, notify_people
from thidua.records.journal.actions import act
from thidua.records.journal.models import HasToken
from thidua.records.journal.steps import record
from thidua.records.seasons.queries.frame import people_in_role


@act
def confirm_entry(entry: EntryOnBehalf, *, by: Actor, at: datetime, key: str) -> EntryOnBehalf:
    """The unit's officer or leader confirms what was entered for it; a dispute of its own is taken back by that.

    Raises NotPossible once it is confirmed or answered.
    """
    entry, found = _locked(entry, by, "entries.dispute", at)
    judge(entry, Judgement.CONFIRM, reason="", by=by.as_written(), at=at)
    record("entry.confirmed", by=by, at=at, subjects=_subjects(entry, found))
    return entry


@act
def dispute_entry(entry: EntryOnBehalf, *, reason: str, by: Actor, at: datetime, key: str) -> EntryOnBehalf:
    """The unit does not agree. What was entered stands with its mark until the secretariat answers.

    Raises NotPossible without a reason, or once it is disputed or answered.
    """
    entry, found = _locked(entry, by, "entries.dispute", at)
    judge(entry, Judgement.DISPUTE, reason=reason.strip(), by=by.as_written(), at=at)
    told = Sentence("notice.entry_disputed", unit=found.member.name, number=entry.number)
    asked = people_in_role(found.bloc.season, "secretariat", on=local_day(at))
    notify_people(asked, told, at=at, place=entry.PLACE, slugs=(entry.public_id,))
    record("entry.disputed", by=by, at=at, subjects=_subjects(entry, found), body={"reason": entry.dispute})
    return entry


@act
def answer_entry(
    entry: EntryOnBehalf, *, replaced: bool, reason: str, by: Actor, at: datetime, key: str
) -> EntryOnBehalf:
    """The secretariat answers a dispute: what was entered is right, or newer figures have `replaced` it.

    Raises NotPossible without a reason, where nothing is disputed, or for `replaced` before anything newer stands.
    """
    entry, found = _locked(entry, by, "entries.answer", at)
    if replaced and entry.state == EntryOnBehalf.State.DISPUTED and not found.is_replaced:
        raise refuse("entry.nothing_newer")
    judge(entry, Judgement.REPLACE if replaced else Judgement.UPHOLD, reason=reason.strip(), by=by.as_written(), at=at)
    told = Sentence("notice.entry_replaced" if replaced else "notice.entry_upheld", number=entry.number)
    notify(found.member.unit, told, at=at, place=entry.PLACE, slugs=(entry.public_id,))
    kind = "entry.replaced" if replaced else "entry.upheld"
    record(kind, by=by, at=at, subjects=_subjects(entry, found), body={"answer": entry.answer})
    return entry


def _locked(entry: EntryOnBehalf, by: Actor, what: str, at: datetime) -> tuple[EntryOnBehalf, Behind]:
    entry = EntryOnBehalf.objects.select_for_update().get(pk=entry.pk)
    if (found := behind(entry)) is None:
        raise Unknown
    require(may_judge(by, what, found, on=local_day(at)))
    return entry, found


def _subjects(entry: EntryOnBehalf, found: Behind) -> list[HasToken]:
    return [entry, found.row, found.member.unit]
