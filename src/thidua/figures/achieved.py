"""What a season has achieved so far, in sums that everybody may read: no unit's figure stands apart."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from thidua.core.workflow.handing_in import Handing
from thidua.figures.progress import progress_board
from thidua.records.journal.queries import newest_hash
from thidua.records.results.models import Report
from thidua.records.scores.models import Ranking
from thidua.records.seasons.models import BlocSeason, KeyContent, Season


@dataclass(frozen=True)
class Achieved:
    """`reached` of `known` figures are at or above what was registered, in the blocs whose ranking is locked."""

    blocs: int
    contents: int
    reports: int
    locked: int
    reached: int
    known: int


def achieved_by(season: Season, *, on: date) -> Achieved:
    """Reckoned once for each state of the journal: the front page is read more often than acts are done."""
    return _achieved(season.pk, newest_hash(), on)


@lru_cache(maxsize=4)
def _achieved(season: int, state: str, on: date) -> Achieved:
    blocs = list(BlocSeason.objects.filter(season=season))
    locked = set(Ranking.objects.filter(bloc_season__in=blocs).values_list("bloc_season", flat=True))
    rows = [row for bloc in blocs if bloc.pk in locked for row in progress_board(bloc, on=on).rows]
    return Achieved(
        blocs=len(blocs),
        contents=KeyContent.objects.filter(season=season).count(),
        reports=Report.objects.filter(membership__bloc_season__in=blocs, state=Handing.SIGNED.value).count(),
        locked=len(locked),
        reached=sum(row.reached for row in rows),
        known=sum(row.known for row in rows),
    )
