"""Acts on a unit's report in words: typed, submitted with its figures, signed or returned, opened again, numbered."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from thidua.base.days import local_day
from thidua.base.library import report_kinds
from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.core.rights.scopes import Scope
from thidua.core.texts import composed
from thidua.core.workflow.handing_in import Handing, Move, may_enter
from thidua.records.accounts.queries import signer_of
from thidua.records.desk.queries import entry_on_behalf_of
from thidua.records.desk.steps.entries import SourcePaper, note_on_behalf
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.results.access.written import may
from thidua.records.results.models import WrittenReport
from thidua.records.results.steps.written import (
    Texts,
    fill,
    held_report,
    held_reports,
    require_texts,
    subjects_of,
    write_texts,
)
from thidua.records.results.topics import Topic, topic_of
from thidua.records.seasons.models import Membership


@act
def save_written(
    member: Membership, topic: Topic, *, texts: Texts, seen_version: int, by: Actor, at: datetime, key: str
) -> WrittenReport:
    """The officer types it; `seen_version` 0 where nothing stood. Raises NotPossible if someone has saved since."""
    report = held_report(member, topic)
    require(may(by, "reports.enter", report.membership, on=local_day(at)))
    require(may_enter(report.handing))
    report.expect(seen_version)
    write_texts(report, topic.kind, texts)
    report.turn()
    report.save()
    record("written.saved", by=by, at=at, subjects=subjects_of(report), body={"typed": report.typed})
    return report


@act
def submit_written(
    report: WrittenReport, *, filled: Mapping[str, Any], seen_version: int, by: Actor, at: datetime, key: str
) -> WrittenReport:
    """Handed to the leader with the figures of the records as they are now; they change no more.

    Raises NotPossible before the last fortnight of the time it is about, or naming the headings without words.
    """
    [report] = held_reports([report])
    require(may(by, "reports.submit", report.membership, on=local_day(at)))
    report.expect(seen_version)
    _require_open(topic_of(report), on=local_day(at))
    require_texts(report, report_kinds()[report.code])
    fill(report, filled, at)
    return _hand(report, Move.SUBMIT, "written.submitted", by=by, at=at)


@act
def take_back_written(report: WrittenReport, *, by: Actor, at: datetime, key: str) -> WrittenReport:
    """The officer takes it back to mend it, until the leader has signed or returned it."""
    seen, [report] = report.version, held_reports([report])
    require(may(by, "reports.submit", report.membership, on=local_day(at)))
    return _hand(report, Move.TAKE_BACK, "written.taken_back", seen=seen, by=by, at=at)


@act
def sign_written(reports: list[WrittenReport], *, by: Actor, at: datetime, key: str) -> list[WrittenReport]:
    """The leader or a delegate signs, many at once: all or none. From now on every member reads it.

    Raises NotPossible too for one that was taken back and submitted anew since the version that `reports` carry.
    """
    seen = {report.pk: report.version for report in reports}
    signed = held_reports(reports)
    for report in signed:
        require(may(by, "reports.sign", report.membership, on=local_day(at)))
        signer = signer_of(by, report.membership.unit, Scope.REPORTS, on=local_day(at))
        report.hand(Move.SIGN, by=by, at=at, signer=signer)
        report.expect(seen[report.pk], or_say="handing.changed_since")
        report.handed_in_on = report.handed_in_on or local_day(at)
        report.turn()
        report.save()
    subjects = [subject for report in signed for subject in subjects_of(report)]
    record("written.signed", by=by, at=at, subjects=subjects, body={"reports": len(signed)})
    return signed


@act
def return_written(report: WrittenReport, *, remark: str, by: Actor, at: datetime, key: str) -> WrittenReport:
    """The leader returns it to the officer with a remark."""
    seen, [report] = report.version, held_reports([report])
    require(may(by, "reports.sign", report.membership, on=local_day(at)))
    if not remark.strip():
        raise refuse("report.needs_remark")
    return _hand(report, Move.RETURN, "written.returned", seen=seen, by=by, at=at, remark=remark.strip())


@act
def reopen_written(report: WrittenReport, *, reason: str, by: Actor, at: datetime, key: str) -> WrittenReport:
    """The unit opens a signed report to mend it: its number counts no more, the day on which it first left stays.

    Raises NotPossible without a reason, and for what the secretariat entered from the unit's paper.
    """
    [report] = held_reports([report])
    require(may(by, "reports.submit", report.membership, on=local_day(at)))
    if entry_on_behalf_of(report) is not None:
        raise refuse("written.entered_from_paper")
    if not reason.strip():
        raise refuse("written.needs_reason")
    before = {"number": report.number, "typed": report.typed}
    report.number, report.dated_on = "", None
    report.hand(Move.CORRECT, by=by, at=at)
    report.turn()
    report.save()
    body = {"reason": composed(reason.strip()), "before": before}
    record("written.reopened", by=by, at=at, subjects=subjects_of(report), body=body)
    return report


@act
def number_written(
    report: WrittenReport, *, number: str, dated_on: date, by: Actor, at: datetime, key: str
) -> WrittenReport:
    """Number and day under which the unit's own office sent it. Raises NotPossible before it is signed."""
    [report] = held_reports([report])
    require(may(by, "reports.submit", report.membership, on=local_day(at)))
    if report.handing is not Handing.SIGNED:
        raise refuse("written.not_signed")
    if dated_on > local_day(at):
        raise refuse("paper.from_later", dated_on=dated_on)
    report.number, report.dated_on = composed(number.strip()), dated_on
    report.turn()
    report.save()
    body = {"number": report.number, "dated_on": dated_on.isoformat()}
    record("written.numbered", by=by, at=at, subjects=subjects_of(report), body=body)
    return report


