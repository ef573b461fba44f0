"""How a unit stands in its season, and how the blocs of a season stand, each on one small sheet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Q

from thidua.core.workflow.handing_in import Handing
from thidua.core.workflow.stages import Stage
from thidua.figures.progress import Row, unit_progress
from thidua.figures.reporting import PeriodSum, sums_of
from thidua.figures.scoring import Standing, standings_of
from thidua.records.conduct.tasks import Desk
from thidua.records.results.models import Report
from thidua.records.scores.models import Place, ScoreCard
from thidua.records.seasons.models import OPENS_BEFORE_THE_END, BlocSeason, CommitmentSet, Membership, Period, Signature

SIGNED = Q(signatures__annex=None, signatures__voided_at=None, signatures__isnull=False)


@dataclass(frozen=True)
class UnitSituation:
    """`progress` is the unit's row of the board; `ranked` how many units have a place, 0 before the lock."""

    member: Membership
    commitments: CommitmentSet | None
    signed_at: datetime | None
    progress: Row
    reports_asked: int
    reports_signed: int
    card: ScoreCard | None
    place: Place | None
    ranked: int


@dataclass(frozen=True)
class BlocSituation:
    """`period` is the newest one whose reports are asked for by now, None before the first."""

    bloc: BlocSeason
    members: int
    registered: int
    signed: int
    period: PeriodSum | None
    scoring: Standing


def current_first(desk: Desk) -> list[BlocSeason]:
    """The open blocs: those at work before those that are only planned, and first those in whose year today lies."""

    def place(bloc: BlocSeason) -> tuple[bool, bool]:
        return bloc.at_stage is Stage.PLANNED, not bloc.starts_on <= desk.on <= bloc.ends_on

    blocs = list(desk.blocs.values())
    seasons: dict[int, tuple[bool, bool]] = {}
    for bloc in blocs:
        seasons[bloc.season_id] = min(place(bloc), seasons.get(bloc.season_id, (True, True)))
    return sorted(blocs, key=lambda bloc: seasons[bloc.season_id])


def home_of(desk: Desk) -> Membership | None:
    """The unit for which the actor acts first of all, current season first; else the one below which a post lies."""
    order = {bloc.pk: place for place, bloc in enumerate(current_first(desk))}
    own = sorted((one.member for one in desk.own.values()), key=lambda member: order[member.bloc_season_id])
    if not own and desk.actor.posts:
        members = Membership.objects.filter(bloc_season__in=desk.blocs, unit__in=desk.actor.units, left_on=None)
        own = sorted(members.select_related("unit"), key=lambda member: order[member.bloc_season_id])
    if not own:
        return None
    own[0].bloc_season = desk.blocs[own[0].bloc_season_id]
    return own[0]


def unit_situation(member: Membership, *, on: date) -> UnitSituation:
    """Thirteen queries for any number of units in the bloc."""
    asked = Report.objects.filter(membership=member, period__until_on__lte=on + OPENS_BEFORE_THE_END)
    states = list(asked.values_list("state", flat=True))
    signature = Signature.objects.filter(membership=member, annex=None, voided_at=None).first()
    place = Place.objects.filter(membership=member).first()
    return UnitSituation(
        member=member,
        commitments=CommitmentSet.objects.filter(membership=member).first(),
        signed_at=signature.at if signature else None,
        progress=unit_progress(member, on=on),
        reports_asked=len(states),
        reports_signed=states.count(Handing.SIGNED.value),
        card=ScoreCard.objects.filter(membership=member).first(),
        place=place,
        ranked=Place.objects.filter(ranking__bloc_season=member.bloc_season_id, place__isnull=False).count(),
    )


def bloc_situations(blocs: Sequence[BlocSeason], *, on: date) -> list[BlocSituation]:
    """Six queries for any number of blocs and units."""
    counts, periods = _counts(blocs), _asked_periods(blocs, on)
    sums = {one.period.bloc_season_id: one for one in sums_of(periods, on=on)}
    return [
        BlocSituation(
            bloc=one.bloc,
            members=counts.get(one.bloc.pk, {}).get("members", 0),
            registered=counts.get(one.bloc.pk, {}).get("registered", 0),
            signed=counts.get(one.bloc.pk, {}).get("signed", 0),
            period=sums.get(one.bloc.pk),
            scoring=one,
        )
        for one in standings_of(blocs)
    ]


def _counts(blocs: Iterable[BlocSeason]) -> Mapping[int, Mapping[str, int]]:
    counted: Any = (
        Membership.objects.filter(bloc_season__in=list(blocs), left_on=None)
        .order_by()
        .values("bloc_season")
        .annotate(
            members=Count("pk", distinct=True),
            registered=Count("pk", distinct=True, filter=Q(commitment_set__state=Handing.SIGNED.value)),
            signed=Count("pk", distinct=True, filter=SIGNED),
        )
    )
    return {row["bloc_season"]: row for row in counted}


def _asked_periods(blocs: Iterable[BlocSeason], on: date) -> list[Period]:
    """The newest period of each bloc whose reports are asked for."""
    asked = Period.objects.filter(bloc_season__in=list(blocs), until_on__lte=on + OPENS_BEFORE_THE_END)
    newest = {period.bloc_season_id: period for period in asked.order_by("position", "pk")}
    return list(newest.values())
