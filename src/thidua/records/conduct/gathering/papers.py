"""Papers of the season as a whole: guidance, launches, what was issued, conferences, the evaluation."""

from collections.abc import Iterator

from thidua.base.days import written
from thidua.base.library import paper_kinds
from thidua.core.answer import Sentence
from thidua.core.workflow.handing_over import ItemKind
from thidua.records.conduct.gathering.found import Found
from thidua.records.conduct.models import Evaluation
from thidua.records.councils.models import ConferencePaper
from thidua.records.papers.queries import papers_in
from thidua.records.seasons.models import Campaign, Guidance, Season


def found(season: Season) -> Iterator[Found]:
    """Five queries."""
    slugs = (season.cluster.slug, season.slug)
    for one in Guidance.objects.filter(season=season, withdrawn_at=None):
        told = Sentence(
            "handover.item.guidance", title=one.title, number=one.number, on=written(one.dated_on), issuer=one.issuer
        )
        yield Found(ItemKind.PAPERS, told, one, "one_guidance", (*slugs, one.public_id))
    yield from _launches(season, slugs)
    yield from _issued(season, slugs)
    yield from _of_conferences(season)
    signed = Evaluation.objects.filter(season=season, signed_at__isnull=False).first()
    if signed is not None:
        yield Found(ItemKind.PAPERS, Sentence("handover.item.evaluation"), signed, "evaluation", slugs)


def _launches(season: Season, slugs: tuple[str, str]) -> Iterator[Found]:
    launched = Campaign.objects.filter(season=season, membership=None, launch_paper__isnull=False)
    for one in launched.select_related("launch_paper"):
        told = Sentence("handover.item.launch", paper=str(one.launch_paper))
        yield Found(ItemKind.PAPERS, told, one, "campaign", (*slugs, one.public_id))


def _issued(season: Season, slugs: tuple[str, str]) -> Iterator[Found]:
    """Papers that were made here and have their number."""
    for one in papers_in(season.public_id):
        if one.is_issued and one.dated_on is not None and (kind := paper_kinds().get(one.code)) is not None:
            told = Sentence("handover.item.issued", name=kind.name.vi, number=one.number, on=written(one.dated_on))
            yield Found(ItemKind.PAPERS, told, one, "season_paper", (*slugs, one.code, one.subject))


def _of_conferences(season: Season) -> Iterator[Found]:
    papers = ConferencePaper.objects.filter(conference__season=season).exclude(number="").exclude(dated_on=None)
    for one in papers.select_related("conference__cluster").order_by("conference__starts_at", "pk"):
        assert one.dated_on is not None
        told = Sentence(
            f"handover.item.{one.kind}", name=one.conference.name, number=one.number, on=written(one.dated_on)
        )
        yield Found(ItemKind.PAPERS, told, one, "conclusions", (one.conference.cluster.slug, one.conference.slug))
