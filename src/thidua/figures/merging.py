"""Which reports of units stand behind one of the cluster: what was sent about the same time, and who sent nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from thidua.core.papers import PaperKind
from thidua.core.workflow.handing_in import Handing
from thidua.figures.season_papers import Subject
from thidua.records.results.models import WrittenReport
from thidua.records.results.queries.written import topics_of
from thidua.records.results.topics import Topic
from thidua.records.seasons.models import BlocSeason, Campaign, Membership, Period, Season


@dataclass(frozen=True)
class Behind:
    """One bloc's part: what its units report about."""

    bloc: BlocSeason
    topic: Topic


def behind(kind: PaperKind, season: Season, subject: Subject) -> list[Behind]:
    """Of a season each bloc's report of the outline that `kind` merges; of a campaign or a period that one."""
    blocs = season.blocs.select_related("season__cluster", "bloc").order_by("bloc__position", "pk")
    return [
        Behind(bloc, topic)
        for bloc in blocs
        if _concerns(subject, bloc)
        for topic in topics_of(bloc)
        if _is_about(topic, kind, subject)
    ]


def signed_behind(parts: Iterable[Behind]) -> QuerySet[WrittenReport]:
    """What the units have signed, blocs and units in protocol order."""
    found = WrittenReport.objects.filter(_of(parts), state=Handing.SIGNED.value, membership__left_on=None)
    return found.select_related("membership__unit", "membership__bloc_season__bloc").order_by(
        "membership__bloc_season__bloc__position", "membership__position", "pk"
    )


def silent_behind(parts: Sequence[Behind]) -> QuerySet[Membership]:
    """Units that have signed nothing about it."""
    sent = WrittenReport.objects.filter(_of(parts), state=Handing.SIGNED.value, membership=OuterRef("pk"))
    members = Membership.objects.filter(bloc_season__in=[one.bloc for one in parts], left_on=None)
    return members.filter(~Exists(sent)).order_by("bloc_season__bloc__position", "position", "pk")


def _concerns(subject: Subject, bloc: BlocSeason) -> bool:
    match subject:
        case Period():
            return subject.bloc_season_id == bloc.pk
        case Campaign():
            return subject.bloc_season_id in (None, bloc.pk)
        case _:
            return True


def _is_about(topic: Topic, kind: PaperKind, subject: Subject) -> bool:
    return topic.kind.code == kind.merges if isinstance(subject, Season) else topic.about == subject


def _of(parts: Iterable[Behind]) -> Q:
    found = Q(pk=None)
    for one in parts:
        found |= Q(membership__bloc_season=one.bloc, period=one.topic.period, campaign=one.topic.campaign)
    return found
