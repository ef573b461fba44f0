"""How a bloc's cards stand: the list with totals and entries on behalf, counts for each bloc."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat

from thidua.core.texts import folded
from thidua.core.workflow.handing_in import OPEN_FOR_ENTRY, Handing
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.desk.queries import entries_of
from thidua.records.scores.models import AdoptedSheet, Exclusion, Ranking, ScoreCard
from thidua.records.scores.queries import cards_of
from thidua.records.seasons.models import BlocSeason

OPEN = tuple(state.value for state in OPEN_FOR_ENTRY)
VERIFIED = Q(state=Handing.SIGNED.value, verified_at__isnull=False)


class Show(StrEnum):
    """What the list may be narrowed to."""

    OPEN = "dang-cham"
    WAITING = "cho-ky"
    SIGNED = "da-ky"
    VERIFIED = "da-tham-dinh"
    ON_BEHALF = "nhap-thay"


class Order(StrEnum):
    PROTOCOL = ""
    NAME = "don-vi"
    STATE = "trang-thai"
    SELF = "tu-cham"
    VERIFIED = "tham-dinh"
    DIFFERENCE = "chenh"


COLUMNS = {
    Order.NAME: "membership__unit__folded",
    Order.STATE: "state",
    Order.SELF: "self_total_parts",
    Order.VERIFIED: "verified_total_parts",
    Order.DIFFERENCE: "difference",
}


@dataclass(frozen=True)
class CardRow:
    """One card of the list; its totals are exact, None where nothing was signed or verified."""

    card: ScoreCard
    entry: EntryOnBehalf | None
    is_excluded: bool

    @property
    def difference(self) -> Fraction | None:
        """Verified less self-scored."""
        if self.card.verified_total is None or self.card.self_total is None:
            return None
        return Fraction(self.card.verified_total - self.card.self_total)


@dataclass(frozen=True)
class Tally:
    """How many of a bloc's cards are signed and verified."""

    cards: int = 0
    signed: int = 0
    verified: int = 0


@dataclass(frozen=True)
class Standing:
    """How far a bloc has come with its scores."""

    bloc: BlocSeason
    sheet: AdoptedSheet | None
    tally: Tally
    locked_at: datetime | None


def cards_asked(
    bloc: BlocSeason, *, show: Show | None = None, search: str = "", order: Order, backwards: bool = False
) -> QuerySet[ScoreCard]:
    """The cards that the list shows, to be paged; what has no total yet stands at the end either way."""
    cards = cards_of(bloc).select_related("membership__unit")
    if show is not None:
        cards = _shown(cards, show)
    if search.strip():
        cards = cards.filter(membership__unit__folded__contains=folded(search.strip()))
    if order is Order.PROTOCOL:
        return cards
    cards = cards.annotate(difference=F("verified_total_parts") - F("self_total_parts"))
    column = F(COLUMNS[order])
    by = column.desc(nulls_last=True) if backwards else column.asc(nulls_last=True)
    return cards.order_by(by, "membership__position", "pk")


def _shown(cards: QuerySet[ScoreCard], show: Show) -> QuerySet[ScoreCard]:
    if show is Show.OPEN:
        return cards.filter(state__in=OPEN)
    if show is Show.ON_BEHALF:
        token = Concat(Value("scorecard:"), OuterRef("public_id"))
        return cards.filter(Exists(EntryOnBehalf.objects.filter(subject=token)))
    if show is Show.VERIFIED:
        return cards.filter(VERIFIED)
    return cards.filter(state={Show.WAITING: Handing.SUBMITTED, Show.SIGNED: Handing.SIGNED}[show].value)


def rows_of(cards: Iterable[ScoreCard]) -> list[CardRow]:
    """The rows of one page of cards, in two queries whatever its length."""
    shown = list(cards)
    entered = entries_of(shown)
    members = [card.membership_id for card in shown]
    excluded = set(
        Exclusion.objects.filter(membership__in=members, lifted_at=None).values_list("membership", flat=True)
    )
    return [CardRow(card, entered.get(card.token), card.membership_id in excluded) for card in shown]


def tally_of(bloc: BlocSeason) -> Tally:
    return _tallies([bloc]).get(bloc.pk, Tally())


def standings_of(blocs: Sequence[BlocSeason]) -> list[Standing]:
    """Each bloc's sheet, cards and lock, in three queries for any number of blocs."""
    tallies = _tallies(blocs)
    sheets: dict[int, AdoptedSheet] = {}
    for sheet in AdoptedSheet.objects.filter(bloc_season__in=blocs).order_by("number"):
        sheets[sheet.bloc_season_id] = sheet
    locks: dict[int, datetime] = dict(
        Ranking.objects.filter(bloc_season__in=blocs).values_list("bloc_season", "locked_at")
    )
    return [Standing(bloc, sheets.get(bloc.pk), tallies.get(bloc.pk, Tally()), locks.get(bloc.pk)) for bloc in blocs]


def _tallies(blocs: Sequence[BlocSeason]) -> dict[int, Tally]:
    counted: Any = (
        ScoreCard.objects.filter(membership__bloc_season__in=blocs)
        .order_by()
        .values("membership__bloc_season")
        .annotate(
            cards=Count("pk"),
            signed=Count("pk", filter=Q(state=Handing.SIGNED.value)),
            verified=Count("pk", filter=VERIFIED),
        )
    )
    return {row["membership__bloc_season"]: Tally(row["cards"], row["signed"], row["verified"]) for row in counted}
