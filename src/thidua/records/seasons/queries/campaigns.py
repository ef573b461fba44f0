"""Questions about campaigns: those of the cluster that make the calendar, those of a unit, how they cover the year."""

from collections.abc import Iterable
from datetime import date

from django.db.models import F, Q, QuerySet

from thidua.core.covering import Stretch
from thidua.core.workflow.campaigning import COUNTING, CampaignState
from thidua.records.seasons.models import BlocSeason, Campaign, Membership, Season

WITH = (
    "season__cluster__authority", "bloc_season__bloc", "membership__unit", "membership__bloc_season__bloc", "movement",
    "chapter__unit", "above", "decider", "launch_paper__file", "result_paper__file",
)  # fmt: skip
STANDING = tuple(state.value for state in COUNTING)
JOINED = (CampaignState.LAUNCHED.value, CampaignState.SUMMED_UP.value)
ONE_AT_A_TIME = frozenset({Campaign.Kind.PEAK.value, Campaign.Kind.THEMATIC.value})


def calendar_of(season: Season) -> QuerySet[Campaign]:
    """What the cluster and its blocs run and stands, the earliest first: the rows of Lịch thi đua."""
    return season.campaigns.filter(membership=None, state__in=STANDING).select_related("movement", "bloc_season__bloc")


def campaigns_of_unit(member: Membership) -> QuerySet[Campaign]:
    """A unit's own that stand, the earliest first."""
    return member.campaigns.filter(state__in=STANDING)


def campaigns_to_join(season: Season, member: Membership | None = None) -> QuerySet[Campaign]:
    """In which one takes part: the cluster's that stand, then what units have launched, or `member` alone."""
    own = Q(membership=member) if member else Q(membership__isnull=False)
    found = season.campaigns.filter(Q(membership=None, state__in=STANDING) | own & Q(state__in=JOINED))
    return found.order_by(F("membership").asc(nulls_first=True), "starts_on", "pk")


def stretches_of(campaigns: Iterable[Campaign]) -> list[Stretch]:
    """Campaigns as days; of peaks and themes for one audience no two should run at once."""
    return [
        Stretch(
            one.name,
            one.starts_on,
            one.ends_on,
            _audience(one) if one.kind in ONE_AT_A_TIME else None,
            frozenset({one.bloc_season_id} if one.bloc_season_id else ()),
        )
        for one in campaigns
    ]


def covering(bloc: BlocSeason, campaigns: Iterable[Campaign]) -> list[Stretch]:
    """What runs in one bloc."""
    return stretches_of(one for one in campaigns if one.bloc_season_id in (None, bloc.pk))


def to_sum_up(campaigns: QuerySet[Campaign], *, on: date) -> QuerySet[Campaign]:
    """Those whose last day is over and that nobody has summed up."""
    return campaigns.filter(state=CampaignState.LAUNCHED.value, ends_on__lt=on)


def _audience(one: Campaign) -> str:
    return Campaign.Audience.YOUTH.value if one.run_by_youth else one.audience
