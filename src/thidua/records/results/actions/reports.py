"""Acts on a unit's report of a period: typed and submitted by the officer, signed or returned by the leader."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.core.rights.scopes import Scope
from thidua.core.workflow.handing_in import Move, may_enter
from thidua.records.accounts.queries import signer_of
from thidua.records.desk.steps.entries import SourcePaper, note_on_behalf
from thidua.records.journal.actions import act
from thidua.records.journal.models import HasToken
from thidua.records.journal.steps import record
from thidua.records.papers.steps import Shown
from thidua.records.results import access
from thidua.records.results.models import Report
from thidua.records.results.reached import Reached
from thidua.records.results.steps.lines import attach, enter_lines, require_files, require_whole
from thidua.records.results.steps.locks import locked_report, locked_reports

Papers = Mapping[int, Sequence[Shown]]


@act
def save_report(
    report: Report,
    *,
    figures: Mapping[int, Reached],
    note: str,
    seen_version: int,
    by: Actor,
    at: datetime,
    key: str,
    evidence: Papers | None = None,
) -> Report:
    """The officer types the report; `figures` and new `evidence` by key of the line.

    Raises NotPossible if someone has saved since, or with every fault of every figure.
    """
    report = locked_report(report.pk)
    require(access.may(by, "results.enter", report, on=local_day(at)))
    require(may_enter(report.handing))
    report.expect(seen_version)
    body = _enter(report, figures, note, evidence, at)
    report.turn()
    report.save(update_fields=["note", "version"])
    record("report.saved", by=by, at=at, subjects=_subjects(report), body=body)
    return report


@act
def submit_report(report: Report, *, seen_version: int, by: Actor, at: datetime, key: str) -> Report:
    """The officer submits the report for signature, at the earliest in the last fortnight of its period.

    Raises NotPossible naming every line that has neither figure nor note, or lacks the file that its indicator
    asks for, and every fault.
    """
    report = locked_report(report.pk)
    require(access.may(by, "results.submit", report, on=local_day(at)))
    report.expect(seen_version)
    _require_open(report, on=local_day(at))
    require_whole(report)
    require_files(report)
    return _hand(report, Move.SUBMIT, "report.submitted", by=by, at=at)


@act
def take_back_report(report: Report, *, by: Actor, at: datetime, key: str) -> Report:
    """The officer takes a submitted report back to mend it, until the leader has signed or returned it."""
    seen, report = report.version, locked_report(report.pk)
    require(access.may(by, "results.submit", report, on=local_day(at)))
    return _hand(report, Move.TAKE_BACK, "report.taken_back", seen=seen, by=by, at=at)


@act
def sign_reports(reports: list[Report], *, by: Actor, at: datetime, key: str) -> list[Report]:
    """The leader or a delegate signs, many at once: all or none. From now on the figures stand.

    Raises NotPossible too for a report that was taken back and submitted anew since the version that
    `reports` carry, and for a running total that a period signed meanwhile contradicts.
    """
    seen = {report.pk: report.version for report in reports}
    signed = list(locked_reports(report.pk for report in reports).values())
    for report in signed:
        require(access.may(by, "results.sign", report, on=local_day(at)))
        signer = signer_of(by, report.membership.unit, Scope.REPORTS, on=local_day(at))
        report.hand(Move.SIGN, by=by, at=at, signer=signer)
        report.expect(seen[report.pk], or_say="handing.changed_since")
        require_whole(report)
        require_files(report)
        report.handed_in_on = local_day(at)
        report.turn()
        report.save()
    subjects = [subject for report in signed for subject in _subjects(report)]
    record("report.signed", by=by, at=at, subjects=subjects, body={"reports": len(signed)})
    return signed


@act
def return_report(report: Report, *, remark: str, by: Actor, at: datetime, key: str) -> Report:
    """The leader returns the report to the officer with a remark."""
    seen, report = report.version, locked_report(report.pk)
    require(access.may(by, "results.sign", report, on=local_day(at)))
    if not remark.strip():
        raise refuse("report.needs_remark")
    return _hand(report, Move.RETURN, "report.returned", seen=seen, by=by, at=at, remark=remark.strip())


@act
def enter_report_on_behalf(
    report: Report,
    *,
    figures: Mapping[int, Reached],
    paper: SourcePaper,
    by: Actor,
    at: datetime,
    key: str,
    note: str = "",
    evidence: Papers | None = None,
) -> Report:
    """The secretariat enters a unit's report from a paper (nhập thay): it counts as signed by the leader named there.

    The entry is marked and the unit told; its paper stands for the files that indicators ask for. Raises NotPossible
    as saving, submitting and signing together, for a paper from a later day, or if the unit's own report is on its
    way already.
    """
    report = locked_report(report.pk)
    on = local_day(at)
    require(access.may(by, "results.enter_on_behalf", report, on=on))
    require(may_enter(report.handing))
    _require_open(report, on=on)
    body = _enter(report, figures, note, evidence, at)
    require_whole(report)
    unit = report.membership.unit
    entering = by.for_unit(unit.token)
    report.hand(Move.SUBMIT, by=entering, at=at)
    report.hand(Move.SIGN, by=entering, at=at, signer=paper.signer())
    report.handed_in_on = paper.dated_on
    report.turn()
    report.save()
    note_on_behalf(report, unit, paper, within=report.membership.bloc_season, by=by, at=at)
    body = {**body, "paper": paper.as_written()}
    record("report.entered_on_behalf", by=entering, at=at, subjects=_subjects(report), body=body)
    return report


def _subjects(report: Report) -> list[HasToken]:
    return [report, report.membership.unit]


def _hand(
    report: Report, move: Move, kind: str, *, by: Actor, at: datetime, seen: int | None = None, remark: str = ""
) -> Report:
    report.hand(move, by=by, at=at, remark=remark)
    if seen is not None:
        report.expect(seen, or_say="handing.changed_since")
    report.turn()
    report.save()
    record(kind, by=by, at=at, subjects=_subjects(report), body={"remark": remark} if remark else None)
    return report


def _enter(
    report: Report, figures: Mapping[int, Reached], note: str, evidence: Papers | None, at: datetime
) -> dict[str, object]:
    """Writes figures, note and evidence; gives what the journal keeps of it."""
    body: dict[str, object] = {"lines": enter_lines(report, figures)}
    if note.strip() != report.note:
        body["note"] = {"before": report.note, "after": note.strip()}
        report.note = note.strip()
    lines = {line.pk: line for line in report.lines.filter(pk__in=evidence or {})}
    shown = [(lines[pk], one) for pk, papers in (evidence or {}).items() if pk in lines for one in papers]
    if attached := attach(report.membership.unit, shown, at=at):
        body["evidence"] = [str(one.paper) for one in attached]
    return body


def _require_open(report: Report, *, on: date) -> None:
    period = report.period
    if on < period.opens_on:
        raise refuse("report.too_early", period=period.name, until=period.until_on, opens=period.opens_on)
