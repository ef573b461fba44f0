"""Writes what is said in an evaluation over what was said before."""

from thidua.core.answer import NotPossible, Sentence
from thidua.core.texts import composed
from thidua.core.workflow.evaluating import Section
from thidua.records.conduct.evaluating import Said, ratings
from thidua.records.conduct.models import Evaluation, EvaluationPoint
from thidua.records.seasons.models import Season


def held_evaluation(season: Season) -> Evaluation:
    """The season's evaluation, locked; a new one where there is none. The season's row is the lock of the first."""
    Season.objects.select_for_update().get(pk=season.pk)
    found = Evaluation.objects.select_for_update().filter(season=season).first()
    return found or Evaluation.objects.create(season=season, version=0)


def write_points(evaluation: Evaluation, said: Said) -> None:
    """Rating, number and points as they are given; the caller saves the evaluation."""
    evaluation.rating, evaluation.number = said.rating, composed(said.number)
    evaluation.dated_on = said.dated_on
    evaluation.file = said.file or evaluation.file
    evaluation.points.all().delete()
    EvaluationPoint.objects.bulk_create(
        EvaluationPoint(evaluation=evaluation, section=section.value, position=place, text=composed(text))
        for section in Section
        for place, text in enumerate(said.points.get(section, ()), 1)
    )


def require_whole(evaluation: Evaluation) -> None:
    """Raises NotPossible without a rating, or naming the sections in which nothing is said; nothing may be left."""
    said = set(evaluation.points.values_list("section", flat=True))
    wanted = (Section.NEW, Section.FOCUSED, Section.PRACTICAL)
    faults = [] if evaluation.rating in ratings() else [Sentence("evaluation.needs_rating")]
    missing = tuple(Sentence(f"evaluation.section.{one}") for one in wanted if one.value not in said)
    if missing:
        faults.append(Sentence("evaluation.nothing_said", sections=missing))
    if faults:
        raise NotPossible(*faults)


def as_said(evaluation: Evaluation) -> dict[str, object]:
    """As the journal keeps it."""
    points = [f"{one.section}: {one.text}" for one in evaluation.points.all()]
    return {"rating": evaluation.rating, "number": evaluation.number, "points": points}
