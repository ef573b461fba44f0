"""Writes the places of a ranking and seals them."""

from thidua.core.points import to_stored
from thidua.core.ranking_seal import seal
from thidua.core.scoring import Place as Ranked
from thidua.records.scores.models import Place, Ranking
from thidua.records.scores.queries import Provisional, record_of


def write_places(ranking: Ranking, now: Provisional) -> None:
    """One row a unit in the order of the places, excluded units last, and the seal over all of them."""
    Place.objects.bulk_create(_row(ranking, now, position, one) for position, one in enumerate(now.places, 1))
    ranking.seal = sealed(ranking)
    ranking.save(update_fields=["seal"])


def _row(ranking: Ranking, now: Provisional, position: int, one: Ranked[int]) -> Place:
    card = now.cards[one.unit]
    member = now.members[one.unit]
    row = Place(
        ranking=ranking,
        membership=member,
        unit_code=member.unit.code,
        member_name=member.name,
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
    """The seal over the sheet's hash and all places with exact totals, reckoned from the rows (core.ranking_seal)."""
    return seal(record_of(ranking))
