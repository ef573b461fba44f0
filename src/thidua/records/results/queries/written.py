"""Questions about reports in words: what a bloc's are about, one unit's, what others may take from them."""

from django.db.models import Q, QuerySet

from thidua.core.answer import Unknown
from thidua.core.workflow.handing_in import Handing
from thidua.records.results.models import WrittenReport
from thidua.records.results.topics import Topic, topics
from thidua.records.seasons.models import BlocSeason, Campaign, Membership
from thidua.records.seasons.queries.campaigns import JOINED, calendar_of

WITH = (
    "membership__unit", "membership__bloc_season__season__cluster", "membership__bloc_season__bloc",
    "period__bloc_season", "campaign",
)  # fmt: skip


def topics_of(bloc: BlocSeason) -> list[Topic]:
    """What units of a bloc may report about: its periods, then the campaigns launched for it. Two queries."""
    run = Q(bloc_season=None) | Q(bloc_season=bloc)
    campaigns = calendar_of(bloc.season).filter(run, state__in=JOINED).exclude(kind=Campaign.Kind.REGULAR)
    return topics(bloc.periods.order_by("position", "pk"), campaigns, year=bloc.season.emulation_year)


def topic_at(bloc: BlocSeason, slug: str) -> Topic:
    """Raises Unknown where the bloc has none of that name."""
    found = next((one for one in topics_of(bloc) if one.slug == slug), None)
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
