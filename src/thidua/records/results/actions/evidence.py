"""Acts on evidence: a paper put beside a line at any time, and withdrawn without being lost."""

from datetime import date, datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.records.files.models import StoredFile
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.papers.steps import Shown
from thidua.records.results import access
from thidua.records.results.models import Evidence, Report, Result
from thidua.records.results.steps.lines import attach
from thidua.records.results.steps.locks import locked_report


@act
def add_evidence(
    result: Result,
    *,
    title: str,
    number: str,
    dated_on: date | None,
    file: StoredFile | None,
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
    [evidence] = attach(report.membership.unit, [(result, Shown(title, number, dated_on, file))], at=at)
    _record("evidence.added", evidence, report, by=by, at=at)
    return evidence


@act
def withdraw_evidence(evidence: Evidence, *, by: Actor, at: datetime, key: str) -> Evidence:
    """The evidence counts no longer and stays readable. Raises NotPossible if it was withdrawn before."""
    report = locked_report(evidence.result.report_id)
    require(access.may_support(by, report, on=local_day(at)))
    evidence = Evidence.objects.select_for_update(of=("self",)).select_related("paper").get(pk=evidence.pk)
    if evidence.withdrawn_at is not None:
        raise refuse("evidence.withdrawn_already")
    evidence.withdrawn_at = at
    evidence.save(update_fields=["withdrawn_at"])
    _record("evidence.withdrawn", evidence, report, by=by, at=at)
    return evidence


def _record(kind: str, evidence: Evidence, report: Report, *, by: Actor, at: datetime) -> None:
    unit = report.membership.unit
    who = by if any(post.unit == unit.pk for post in by.posts) else by.for_unit(unit.token)
    record(kind, by=who, at=at, subjects=[evidence, report, unit], body={"paper": str(evidence.paper)})
