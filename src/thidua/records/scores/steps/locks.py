"""Takes the locks under which cards change: each act its own card, the bloc's acts the bloc and all its cards."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from thidua.base.prepared import prepared
from thidua.records.scores.models import ScoreCard
from thidua.records.seasons.models import BlocSeason
from thidua.records.seasons.steps.locks import hold_blocs

WITH = ("membership__unit", "membership__bloc_season__season__cluster", "membership__bloc_season__bloc", "sheet")


def locked_bloc(bloc: int) -> BlocSeason:
    """Alone with all of a bloc's cards: while it is held, no card changes and no finding is written."""
    hold_blocs([bloc])
    _hold(ScoreCard.objects.filter(membership__bloc_season=bloc).values_list("pk", flat=True))
    return BlocSeason.objects.select_related("season__cluster", "bloc").get(pk=bloc)


def locked_card(card: int) -> ScoreCard:
    """One card; units score themselves side by side, so the bloc is not held."""
    [found] = locked_cards([card])
    return found


def locked_cards(cards: list[int]) -> list[ScoreCard]:
    """Cards in the order of their keys."""
    _hold(cards)
    return _cards(keys=cards)


def _hold(cards: Iterable[int]) -> None:
    _held(keys=list(cards))


@prepared
def _cards(*, keys: list[int]) -> QuerySet[ScoreCard]:
    return ScoreCard.objects.select_related(*WITH).filter(pk__in=keys).order_by("pk")


@prepared
def _held(*, keys: list[int]) -> QuerySet[Any, Any]:
    return ScoreCard.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk")