@act
def enter_written_on_behalf(
    member: Membership,
    topic: Topic,
    *,
    texts: Texts,
    filled: Mapping[str, Any],
    paper: SourcePaper,
    by: Actor,
    at: datetime,
    key: str,
) -> WrittenReport:
    """The secretariat enters a unit's report from its paper (nhập thay): signed by the leader named there.

    Raises NotPossible if nothing is entered, before it may be submitted, for a paper from a later day, while the unit
    writes it by itself, or once it is on its way.
    """
    report, on = held_report(member, topic), local_day(at)
    require(may(by, "reports.enter_on_behalf", report.membership, on=on))
    require(may_enter(report.handing))
    _require_open(topic, on=on)
    if any(report.typed.values()):
        raise refuse("written.unit_is_writing")
    write_texts(report, topic.kind, texts)
    if not any(report.typed.values()):
        raise refuse("written.nothing_entered")
    entering = by.for_unit(report.membership.unit.token)
    fill(report, filled, at)
    report.hand(Move.SUBMIT, by=entering, at=at)
    report.hand(Move.SIGN, by=entering, at=at, signer=paper.signer())
    report.number, report.dated_on, report.handed_in_on = paper.number, paper.dated_on, paper.dated_on
    report.turn()
    report.save()
    note_on_behalf(report, report.membership.unit, paper, within=report.membership.bloc_season, by=by, at=at)
    body = {"typed": report.typed, "paper": paper.as_written()}
    record("written.entered_on_behalf", by=entering, at=at, subjects=subjects_of(report), body=body)
    return report


def _hand(
    report: WrittenReport, move: Move, kind: str, *, by: Actor, at: datetime, seen: int | None = None, remark: str = ""
) -> WrittenReport:
    report.hand(move, by=by, at=at, remark=remark)
    if seen is not None:
        report.expect(seen, or_say="handing.changed_since")
    report.turn()
    report.save()
    record(kind, by=by, at=at, subjects=subjects_of(report), body={"remark": remark} if remark else None)
    return report


def _require_open(topic: Topic, *, on: date) -> None:
    if on < topic.opens_on:
        raise refuse("written.too_early", what=topic.name, until=topic.until_on, opens=topic.opens_on)
