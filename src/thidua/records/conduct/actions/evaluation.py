"""Acts on the evaluation by the level above: written, signed, entered from its paper, reopened; what was left."""

from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import Sentence, Unknown, refuse, require
from thidua.core.texts import composed
from thidua.core.workflow.evaluating import Section, Uptake
from thidua.records.conduct.access.evaluation import may_evaluate, may_reopen
from thidua.records.conduct.evaluating import Said
from thidua.records.conduct.models import CarriedPoint, Evaluation, EvaluationPoint
from thidua.records.conduct.queries.year_end import left_over
from thidua.records.conduct.steps.evaluation import as_said, held_evaluation, require_whole, write_points
from thidua.records.desk.steps.entries import SourcePaper
from thidua.records.desk.steps.notices import notify_people
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.seasons import access
from thidua.records.seasons.models import Season, SeasonRole
from thidua.records.seasons.queries.frame import people_in_role


@act
def save_evaluation(season: Season, *, said: Said, seen_version: int, by: Actor, at: datetime, key: str) -> Evaluation:
    """The draft, by an observer, once every bloc is ranked; `seen_version` 0 where there was none.

    Raises NotPossible if it is signed, or if someone has saved since.
    """
    require(may_evaluate(by, season, "evaluation.write", on=local_day(at)))
    evaluation = held_evaluation(season)
    _require_open(evaluation)
    evaluation.expect(seen_version)
    write_points(evaluation, said)
    evaluation.turn()
    evaluation.save()
    record("evaluation.saved", by=by, at=at, subjects=[evaluation, season], body=as_said(evaluation))
    return evaluation


@act
def sign_evaluation(evaluation: Evaluation, *, seen_version: int, by: Actor, at: datetime, key: str) -> Evaluation:
    """From now on the season's people read it; head and secretariat are told.

    Raises NotPossible if it is signed, has changed since, or has no rating or an empty section.
    """
    season = evaluation.season
    require(may_evaluate(by, season, "evaluation.sign", on=local_day(at)))
    evaluation = held_evaluation(season)
    _require_open(evaluation)
    evaluation.expect(seen_version)
    require_whole(evaluation)
    _sign(evaluation, by.as_written(), at)
    record("evaluation.signed", by=by, at=at, subjects=[evaluation, season], body=as_said(evaluation))
    return evaluation


@act
def enter_evaluation_on_behalf(
    season: Season, *, said: Said, paper: SourcePaper, by: Actor, at: datetime, key: str
) -> Evaluation:
    """The secretariat enters what the level above has signed on paper; marked so wherever it is read.

    Raises NotPossible if it is signed, for a paper from a later day, or with what is missing in it.
    """
    on = local_day(at)
    require(may_evaluate(by, season, "evaluation.enter_on_behalf", on=on))
    if paper.dated_on > on:
        raise refuse("entry.paper_from_later", dated_on=paper.dated_on)
    evaluation = held_evaluation(season)
    _require_open(evaluation)
    write_points(evaluation, Said(said.rating, said.points, paper.number, paper.dated_on, paper.file))
    require_whole(evaluation)
    evaluation.on_behalf = True
    _sign(evaluation, paper.signer(), at)
    body = {**as_said(evaluation), "paper": paper.as_written()}
    record("evaluation.entered_on_behalf", by=by, at=at, subjects=[evaluation, season], body=body)
    return evaluation


@act
def reopen_evaluation(evaluation: Evaluation, *, reason: str, by: Actor, at: datetime, key: str) -> Evaluation:
    """The signature is taken back, with a reason, to mend what is said.

    Raises NotPossible if it is not signed, without a reason, or once a plan answers what was left.
    """
    evaluation = held_evaluation(evaluation.season)
    require(may_reopen(by, evaluation, on=local_day(at)))
    if not evaluation.is_signed:
        raise refuse("evaluation.not_signed")
    if not reason.strip():
        raise refuse("evaluation.needs_reason")
    if CarriedPoint.objects.filter(point__evaluation=evaluation).exists():
        raise refuse("evaluation.carried_already")
    evaluation.signed_at, evaluation.signed_by, evaluation.on_behalf = None, None, False
    evaluation.turn()
    evaluation.save()
    body = {"reason": composed(reason.strip())}
    record("evaluation.reopened", by=by, at=at, subjects=[evaluation, evaluation.season], body=body)
    return evaluation


@act
def answer_left_over(
    season: Season,
    point: EvaluationPoint,
    *,
    uptake: Uptake,
    text: str,
    seen_version: int,
    by: Actor,
    at: datetime,
    key: str,
) -> CarriedPoint:
    """What the season's plan does about something left by the year before; said anew until the plan is fixed.

    Raises NotPossible without words, or if someone has answered since; Unknown for a point of another year.
    """
    require(access.may_plan_somewhere(by, season, on=local_day(at)))
    Season.objects.select_for_update().get(pk=season.pk)
    found = next((one for one in left_over(season) if one.point.pk == point.pk), None)
    if found is None or point.section != Section.LEFT:
        raise Unknown
    if not text.strip():
        raise refuse("left_over.needs_text")
    row = found.carried or CarriedPoint(season=season, point=point, version=0)
    row.expect(seen_version)
    row.uptake, row.text, row.at, row.by = uptake.value, composed(text.strip()), at, by.as_written()
    row.turn()
    row.save()
    body = {"point": point.text, "uptake": uptake.value, "text": row.text}
    record("left_over.answered", by=by, at=at, subjects=[row, season], body=body)
    return row


def _require_open(evaluation: Evaluation) -> None:
    if evaluation.is_signed:
        raise refuse("evaluation.is_signed")


def _sign(evaluation: Evaluation, signer: dict[str, str], at: datetime) -> None:
    season = evaluation.season
    evaluation.signed_at, evaluation.signed_by = at, signer
    evaluation.turn()
    evaluation.save()
    told, slugs = Sentence("notice.evaluation_signed", season=season.name), (season.cluster.slug, season.slug)
    keepers = {
        person
        for role in (SeasonRole.Role.HEAD, SeasonRole.Role.SECRETARIAT)
        for person in people_in_role(season, role, on=local_day(at))
    }
    notify_people(sorted(keepers, key=lambda one: one.pk), told, at=at, place="evaluation", slugs=slugs)
