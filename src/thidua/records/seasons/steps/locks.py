"""Takes the locks under which a season changes, in one order everywhere: season, its blocs, a bloc's pact, the rest."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from thidua.base.prepared import prepared
from thidua.records.seasons.models import BlocSeason, Pact


def hold_blocs(blocs: Iterable[int]) -> None:
    """While they are held, none of these blocs moves on, gets other units, or has its pact written or opened."""
    _held(keys=list(blocs))


@prepared
def _held(*, keys: list[int]) -> QuerySet[Any, Any]:
    return BlocSeason.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk")


def hold_blocs_of(season: int) -> None:
    """All blocs of a season, as `hold_blocs`."""
    list(BlocSeason.objects.select_for_update().filter(season=season).order_by("pk").values_list("pk"))


def locked_pact(pact: Pact) -> Pact:
    """The pact with its bloc under lock: it is written, opened, signed and closed by one act after the other."""
    hold_blocs([pact.bloc_season_id])
    Pact.objects.select_for_update().get(pk=pact.pk)
    [found] = _pact(key=pact.pk)
    return found


@prepared
def _pact(*, key: int) -> QuerySet[Pact]:
    with_all = Pact.objects.select_related("bloc_season__season__cluster", "bloc_season__bloc", "paper")
    return with_all.filter(pk=key).order_by()
