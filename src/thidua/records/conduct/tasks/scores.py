"""Tasks of scoring: the sheet adopted, cards filled in, signed and verified, the ranking locked."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from thidua.base.prepared import prepared
from thidua.core.answer import Sentence
from thidua.core.workflow.handing_in import OPEN_FOR_ENTRY, Handing
from thidua.core.workflow.stages import Stage
from thidua.records.conduct.tasks.desk import Desk, Task
from thidua.records.scores.models import AdoptedSheet, Exclusion, ScoreCard
from thidua.records.seasons.models import BlocSeason, Membership, Milestone

SCORING = (Stage.SELF_SCORING, Stage.VERIFYING)
SIGNED = Q(score_card__state=Handing.SIGNED.value)


def tasks(desk: Desk) -> Iterator[Task]:
    """Three queries: own cards, which kept blocs have a sheet, how many of their cards are signed and verified."""
    yield from _cards(desk)
    yield from _sheets(desk)
    yield from _kept(desk)


def _cards(desk: Desk) -> Iterator[Task]:
    for card in _unsigned(own=list(desk.own)):
        own = desk.own[card.membership_id]
        if getattr(own.bloc, "ranking", None) is not None:
            continue
        due, slug = desk.due_of(card, own.bloc, Milestone.Kind.SELF_SCORE), own.member.unit.slug
        if "officer" in own.roles and card.handing in OPEN_FOR_ENTRY and own.may("card.enter"):
            key = "task.enter_card" if card.handing is Handing.DRAFT else "task.mend_card"
            yield own.task(due, Sentence(key), "score_card", slug)
        if card.handing is Handing.SUBMITTED and own.may("card.sign"):
            yield own.task(due, Sentence("task.sign_card"), "score_card", slug)


@prepared
def _unsigned(*, own: list[int]) -> QuerySet[ScoreCard]:
    return ScoreCard.objects.filter(membership__in=own).exclude(state=Handing.SIGNED.value)


def _sheets(desk: Desk) -> Iterator[Task]:
    """Only when the bloc could step on: nothing earlier waits for the sheet."""
    running = {bloc.pk: bloc for bloc in desk.kept if bloc.at_stage is Stage.RUNNING}
    adopted = {bloc for (bloc,) in _adopted(blocs=list(running))}
    for bloc in running.values():
        if bloc.pk not in adopted:
            due = desk.due_on(bloc, Milestone.Kind.SELF_SCORE)
            yield desk.task(due, Sentence("task.adopt_sheet"), bloc, "score_sheet")


@prepared
def _adopted(*, blocs: list[int]) -> QuerySet[Any, tuple[int]]:
    return AdoptedSheet.objects.filter(bloc_season__in=blocs).order_by().values_list("bloc_season")


def _kept(desk: Desk) -> Iterator[Task]:
    scoring = {bloc.pk: bloc for bloc in desk.kept if bloc.at_stage in SCORING}
    for pk, signed, verified, count in _counted(blocs=list(scoring)):
        if getattr(scoring[pk], "ranking", None) is None:
            yield from _of_bloc(desk, scoring[pk], unsigned=count - signed, unverified=signed - verified)


@prepared
def _counted(*, blocs: list[int]) -> QuerySet[Any, Any]:
    """By bloc: cards that are signed, those of them that are verified, and how many there are to be."""
    out = Exclusion.objects.filter(membership=OuterRef("pk"), lifted_at=None)
    ranked = Membership.objects.filter(~Exists(out), bloc_season__in=blocs, left_on=None)
    rows = ranked.order_by().values_list("bloc_season")
    verified = Count("pk", filter=SIGNED & Q(score_card__verified_at__isnull=False))
    return rows.annotate(signed=Count("pk", filter=SIGNED), verified=verified, count=Count("pk"))


def _of_bloc(desk: Desk, bloc: BlocSeason, *, unsigned: int, unverified: int) -> Iterator[Task]:
    if unsigned:
        due = desk.due_on(bloc, Milestone.Kind.SELF_SCORE)
        yield desk.task(due, Sentence("task.chase_cards", count=unsigned), bloc, "score_cards")
    if bloc.at_stage is not Stage.VERIFYING:
        return
    if unverified and desk.may("card.verify", bloc):
        due = desk.due_on(bloc, Milestone.Kind.VERIFICATION)
        yield desk.task(due, Sentence("task.verify_cards", count=unverified), bloc, "score_cards")
    if not unsigned and not unverified:
        key = "task.lock_ranking" if desk.may("ranking.lock", bloc) else "task.ranking_waits"
        yield desk.task(desk.due_on(bloc, Milestone.Kind.RANKING), Sentence(key), bloc, "ranking")
