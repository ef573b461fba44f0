"""Questions about reports in words: what a bloc's are about, one unit's, what others may take from them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Q, QuerySet

from thidua.base.prepared import prepared
from thidua.core.answer import Unknown
from thidua.core.workflow.handing_in import Handing
from thidua.records.results.models import LaterDay, WrittenReport
from thidua.records.results.topics import About, Topic, topics
from thidua.records.seasons.models import BlocSeason, Campaign, Membership, Period
from thidua.records.seasons.queries.campaigns import JOINED

WITH = (
    "membership__unit", "membership__bloc_season__season__cluster", "membership__bloc_season__bloc",
    "period__bloc_season", "campaign",
)  # fmt: skip


def topics_of(bloc: BlocSeason, member: Membership | None = None) -> list[Topic]:
    """What units of a bloc may report about, with the days by which `member` owes it. Three queries."""
    return topics_across({bloc.pk: bloc}, LaterDay.objects.filter(Q(membership=None) | Q(membership=member)))[bloc.pk]


def topics_across(blocs: Mapping[int, BlocSeason], later: QuerySet[LaterDay] | None = None) -> dict[int, list[Topic]]:
    """Of several blocs by their keys: periods, then the campaigns launched for them. Three queries.

    Without `later` each with the days that hold for all units.
    """
    moved: dict[int, list[LaterDay]] = defaultdict(list)
    for day in _later_for_all(blocs=list(blocs)) if later is None else later.filter(bloc_season__in=blocs):
        moved[day.bloc_season_id].append(day)
    periods = _periods(blocs=list(blocs))
    for period in periods:
        period.bloc_season = blocs[period.bloc_season_id]
    campaigns = _campaigns(seasons=sorted({bloc.season_id for bloc in blocs.values()}))
    found = {}
    for key, bloc in blocs.items():
        own = [one for one in periods if one.bloc_season_id == key]
        joint = [one for one in campaigns if one.season_id == bloc.season_id and one.bloc_season_id in (None, key)]
        found[key] = topics(own, joint, year=bloc.season.emulation_year, later=_latest(moved[key]))
    return found


@prepared
def _later_for_all(*, blocs: list[int]) -> QuerySet[LaterDay]:
    return LaterDay.objects.filter(membership=None, bloc_season__in=blocs)


@prepared
def _periods(*, blocs: list[int]) -> QuerySet[Period]:
    return Period.objects.filter(bloc_season__in=blocs).order_by("position", "pk")


@prepared
def _campaigns(*, seasons: list[int]) -> QuerySet[Campaign]:
    run = Campaign.objects.filter(season__in=seasons, membership=None, state__in=JOINED)
    return run.exclude(kind=Campaign.Kind.REGULAR.value).order_by("starts_on", "pk")


def _latest(days: Iterable[LaterDay]) -> dict[About, date]:
    found: dict[About, date] = {}
    for day in days:
        about = (day.period_id, day.campaign_id)
        found[about] = max(day.until_on, found.get(about, day.until_on))
    return found


def later_about(topic: Topic) -> QuerySet[LaterDay]:
    """Days given to single units for it."""
    return LaterDay.objects.filter(membership__isnull=False, period=topic.period, campaign=topic.campaign)


def later_days_of(members: Iterable[Membership | int], about: Iterable[Topic]) -> dict[tuple[int, *About], date]:
    """Days given to single units, by the unit's key and those of what it writes about. One query."""
    keys = [topic.keys for topic in about]
    own = LaterDay.objects.filter(membership__in=list(members))
    named = Q(period__in=[period for period, _ in keys if period]) | Q(campaign__in=[one for _, one in keys if one])
    rows = own.filter(named).values_list("membership", "period", "campaign", "until_on")
    return {(member, period, campaign): until_on for member, period, campaign, until_on in rows}


def topic_at(bloc: BlocSeason, slug: str, member: Membership | None = None) -> Topic:
    """Raises Unknown where the bloc has none of that name."""
    found = next((one for one in topics_of(bloc, member) if one.slug == slug), None)
    if found is None:
        raise Unknown
    return found


def written_about(topic: Topic) -> QuerySet[WrittenReport]:
    """What units have written about it, begun or signed, in protocol order."""
    found = WrittenReport.objects.filter(period=topic.period, campaign=topic.campaign)
    return found.order_by("membership__position", "pk")


def written_of(member: Membership, topic: Topic) -> WrittenReport:
    """A unit's report, the blank one where nobody has begun it."""
    found = written_about(topic).filter(membership=member).first() or topic.blank(member.pk)
    found.membership, found.period, found.campaign = member, topic.period, topic.campaign
    return found


def signed_about(topic: Topic) -> QuerySet[WrittenReport]:
    return written_about(topic).filter(state=Handing.SIGNED.value)
