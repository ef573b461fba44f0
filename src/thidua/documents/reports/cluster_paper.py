"""A report of the cluster: what the records fill in it."""

from datetime import date
from typing import Any

from thidua.core.papers import PaperKind
from thidua.documents.reports.cluster_facts import ClusterFacts
from thidua.documents.reports.cluster_parts import PARTS
from thidua.documents.reports.said import fields_by
from thidua.figures.merging import behind
from thidua.figures.season_papers import Subject
from thidua.records.seasons.models import Season


def cluster_fields(kind: PaperKind, season: Season, subject: Subject, *, on: date) -> dict[str, Any]:
    """Every field that nobody types, with their sources."""
    return fields_by(PARTS, kind, ClusterFacts(season, behind(kind, season, subject), on))
