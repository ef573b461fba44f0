"""Takes the locks under which cards change: the bloc before its cards."""

from thidua.records.scores.models import ScoreCard
from thidua.records.seasons.models import BlocSeason

WITH = ("membership__unit", "membership__bloc_season__season__cluster", "membership__bloc_season__bloc", "sheet")


def locked_bloc(bloc: int) -> BlocSeason:
    """Alone with all of a bloc's cards: while it is held, no card changes and no finding is written."""
    BlocSeason.objects.select_for_update().get(pk=bloc)
    return BlocSeason.objects.select_related("season__cluster", "bloc").get(pk=bloc)


def locked_card(card: int) -> ScoreCard:
    """One card; its bloc is held too, so that the ranking is never locked over a change under way."""
    [found] = locked_cards([card])
    return found


def locked_cards(cards: list[int]) -> list[ScoreCard]:
    """Cards in the order of their keys."""
    blocs = ScoreCard.objects.filter(pk__in=cards).values("membership__bloc_season")
    list(BlocSeason.objects.select_for_update().filter(pk__in=blocs).order_by("pk").values_list("pk"))
    list(ScoreCard.objects.select_for_update().filter(pk__in=cards).order_by("pk").values_list("pk"))
    return list(ScoreCard.objects.select_related(*WITH).filter(pk__in=cards).order_by("pk"))
