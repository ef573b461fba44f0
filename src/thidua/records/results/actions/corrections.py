"""Acts on corrections: a signed figure stands until the leader has signed another; the old one stays readable."""

from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.core.rights.scopes import Scope
from thidua.core.workflow.handing_in import Move
from thidua.records.accounts.queries import signer_of
from thidua.records.desk.steps.entries import SourcePaper, note_on_behalf
from thidua.records.journal.actions import act
from thidua.records.journal.models import HasToken
from thidua.records.journal.steps import record
from thidua.records.results import access
from thidua.records.results.models import Correction, Report, Result
from thidua.records.results.reached import Reached
from thidua.records.results.steps.corrections import let_stand, open_correction
from thidua.records.results.steps.lines import as_kept
from thidua.records.results.steps.locks import locked_report, locked_reports


@act
def correct_result(result: Result, *, reached: Reached, reason: str, by: Actor, at: datetime, key: str) -> Correction:
    """The officer corrects one figure of a signed report and submits it for signature, in one step.

    Raises NotPossible for a report that is not signed, without a reason or a figure, if nothing changes,
    if another correction of the same figure waits, or with what is wrong in the figure.
    """
    report = locked_report(result.report_id)
    require(access.may(by, "results.enter", report, on=local_day(at)))
    correction = open_correction(report, result.pk, reached, reason, at=at)
    correction.hand(Move.SUBMIT, by=by, at=at)
    correction.save()
    record("correction.submitted", by=by, at=at, subjects=_subjects(correction, report), body=_body(correction))
    return correction


@act
def sign_corrections(corrections: list[Correction], *, by: Actor, at: datetime, key: str) -> list[Correction]:
    """The leader or a delegate signs, many at once: all or none. From now on the new figures stand."""
    keys = [one.pk for one in corrections]
    reports = locked_reports(Result.objects.filter(corrections__in=keys).values_list("report", flat=True))
    signed, subjects, body = [], list[HasToken](), {}
    for correction in _fresh(keys):
        report = reports[correction.result.report_id]
        require(access.may(by, "results.sign", report, on=local_day(at)))
        signer = signer_of(by, report.membership.unit, Scope.REPORTS, on=local_day(at))
        correction.hand(Move.SIGN, by=by, at=at, signer=signer)
        let_stand(correction, report)
        signed.append(correction)
        subjects += _subjects(correction, report)
        body[correction.token] = _body(correction)
    record("correction.signed", by=by, at=at, subjects=subjects, body=body)
    return signed


@act
def return_correction(correction: Correction, *, remark: str, by: Actor, at: datetime, key: str) -> Correction:
    """The leader returns a correction with a remark; the signed figure stays, and another may be proposed."""
    report = locked_report(correction.result.report_id)
    require(access.may(by, "results.sign", report, on=local_day(at)))
    if not remark.strip():
        raise refuse("report.needs_remark")
    [correction] = _fresh([correction.pk])
    correction.hand(Move.RETURN, by=by, at=at, remark=remark.strip())
    correction.turn()
    correction.save()
    body = {"remark": remark.strip()}
    record("correction.returned", by=by, at=at, subjects=_subjects(correction, report), body=body)
    return correction


@act
def correct_on_behalf(
    result: Result, *, reached: Reached, reason: str, paper: SourcePaper, by: Actor, at: datetime, key: str
) -> Correction:
    """The secretariat corrects what it has entered for a unit: signed by the leader named on the paper.

    The entry is marked and the unit told. Raises NotPossible as `correct_result`, for a report that the
    unit has entered itself, or for a paper from a later day.
    """
    report = locked_report(result.report_id)
    require(access.may_correct_on_behalf(by, report, on=local_day(at)))
    correction = open_correction(report, result.pk, reached, reason, at=at)
    unit = report.membership.unit
    entering = by.for_unit(unit.token)
    correction.hand(Move.SUBMIT, by=entering, at=at)
    correction.hand(Move.SIGN, by=entering, at=at, signer=paper.signer())
    let_stand(correction, report)
    note_on_behalf(correction, unit, paper, within=report.membership.bloc_season, by=by, at=at)
    body = {**_body(correction), "paper": paper.as_written()}
    record("correction.entered_on_behalf", by=entering, at=at, subjects=_subjects(correction, report), body=body)
    return correction


def _fresh(keys: list[int]) -> list[Correction]:
    """Corrections as they stand now that their reports are locked."""
    return list(Correction.objects.select_related("result__indicator").filter(pk__in=keys).order_by("pk"))


def _subjects(correction: Correction, report: Report) -> list[HasToken]:
    return [correction, report, report.membership.unit]


def _body(correction: Correction) -> dict[str, object]:
    return {
        "indicator": correction.result.indicator.code,
        "before": correction.before,
        "after": as_kept(correction),
        "reason": correction.reason,
    }
