"""The locked ranking as a file to check without the database."""

from typing import Any

from thidua.base.rows import as_text
from thidua.core.ranking_seal import FORMAT
from thidua.records.scores.models import Ranking


def record_of(ranking: Ranking) -> dict[str, Any]:
    """The ranking as a file to check (core.ranking_seal), its seal included once it is locked.

    Units stand in it as they were written at the lock, so that a later name breaks nothing.
    """
    bloc = ranking.bloc_season
    return {
        "format": FORMAT,
        "cluster": bloc.season.cluster.slug,
        "season": bloc.season.slug,
        "bloc": bloc.bloc.slug,
        "sheet": {"code": ranking.sheet.code, "text_hash": ranking.sheet.text_hash},
        "places": [
            {
                "unit": one.unit_code,
                "name": one.member_name,
                "place": one.place,
                "shares": one.shares,
                "broken_by": one.broken_by,
                **{part: as_text(getattr(one, part)) for part in ("base", "bonus", "penalty", "total")},
                "excluded_because": one.excluded_because,
            }
            for one in ranking.places.order_by("position")
        ],
        "seal": ranking.seal,
    }
