"""What of the list of reports is asked for: units, a period, a state, an order; read from the address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from django.db.models import QuerySet

from thidua.figures.reporting import Order, Show, members_asked
from thidua.records.seasons.models import BlocSeason, Membership, Period

Kind = TypeVar("Kind", bound=StrEnum)


@dataclass(frozen=True)
class Asked:
    """`periods` are the columns: all of the bloc, or the one asked for."""

    search: str
    period: str
    show: Show | None
    order: Order
    periods: Sequence[Period]

    @property
    def is_narrowed(self) -> bool:
        return bool(self.search or self.period or self.show)

    def members(self, bloc: BlocSeason, *, on: date) -> QuerySet[Membership]:
        """The units that the list shows, to be paged."""
        return members_asked(bloc, on=on, show=self.show, period=self.period, search=self.search, order=self.order)


def asked_in(query: Mapping[str, str], periods: Sequence[Period]) -> Asked:
    """What the address asks for; what it asks for wrongly is left out."""
    wanted = [one for one in periods if one.slug == query.get("ky")]
    return Asked(
        search=query.get("tim", "")[:60],
        period=wanted[0].slug if wanted else "",
        show=_one_of(Show, query.get("loc", "")),
        order=_one_of(Order, query.get("xep", "")) or Order.PROTOCOL,
        periods=wanted or periods,
    )


def _one_of(kind: type[Kind], typed: str) -> Kind | None:
    return kind(typed) if typed in set(kind) else None
