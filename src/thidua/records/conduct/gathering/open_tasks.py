"""What is not done yet when a season is handed over."""

from collections.abc import Iterable, Iterator

from django.db.models import Count, Q

from thidua.core.answer import Sentence
from thidua.core.workflow.conferences import ConferenceState
from thidua.core.workflow.evaluating import Section
from thidua.core.workflow.handing_in import Handing
from thidua.core.workflow.handing_over import ItemKind
from thidua.core.workflow.inspecting import PointState
from thidua.records.conduct.gathering.found import Found
from thidua.records.conduct.models import EvaluationPoint
from thidua.records.councils.models import Conference
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.journal.models import HasToken
from thidua.records.results.models import VisitFinding
from thidua.records.scores.models import AdoptedSheet, Ranking, ScoreCard
from thidua.records.seasons.models import BlocSeason, Pact, Period, Season, Signature

Counted = tuple[str, int, HasToken, str]  # which sentence, how many, of what, on which page


def found(season: Season, blocs: Iterable[BlocSeason]) -> Iterator[Found]:
    """Two queries, and nine at most for each bloc."""
    slugs = (season.cluster.slug, season.slug)
    left = EvaluationPoint.objects.filter(
        evaluation__season=season, evaluation__signed_at__isnull=False, section=Section.LEFT.value
    )
    for point in left.order_by("position"):
        yield Found(ItemKind.TASKS, Sentence("handover.open.left", text=point.text), point, "evaluation", slugs)
    # Held, and not concluded: minutes or conclusions have no number yet.
    for one in Conference.objects.filter(season=season, state=ConferenceState.HELD.value).select_related("cluster"):
        told = Sentence("handover.open.conference", name=one.name)
        yield Found(ItemKind.TASKS, told, one, "conclusions", (one.cluster.slug, one.slug))
    for bloc in blocs:
        yield from _of_bloc(bloc)


def _of_bloc(bloc: BlocSeason) -> Iterator[Found]:
    yield from _told(bloc, _pact(bloc))
    for period, count in _reports(bloc):
        told = Sentence("handover.open.reports", bloc=bloc.bloc.name, period=period.name, count=count)
        yield Found(ItemKind.TASKS, told, period, "results", bloc.slugs)
    yield from _told(bloc, (*_scores(bloc), *_others(bloc)))


def _told(bloc: BlocSeason, counted: Iterable[Counted]) -> Iterator[Found]:
    for what, count, row, place in counted:
        if count:
            told = Sentence(f"handover.open.{what}", bloc=bloc.bloc.name, count=count)
            yield Found(ItemKind.TASKS, told, row, place, bloc.slugs)


def _reports(bloc: BlocSeason) -> Iterator[tuple[Period, int]]:
    """Periods of which reports of units that are still there are not signed."""
    unsigned = Q(reports__membership__left_on=None) & ~Q(reports__state=Handing.SIGNED.value)
    owed = Count("reports", filter=Q(reports__isnull=False) & unsigned)
    for period in Period.objects.filter(bloc_season=bloc).annotate(owed=owed).order_by("position", "pk"):
        if period.owed:
            yield period, period.owed


def _pact(bloc: BlocSeason) -> Iterator[Counted]:
    pact = Pact.objects.filter(bloc_season=bloc).first()
    if pact is None:
        return
    signed = Signature.objects.filter(pact=pact, annex=None, voided_at=None)
    unsigned = bloc.members.filter(left_on=None).exclude(pk__in=signed.exclude(membership=None).values("membership"))
    yield "signatures", unsigned.count(), pact, "pact"
    yield "scans", signed.filter(kind=Signature.Kind.ON_PAPER, scan=None).count(), pact, "pact"


def _scores(bloc: BlocSeason) -> Iterator[Counted]:
    if AdoptedSheet.objects.filter(bloc_season=bloc).exists():
        cards = ScoreCard.objects.filter(membership__bloc_season=bloc, membership__left_on=None)
        yield "cards", cards.exclude(state=Handing.SIGNED.value).count(), bloc, "score_cards"
    if not Ranking.objects.filter(bloc_season=bloc).exists():
        yield "ranking", 1, bloc, "ranking"


def _others(bloc: BlocSeason) -> Iterator[Counted]:
    points = VisitFinding.objects.filter(visit__inspection__bloc_season=bloc, withdrawn_at=None)
    yield "points", points.filter(state__in=(PointState.OPEN, PointState.ANSWERED)).count(), bloc, "bloc"
    disputed = EntryOnBehalf.objects.filter(within=bloc.token, state=EntryOnBehalf.State.DISPUTED)
    yield "disputes", disputed.count(), bloc, "bloc"
