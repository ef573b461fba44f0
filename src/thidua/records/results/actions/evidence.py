"""Acts on evidence: a paper put beside a line at any time, and withdrawn without being lost."""

from collections.abc import Sequence
from datetime import date, datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.core.workflow.handing_in import Handing
from thidua.records.files.models import StoredFile
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.papers.models import Paper
from thidua.records.papers.steps import Shown, papers_of_unit
from thidua.records.results import access
from thidua.records.results.models import Evidence, Report, Result
from thidua.records.results.queries import is_on_behalf
from thidua.records.results.steps.lines import attach, attach_each, require_files, require_shown
from thidua.records.results.steps.locks import locked_report


@act
def add_evidence(
    result: Result,
    *,
    title: str,
    number: str,
    dated_on: date | None,
    file: StoredFile | None,
    issuer: str = "",
    by: Actor,
    at: datetime,
    key: str,
) -> Evidence:
    """The unit names a paper that shows a result, before or after its report is signed; no figure changes.

    The secretariat does so for a report that it has entered itself. Raises NotPossible for evidence with
    neither number and day nor file, from a later day, or there already.
    """
    report = locked_report(result.report_id)
    require(access.may_support(by, report, on=local_day(at)))
    [evidence] = attach(report.membership.unit, [(result, Shown(title, number, dated_on, file, issuer))], at=at)
    _record("evidence.added", evidence, report, by=by, at=at)
    return evidence


@act
def attach_papers(
    report: Report,
    *,
    papers: Sequence[Paper],
    new: Shown | None,
    lines: Sequence[Result],
    by: Actor,
    at: datetime,
    key: str,
) -> list[Evidence]:
    """Papers of the unit that are there already, and perhaps a new one, beside many lines of a report at once.

    Raises NotPossible without a paper or a line, as `add_evidence` for the new one, or if each stands there already.
    """
    report = locked_report(report.pk)
    require(access.may_support(by, report, on=local_day(at)))
    if new is not None:
        require_shown(new, on=local_day(at))
        papers = [*papers, *papers_of_unit(report.membership.unit, [new])]
    made = attach_each(papers, lines, at=at)
    body = {"papers": [str(paper) for paper in papers], "lines": str(len(lines))}
    record("evidence.attached", by=_who(report, by), at=at, subjects=[report, report.membership.unit], body=body)
    return made


@act
def withdraw_evidence(evidence: Evidence, *, by: Actor, at: datetime, key: str) -> Evidence:
    """The evidence counts no longer and stays readable.

    Raises NotPossible if it was withdrawn before, or if it is the only file of a signed line that asks for one.
    """
    report = locked_report(evidence.result.report_id)
    require(access.may_support(by, report, on=local_day(at)))
    evidence = Evidence.objects.select_for_update(of=("self",)).select_related("paper").get(pk=evidence.pk)
    if evidence.withdrawn_at is not None:
        raise refuse("evidence.withdrawn_already")
    evidence.withdrawn_at = at
    evidence.save(update_fields=["withdrawn_at"])
    if report.handing is Handing.SIGNED and not is_on_behalf(report):
        require_files(report)
    _record("evidence.withdrawn", evidence, report, by=by, at=at)
    return evidence


def _record(kind: str, evidence: Evidence, report: Report, *, by: Actor, at: datetime) -> None:
    subjects = [evidence, report, report.membership.unit]
    record(kind, by=_who(report, by), at=at, subjects=subjects, body={"paper": str(evidence.paper)})


def _who(report: Report, by: Actor) -> Actor:
    """The unit's own people act for themselves, the secretariat on its behalf."""
    unit = report.membership.unit
    return by if any(post.unit == unit.pk for post in by.posts) else by.for_unit(unit.token)
