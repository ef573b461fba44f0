"""Writes the places of a ranking and seals them."""

import hashlib
from typing import Any

from thidua.base.rows import as_text
from thidua.core.journal.chain import canonical
from thidua.core.points import to_stored
from thidua.core.scoring import Place as Ranked
from thidua.records.scores.models import Place, Ranking
from thidua.records.scores.queries import Provisional


def write_places(ranking: Ranking, now: Provisional) -> None:
    """One row a unit in the order of the places, excluded units last, and the seal over all of them."""
    Place.objects.bulk_create(_row(ranking, now, position, one) for position, one in enumerate(now.places, 1))
    ranking.seal = sealed(ranking)
    ranking.save(update_fields=["seal"])


def _row(ranking: Ranking, now: Provisional, position: int, one: Ranked[int]) -> Place:
    card = now.cards[one.unit]
    row = Place(
        ranking=ranking,
        membership_id=one.unit,
        position=position,
        place=one.place,
        shares=one.shares,
        broken_by=one.broken_by,
        total_parts=to_stored(one.total)[0],
        excluded_because=one.excluded_because,
    )
    row.base, row.bonus, row.penalty, row.total = card.base, card.bonus, card.penalty, one.total
    return row


def sealed(ranking: Ranking) -> str:
    """SHA-256 over the sheet's hash and all places with exact totals, in canonical form, hex."""
    return hashlib.sha256(canonical(as_sealed(ranking))).hexdigest()


def as_sealed(ranking: Ranking) -> dict[str, Any]:
    """What the seal covers: units by the public ids of their memberships, so that a later rename breaks nothing."""
    places = ranking.places.select_related("membership").order_by("position")
    return {
        "sheet": ranking.sheet.text_hash,
        "places": [
            {
                "member": one.membership.public_id,
                "place": one.place,
                **{part: as_text(getattr(one, part)) for part in ("base", "bonus", "penalty", "total")},
                "excluded_because": one.excluded_because,
            }
            for one in places
        ],
    }
