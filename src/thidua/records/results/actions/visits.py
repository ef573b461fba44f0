"""Acts during and after a visit: findings with their photographs, the minutes, the unit's word on them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, Sentence, Unknown, refuse, require
from thidua.core.rights.scopes import Scope
from thidua.core.texts import composed
from thidua.core.workflow.inspecting import Outcome, PlanState, PointState, VisitMove, VisitState, may_visit
from thidua.records.accounts.queries import signer_of
from thidua.records.desk.steps.entries import SourcePaper, note_on_behalf
from thidua.records.desk.steps.notices import notify
from thidua.records.files.models import StoredFile
from thidua.records.journal.actions import act
from thidua.records.journal.models import HasToken
from thidua.records.journal.steps import record
from thidua.records.results.access.inspections import may, may_report
from thidua.records.results.models import FindingFile, InspectionContent, Visit, VisitFinding
from thidua.records.results.queries.inspections import WITH, contents_without_finding


@act
def note_finding(
    visit: Visit,
    *,
    content: InspectionContent,
    outcome: Outcome,
    text: str,
    due_on: date | None,
    files: Sequence[StoredFile],
    by: Actor,
    at: datetime,
    key: str,
) -> VisitFinding:
    """Somebody of the team notes what was seen, at once or when the line is back: the same key counts once.

    Raises NotPossible before the day of the visit, once the minutes are signed, for nothing said, or for
    what is to be mended without a day after the visit.
    """
    visit = locked_visit(visit)
    require(may(by, "inspection.note", visit, on=local_day(at)))
    _require_noting(visit, on=local_day(at))
    if content.inspection_id != visit.inspection_id:
        raise Unknown
    if not text.strip():
        raise refuse("inspection.needs_text")
    mends = outcome is Outcome.MEND
    if mends and (due_on is None or due_on <= visit.on):
        raise refuse("inspection.needs_due_day", on=visit.on)
    finding = VisitFinding.objects.create(
        visit=visit, content=content, outcome=outcome.value, text=composed(text.strip()), noted_at=at,
        noted_by=by.as_written(), due_on=due_on if mends else None, state=PointState.OPEN.value if mends else "",
    )  # fmt: skip
    FindingFile.objects.bulk_create(FindingFile(finding=finding, file=file, at=at) for file in files)
    body = {"content": content.text, "outcome": outcome.value, "text": finding.text, "files": len(files)}
    record("inspection.noted", by=by, at=at, subjects=[finding, *_subjects(visit)], body=body)
    return finding


@act
def add_photographs(
    finding: VisitFinding, *, files: Sequence[StoredFile], by: Actor, at: datetime, key: str
) -> VisitFinding:
    """More photographs or files beside a finding, until the minutes are signed."""
    visit = locked_visit(finding.visit)
    require(may(by, "inspection.note", visit, on=local_day(at)))
    _require_noting(visit, on=local_day(at))
    if not files:
        raise refuse("inspection.no_file")
    FindingFile.objects.bulk_create(FindingFile(finding=finding, file=file, at=at) for file in files)
    body = {"files": [file.name for file in files]}
    record("inspection.photographs_added", by=by, at=at, subjects=[finding, *_subjects(visit)], body=body)
    return finding


@act
def withdraw_finding(finding: VisitFinding, *, by: Actor, at: datetime, key: str) -> VisitFinding:
    """A finding noted by mistake counts no longer and stays readable, until the minutes are signed."""
    visit = locked_visit(finding.visit)
    require(may(by, "inspection.note", visit, on=local_day(at)))
    require(may_visit(visit.at_state, VisitMove.NOTE))
    finding = VisitFinding.objects.select_for_update().get(pk=finding.pk)
    if finding.withdrawn_at is not None:
        raise refuse("inspection.withdrawn_already")
    finding.withdrawn_at = at
    finding.save(update_fields=["withdrawn_at"])
    record("inspection.withdrawn", by=by, at=at, subjects=[finding, *_subjects(visit)])
    return finding


@act
def report_visit(visit: Visit, *, conclusion: str, seen_findings: int, by: Actor, at: datetime, key: str) -> Visit:
    """The team's leader signs the minutes; from now on the findings stand, and the unit is asked for its word.

    `seen_findings` is how many the page showed. Raises NotPossible naming the contents to which nothing was
    said, without a conclusion, or when somebody has noted another finding since.
    """
    visit = locked_visit(visit)
    require(may_report(by, visit, on=local_day(at)))
    require(may_visit(visit.at_state, VisitMove.REPORT))
    if visit.findings.filter(withdrawn_at=None).count() != seen_findings:
        raise refuse("inspection.findings_changed")
    faults = [Sentence("inspection.nothing_said", content=text) for text in contents_without_finding(visit)]
    if not conclusion.strip():
        faults.append(Sentence("inspection.needs_conclusion"))
    if faults:
        raise NotPossible(*faults)
    visit.conclusion, visit.state = composed(conclusion.strip()), VisitState.REPORTED.value
    visit.signed_at, visit.signed_by = at, by.as_written()
    visit.turn()
    visit.save()
    told = Sentence("notice.minutes_to_sign", name=visit.inspection.name)
    notify(visit.membership.unit, told, at=at, place="visit", slugs=slugs_of(visit))
    body = {"conclusion": visit.conclusion, "findings": seen_findings}
    record("inspection.reported", by=by, at=at, subjects=_subjects(visit), body=body)
    return visit


@act
def answer_minutes(visit: Visit, *, agrees: bool, remark: str, by: Actor, at: datetime, key: str) -> Visit:
    """The unit's leader signs the minutes, with a remark if there is one, or says in a remark why not."""
    visit = locked_visit(visit)
    require(may(by, "inspection.agree", visit, on=local_day(at)))
    signer = signer_of(by, visit.membership.unit, Scope.REPORTS, on=local_day(at))
    _answer(visit, agrees, remark, signer, at)
    record("inspection.answered", by=by, at=at, subjects=_subjects(visit), body=_said(visit))
    return visit


