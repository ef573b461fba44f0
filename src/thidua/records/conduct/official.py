"""Papers of a season by their kind: what a paper is called, where it stands, by which template."""

from datetime import datetime

from thidua.base.library import paper_kinds, report_kinds
from thidua.core.answer import Unknown
from thidua.core.names import Name
from thidua.core.papers import PaperKind, Per
from thidua.records.papers.models import AdoptedTemplate, OfficialPaper
from thidua.records.papers.queries import templates_in_force
from thidua.records.seasons.models import Membership, Season


def kind_named(code: str) -> PaperKind:
    """Raises Unknown for a paper that the program does not make."""
    if (kind := paper_kinds().get(code)) is None:
        raise Unknown
    return kind


def unit_kind_named(code: str) -> PaperKind:
    """A paper or report that a unit makes itself. Raises Unknown for any other."""
    kind = report_kinds().get(code) or paper_kinds().get(code)
    if kind is None or (code in paper_kinds() and kind.per is not Per.UNIT):
        raise Unknown
    return kind


def name_of(paper: OfficialPaper) -> Name:
    return kind_named(paper.code).name


def template_under(paper: OfficialPaper) -> AdoptedTemplate | None:
    """That under which it was signed or numbered, also once it is withdrawn; until then the one in force."""
    if paper.signed_at or paper.number:
        return paper.template
    season = Season.objects.select_related("cluster").get(public_id=paper.frame)
    return templates_in_force(season.cluster.public_id).get(paper.code)


def unit_template(member: Membership, code: str, *, at: datetime | None = None) -> AdoptedTemplate | None:
    """The unit's own; where it has none, that of the cluster, which has none of units' reports.

    In force `at` a moment, else now.
    """
    own = templates_in_force(member.unit.public_id, at=at).get(code)
    return own or templates_in_force(member.bloc_season.season.cluster.public_id, at=at).get(code)


def address_of(paper: OfficialPaper, season: Season) -> tuple[str, ...]:
    """The words of its address."""
    return season.cluster.slug, season.slug, paper.code, paper.subject
