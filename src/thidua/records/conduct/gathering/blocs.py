"""What one bloc has: pact with signatures and annexes, reports, inspections, score cards, ranking, reminders sent."""

from collections.abc import Iterator

from django.db.models import Count, Q

from thidua.base.days import local_day, written
from thidua.core.answer import Sentence
from thidua.core.texts import in_groups
from thidua.core.workflow.handing_in import Handing
from thidua.core.workflow.handing_over import ItemKind
from thidua.core.workflow.signing import PactStage
from thidua.records.conduct.gathering.found import Found
from thidua.records.journal.queries import lines_about
from thidua.records.results.models import Inspection
from thidua.records.scores.models import AdoptedSheet, Ranking, ScoreCard
from thidua.records.seasons.models import Annex, BlocSeason, Pact, Period, Signature

SIGNED = Handing.SIGNED.value
REMINDED = "units.reminded"  # the journal's word for a reminder that went to units


def found(bloc: BlocSeason) -> Iterator[Found]:
    """Ten queries at most."""
    units = bloc.members.filter(left_on=None).count()
    yield from _pact(bloc, units)
    yield from _reports(bloc, units)
    yield from _scores(bloc, units)
    if count := lines_about(bloc).filter(kind=REMINDED).count():
        told = Sentence("handover.item.reminders", bloc=bloc.bloc.name, count=count)
        yield Found(ItemKind.PAPERS, told, bloc, "bloc", bloc.slugs)


def _pact(bloc: BlocSeason, units: int) -> Iterator[Found]:
    pact, name = Pact.objects.filter(bloc_season=bloc).first(), bloc.bloc.name
    if pact is None or pact.at_stage is PactStage.DRAFT:
        return
    told = Sentence("handover.item.pact", bloc=name, hash=in_groups(pact.text_hash))
    yield Found(ItemKind.PACTS, told, pact, "pact", bloc.slugs)
    signatures = Signature.objects.filter(pact=pact, annex=None, voided_at=None, membership__isnull=False)
    count = signatures.aggregate(signed=Count("pk"), scans=Count("scan"))
    told = Sentence("handover.item.signatures", bloc=name, units=units, **count)
    yield Found(ItemKind.PACTS, told, pact, "pact", bloc.slugs)
    if annexes := Annex.objects.filter(pact=pact, locked_at__isnull=False, withdrawn_at=None).count():
        told = Sentence("handover.item.annexes", bloc=name, count=annexes)
        yield Found(ItemKind.PACTS, told, pact, "annexes", bloc.slugs)


def _reports(bloc: BlocSeason, units: int) -> Iterator[Found]:
    signed = Count("reports", filter=Q(reports__state=SIGNED))
    for period in Period.objects.filter(bloc_season=bloc).annotate(signed=signed).order_by("position", "pk"):
        if period.signed:
            told = Sentence(
                "handover.item.reports", period=period.name, bloc=bloc.bloc.name, signed=period.signed, units=units
            )
            yield Found(ItemKind.RESULTS, told, period, "results", bloc.slugs)
    reported = Count("visits", filter=Q(visits__signed_at__isnull=False))
    for one in Inspection.objects.filter(bloc_season=bloc).annotate(reported=reported):
        if one.reported:
            told = Sentence("handover.item.inspection", name=one.name, bloc=bloc.bloc.name, count=one.reported)
            yield Found(ItemKind.RESULTS, told, one, "inspection", (*bloc.slugs, one.public_id))


def _scores(bloc: BlocSeason, units: int) -> Iterator[Found]:
    name = bloc.bloc.name
    if (sheet := AdoptedSheet.objects.filter(bloc_season=bloc).first()) is not None:
        told = Sentence("handover.item.sheet", bloc=name, name=sheet.name)
        yield Found(ItemKind.SCORES, told, sheet, "score_sheet", bloc.slugs)
        cards = ScoreCard.objects.filter(membership__bloc_season=bloc, membership__left_on=None)
        count = cards.aggregate(
            signed=Count("pk", filter=Q(state=SIGNED)), verified=Count("pk", filter=Q(verified_at__isnull=False))
        )
        told = Sentence("handover.item.cards", bloc=name, units=units, **count)
        yield Found(ItemKind.SCORES, told, bloc, "score_cards", bloc.slugs)
    if (ranking := Ranking.objects.filter(bloc_season=bloc).first()) is not None:
        on = written(local_day(ranking.locked_at))
        told = Sentence("handover.item.ranking", bloc=name, on=on, seal=in_groups(ranking.seal))
        yield Found(ItemKind.SCORES, told, ranking, "ranking", bloc.slugs)
