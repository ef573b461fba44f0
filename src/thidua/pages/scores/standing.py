"""The ranking as a reader may see it: the locked places, or the provisional ones for whoever runs the bloc."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import today
from thidua.core.scoring import FEWER_PENALTIES, Card, GroupKind, Sheet
from thidua.pages.scores.finding import units_above
from thidua.pages.scores.methods import named
from thidua.records.scores.models import Place, Ranking
from thidua.records.scores.queries import (
    Provisional,
    adopted_sheet,
    provisional_ranking,
    ranking_of,
    sheet_of,
    standings_of,
)
from thidua.records.seasons.access import may
from thidua.records.seasons.models import BlocSeason, Membership

BAR = 10_000  # length of a full bar in its drawing


@dataclass(frozen=True)
class Row:
    """One unit of the ranking. `href` "" where its card may not be opened; `groups` as points of each group.

    `waits_for` says what its total still waits for, "" once it is verified.
    """

    member: Membership
    place: int | None
    shares: bool
    broken_by: str
    base: Fraction
    bonus: Fraction
    penalty: Fraction
    total: Fraction
    excluded_because: str
    waits_for: str
    is_own: bool
    href: str
    groups: Sequence[Fraction]
    maximum: Fraction

    @property
    def exact(self) -> str:
        """The total as a fraction where two decimals do not tell it whole, else ""."""
        return "" if (self.total * 100).denominator == 1 else f"{self.total.numerator}/{self.total.denominator}"

    @property
    def parts(self) -> int:
        """The bar's length in ten-thousandths of the maximum; bonuses may pass the maximum, the bar does not."""
        return max(0, min(BAR, int(self.total * BAR / self.maximum)))

    @property
    def remark(self) -> str:
        if self.excluded_because:
            return f"{_('Không xếp hạng')}: {self.excluded_because}"
        return _("đồng hạng") if self.shares else ""


@dataclass(frozen=True)
class Column:
    """One group of the sheet as the ranking's column; `maximum` None where the group has no cap."""

    code: str
    name: str
    maximum: Fraction | None


@dataclass(frozen=True)
class Board:
    """`hidden`: there is something to rank, but the reader sees totals of others only once they are locked."""

    rows: Sequence[Row]
    ranking: Ranking | None
    waiting: int
    hidden: bool
    maximum: Fraction
    groups: Sequence[Column]
    has_extras: bool


def board_of(actor: Any, bloc: BlocSeason) -> Board:
    """What `actor` may see of the bloc's ranking today, in the same number of queries for any number of units."""
    ranking, adopted = ranking_of(bloc), adopted_sheet(bloc)
    opens_all = may(actor, "card.read", season=bloc.season, bloc=bloc, on=today()).is_yes
    if adopted is None or (ranking is None and not opens_all):
        return Board([], None, 0, adopted is not None, Fraction(0), [], False)
    sheet = sheet_of(adopted)
    sees = _Sees(bloc, units_above(actor, bloc), opens_all, sheet)
    if ranking is not None:
        cards = standings_of(bloc)
        rows = [sees.locked(place, cards[place.membership_id]) for place in ranking.places.all()]
        return sees.board(rows, ranking, 0)
    provisional = provisional_ranking(bloc)
    return sees.board(sees.provisional(provisional), None, len(provisional.waiting))


@dataclass(frozen=True)
class _Sees:
    """The eyes of one reader on one bloc."""

    bloc: BlocSeason
    units: set[int]
    opens_all: bool
    sheet: Sheet

    def board(self, rows: Sequence[Row], ranking: Ranking | None, waiting: int) -> Board:
        groups = [Column(group.code, named(group.name), group.maximum) for group in self.sheet.groups]
        has_extras = any(group.kind is not GroupKind.BASE for group in self.sheet.groups)
        return Board(rows, ranking, waiting, False, self.sheet.maximum, groups, has_extras)

    def locked(self, place: Place, card: Card) -> Row:
        return self._row(
            place.membership, place, card,
            base=place.base, bonus=place.bonus, penalty=place.penalty, waits_for="",
        )  # fmt: skip

    def provisional(self, now: Provisional) -> list[Row]:
        return [
            self._row(
                now.members[one.unit], one, now.cards[one.unit], waits_for=_waits_for(now, one.unit), **_parts(now, one)
            )
            for one in now.places
        ]

    def _row(
        self, member: Membership, place: Any, card: Card, *, base: Any, bonus: Any, penalty: Any, waits_for: str
    ) -> Row:
        is_own = member.unit_id in self.units
        href = reverse("score_card", args=(*self.bloc.slugs, member.unit.slug))
        return Row(
            member=member,
            place=place.place,
            shares=place.shares,
            broken_by=self._break(place.broken_by),
            base=base,
            bonus=bonus,
            penalty=penalty,
            total=place.total,
            excluded_because=place.excluded_because,
            waits_for=waits_for,
            is_own=is_own,
            href=href if self.opens_all or is_own else "",
            groups=[group.points for group in card.groups],
            maximum=self.sheet.maximum,
        )

    def _break(self, code: str) -> str:
        if not code:
            return ""
        if code == FEWER_PENALTIES:
            return _("ít điểm trừ hơn")
        return next((named(group.name) for group in self.sheet.groups if group.code == code), code)


def _waits_for(now: Provisional, unit: int) -> str:
    if unit not in now.waiting:
        return ""
    is_signed = now.waiting[unit].key == "ranking.card_not_verified"
    return _("đã ký, chưa thẩm định xong") if is_signed else _("chưa ký, tính theo số liệu đang có")


def _parts(now: Provisional, one: Any) -> Mapping[str, Fraction]:
    card = now.cards[one.unit]
    return {"base": card.base, "bonus": card.bonus, "penalty": card.penalty}
