"""Acts on what is to be mended: the unit answers with evidence, the team or the secretariat closes or sends back."""

from collections.abc import Mapping
from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import Sentence, refuse, require
from thidua.core.texts import composed
from thidua.core.workflow.inspecting import HAS_MINUTES, POINTS, PointMove, PointState, may_mend
from thidua.records.desk.steps.entries import SourcePaper, note_on_behalf
from thidua.records.desk.steps.notices import notify, notify_people
from thidua.records.journal.actions import act
from thidua.records.journal.models import HasToken
from thidua.records.journal.steps import record
from thidua.records.papers.steps import Shown, papers_of_unit
from thidua.records.results.access.inspections import may
from thidua.records.results.actions.visits import locked_visit, slugs_of
from thidua.records.results.models import Mending, Visit, VisitFinding
from thidua.records.results.steps.inspections import people_of
from thidua.records.results.steps.lines import require_shown


@act
def answer_point(
    finding: VisitFinding, *, text: str, shown: Shown | None, by: Actor, at: datetime, key: str
) -> VisitFinding:
    """The unit says what it has done, with the paper or file that shows it.

    Raises NotPossible without words or evidence, before the minutes are signed, or while an answer waits.
    """
    finding, visit = _locked(finding)
    require(may(by, "inspection.mend", visit, on=local_day(at)))
    _answer(finding, visit, text, shown, by.as_written(), at)
    record("inspection.point_answered", by=by, at=at, subjects=_subjects(finding, visit), body={"text": text.strip()})
    return finding


@act
def answer_point_on_behalf(
    finding: VisitFinding, *, text: str, paper: SourcePaper, by: Actor, at: datetime, key: str
) -> VisitFinding:
    """The secretariat enters the unit's answer from its letter, which is the evidence; marked, and the unit is told."""
    finding, visit = _locked(finding)
    require(may(by, "inspection.enter_on_behalf", visit, on=local_day(at)))
    unit = visit.membership.unit
    shown = Shown(paper.source, paper.number, paper.dated_on, paper.file)
    _answer(finding, visit, text, shown, paper.signer(), at)
    note_on_behalf(finding, unit, paper, within=visit.membership.bloc_season, by=by, at=at)
    body = {"text": text.strip(), "paper": paper.as_written()}
    entering = by.for_unit(unit.token)
    record("inspection.point_answered", by=entering, at=at, subjects=_subjects(finding, visit), body=body)
    return finding


@act
def close_point(finding: VisitFinding, *, reply: str, by: Actor, at: datetime, key: str) -> VisitFinding:
    """The team or the secretariat is satisfied: with the unit's answer, or having seen itself that it is mended."""
    finding, visit = _locked(finding)
    require(may(by, "inspection.close_point", visit, on=local_day(at)))
    point = _point(finding)
    move = PointMove.CLOSE if point is PointState.OPEN else PointMove.ACCEPT
    if move is PointMove.CLOSE and not reply.strip():
        raise refuse("inspection.needs_what_was_seen")
    _reply(finding, move, reply, by, at)
    finding.closed_at = at
    finding.save()
    told = Sentence("notice.point_closed", content=finding.content.text)
    notify(visit.membership.unit, told, at=at, place="visit", slugs=slugs_of(visit))
    record("inspection.point_closed", by=by, at=at, subjects=_subjects(finding, visit), body={"reply": reply.strip()})
    return finding


@act
def send_back_point(finding: VisitFinding, *, reply: str, by: Actor, at: datetime, key: str) -> VisitFinding:
    """The answer does not do yet: the point is open again, with what is missing."""
    finding, visit = _locked(finding)
    require(may(by, "inspection.close_point", visit, on=local_day(at)))
    require(may_mend(_point(finding), PointMove.REFUSE))
    if not reply.strip():
        raise refuse("inspection.needs_what_is_missing")
    _reply(finding, PointMove.REFUSE, reply, by, at)
    finding.save()
    told = Sentence("notice.point_sent_back", content=finding.content.text, reply=reply.strip())
    notify(visit.membership.unit, told, at=at, place="visit", slugs=slugs_of(visit))
    record(
        "inspection.point_sent_back", by=by, at=at, subjects=_subjects(finding, visit), body={"reply": reply.strip()}
    )
    return finding


def _locked(finding: VisitFinding) -> tuple[VisitFinding, Visit]:
    visit = locked_visit(finding.visit)
    finding = VisitFinding.objects.select_for_update(of=("self",)).select_related("content").get(pk=finding.pk)
    finding.visit = visit
    return finding, visit


def _point(finding: VisitFinding) -> PointState:
    """Raises NotPossible for a finding that asks for nothing, was withdrawn, or whose minutes are not signed."""
    if finding.point is None or finding.withdrawn_at is not None:
        raise refuse("inspection.nothing_to_mend")
    if finding.visit.at_state not in HAS_MINUTES:
        raise refuse("inspection.minutes_first")
    return finding.point


def _answer(
    finding: VisitFinding, visit: Visit, text: str, shown: Shown | None, who: Mapping[str, object], at: datetime
) -> None:
    require(may_mend(_point(finding), PointMove.ANSWER))
    if not text.strip():
        raise refuse("inspection.needs_what_was_done")
    if shown is None:
        raise refuse("evidence.needs_number_or_file")
    require_shown(shown, on=local_day(at))
    [paper] = papers_of_unit(visit.membership.unit, [shown])
    Mending.objects.create(finding=finding, text=composed(text.strip()), paper=paper, at=at, by=who)
    finding.state = PointState.ANSWERED.value
    finding.turn()
    finding.save()
    told = Sentence("notice.point_answered", unit=visit.membership.short_name, content=finding.content.text)
    notify_people(people_of([visit.team]), told, at=at, place="visit", slugs=slugs_of(visit))


def _reply(finding: VisitFinding, move: PointMove, reply: str, by: Actor, at: datetime) -> None:
    point = _point(finding)
    require(may_mend(point, move))
    if move is PointMove.CLOSE:
        Mending.objects.create(
            finding=finding, text="", at=at, by=by.as_written(), accepted=True, reply=composed(reply.strip()),
            replied_at=at, replied_by=by.as_written(),
        )  # fmt: skip
    else:
        waiting = finding.mendings.filter(accepted=None).latest("pk")
        waiting.accepted, waiting.reply = move is PointMove.ACCEPT, composed(reply.strip())
        waiting.replied_at, waiting.replied_by = at, by.as_written()
        waiting.save()
    finding.state = POINTS[point, move].value
    finding.turn()


def _subjects(finding: VisitFinding, visit: Visit) -> list[HasToken]:
    return [finding, visit, visit.membership.unit]
