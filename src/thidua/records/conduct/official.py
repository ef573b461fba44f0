"""Papers of a season by their kind: what a paper is called, where it stands."""

from thidua.base.library import paper_kinds
from thidua.core.answer import Unknown
from thidua.core.papers import PaperKind
from thidua.core.scoring.values import Name
from thidua.records.papers.models import OfficialPaper
from thidua.records.seasons.models import Season


def kind_named(code: str) -> PaperKind:
    """Raises Unknown for a paper that the program does not make."""
    if (kind := paper_kinds().get(code)) is None:
        raise Unknown
    return kind


def name_of(paper: OfficialPaper) -> Name:
    return kind_named(paper.code).name


def address_of(paper: OfficialPaper, season: Season) -> tuple[str, ...]:
    """The words of its address."""
    return season.cluster.slug, season.slug, paper.code, paper.subject
