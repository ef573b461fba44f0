"""What the records say in a paper's own fields: by the filler of its code, of the cluster's reports by their parts."""

from datetime import date

from django.utils.translation import override

from thidua.base.library import paper_kinds
from thidua.documents.official.fillers import FILLERS
from thidua.documents.official.fillers.told import Fields
from thidua.documents.official.values import frame_of
from thidua.documents.reports.cluster_paper import cluster_fields
from thidua.figures.season_papers import Subject
from thidua.records.directory.queries import leader_of
from thidua.records.papers.queries import letterhead_of
from thidua.records.seasons.models import Membership, Season, SeasonRole


def fields_of(code: str, season: Season, subject: Subject, *, head: SeasonRole, on: date) -> Fields:
    """Every field that the records fill in a paper of a season; a unit's own begins with its own letterhead."""
    unit, kind = subject.unit if isinstance(subject, Membership) else head.unit, paper_kinds()[code]
    leader = leader_of(unit, on=on)
    frame = frame_of(season, letterhead_of(unit), chief=leader.title if leader else "")
    with override("vi"):
        told = cluster_fields(kind, season, subject, on=on) if kind.merges else FILLERS[code](season, subject, on)
    return {**frame, **told}
