"""Who took part in a season: people, acts by kind and grassroots units of every member, beside what units declare."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from thidua.core.workflow.participation import ActKind, ActState
from thidua.records.results.models import DeclaredTotal, Participation
from thidua.records.seasons.models import BlocSeason, Campaign, Membership, Season

COUNTED, WAITING = Q(state=ActState.COUNTED.value), Q(state=ActState.UNCLAIMED.value)


@dataclass(frozen=True)
class Taken:
    """Counted from dated acts alone: a person once, however often; `units` in which somebody did something."""

    people: int
    units: int
    waiting: int
    acts: Mapping[ActKind, int]

    @property
    def by_kind(self) -> list[tuple[str, int]]:
        return [(kind.value, self.acts[kind]) for kind in ActKind]

    @property
    def all_acts(self) -> int:
        return sum(self.acts.values())


@dataclass(frozen=True)
class Row:
    """A unit with what is counted, and with what it says of itself; the two never add up."""

    member: Membership
    taken: Taken
    declared: DeclaredTotal | None


NONE = Taken(0, 0, 0, dict.fromkeys(ActKind, 0))


def counts() -> dict[str, Count]:
    """What is counted of acts, whatever they are grouped by."""
    return {
        "people": Count("person", filter=COUNTED, distinct=True),
        "units": Count("unit", filter=COUNTED, distinct=True),
        "waiting": Count("pk", filter=WAITING),
        **{f"of_{kind}": Count("pk", filter=COUNTED & Q(kind=kind.value)) for kind in ActKind},
    }


def acts_counted(season: Season, *, bloc: BlocSeason | None, campaign: Campaign | None) -> QuerySet[Participation]:
    found = Participation.objects.filter(membership__bloc_season__season=season).order_by()
    found = found.filter(membership__bloc_season=bloc) if bloc else found
    return found.filter(campaign=campaign) if campaign else found


def board_of(season: Season, *, bloc: BlocSeason | None = None, campaign: Campaign | None = None) -> list[Row]:
    """Every member in protocol order; three queries for any number of them."""
    members = Membership.objects.filter(bloc_season__season=season, left_on=None).select_related("unit", "bloc_season")
    members = members.filter(bloc_season=bloc) if bloc else members
    acts = acts_counted(season, bloc=bloc, campaign=campaign)
    taken = {row["membership"]: taken_from(row) for row in acts.values("membership").annotate(**counts())}
    said = DeclaredTotal.objects.filter(membership__bloc_season__season=season, campaign=campaign)
    declared = {one.membership_id: one for one in said.order_by("on", "pk")}
    return [
        Row(one, taken.get(one.pk, NONE), declared.get(one.pk))
        for one in members.order_by("bloc_season__bloc__position", "position", "pk")
    ]


def sum_of(season: Season, *, bloc: BlocSeason | None = None, campaign: Campaign | None = None) -> Taken:
    """All members together; whoever moved from one to another counts once."""
    return taken_from(acts_counted(season, bloc=bloc, campaign=campaign).aggregate(**counts()))


def taken_by(member: Membership) -> Taken:
    return taken_from(Participation.objects.filter(membership=member).order_by().aggregate(**counts()))


def taken_from(row: Mapping[str, Any]) -> Taken:
    return Taken(row["people"], row["units"], row["waiting"], {kind: row[f"of_{kind}"] for kind in ActKind})


def taken_between(member: Membership, from_on: date, until_on: date, campaign: Campaign | None = None) -> Taken:
    """What a unit's people did between two days, both counted; in one campaign where it is named."""
    acts = _between(member, from_on, until_on)
    return taken_from((acts.filter(campaign=campaign) if campaign else acts).aggregate(**counts()))


def taken_by_campaign(member: Membership, from_on: date, until_on: date) -> dict[int, Taken]:
    """The same for each campaign in which they did something, by its key; one query."""
    rows = _between(member, from_on, until_on).exclude(campaign=None).values("campaign").annotate(**counts())
    return {row["campaign"]: taken_from(row) for row in rows}


def _between(member: Membership, from_on: date, until_on: date) -> QuerySet[Participation]:
    return Participation.objects.filter(membership=member, on__range=(from_on, until_on)).order_by()