@act
def answer_minutes_on_behalf(
    visit: Visit, *, agrees: bool, remark: str, paper: SourcePaper, by: Actor, at: datetime, key: str
) -> Visit:
    """The secretariat enters the unit's word from the minutes that its leader signed in ink, with their scan."""
    visit = locked_visit(visit)
    require(may(by, "inspection.enter_on_behalf", visit, on=local_day(at)))
    if paper.dated_on > local_day(at):
        raise refuse("entry.paper_from_later", dated_on=paper.dated_on)
    _answer(visit, agrees, remark, paper.signer(), at)
    unit = visit.membership.unit
    note_on_behalf(visit, unit, paper, within=visit.membership.bloc_season, by=by, at=at)
    body = {**_said(visit), "paper": paper.as_written()}
    entering = by.for_unit(unit.token)
    record("inspection.answered_on_behalf", by=entering, at=at, subjects=_subjects(visit), body=body)
    return visit


def locked_visit(visit: Visit) -> Visit:
    return (
        Visit.objects.select_for_update(of=("self",))
        .select_related(*WITH, "membership__bloc_season__bloc")
        .get(pk=visit.pk)
    )


def slugs_of(visit: Visit) -> tuple[str, ...]:
    return *visit.membership.bloc_season.slugs, visit.public_id


def _require_noting(visit: Visit, *, on: date) -> None:
    require(may_visit(visit.at_state, VisitMove.NOTE))
    if visit.inspection.at_state is not PlanState.OPEN:
        raise refuse(f"inspection.is_{visit.inspection.state}")
    if on < visit.on:
        raise refuse("inspection.not_yet", on=visit.on)


def _answer(visit: Visit, agrees: bool, remark: str, signer: Mapping[str, object], at: datetime) -> None:
    require(may_visit(visit.at_state, VisitMove.ANSWER))
    if not agrees and not remark.strip():
        raise refuse("inspection.needs_remark")
    visit.state = (VisitState.AGREED if agrees else VisitState.REMARKED).value
    visit.remark, visit.answered_at, visit.answered_by = composed(remark.strip()), at, signer
    visit.turn()
    visit.save()


def _said(visit: Visit) -> dict[str, object]:
    return {"state": visit.state, "remark": visit.remark}


def _subjects(visit: Visit) -> list[HasToken]:
    return [visit, visit.inspection, visit.membership.unit]
