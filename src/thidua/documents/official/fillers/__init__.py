"""What the records say in each paper's own fields; reads only. Names and sentences are data: in Vietnamese."""

from datetime import date

from django.utils.translation import override

from thidua.documents.official.fillers import blocs, conferences, money, seasons, units, works
from thidua.documents.official.fillers.told import Fields
from thidua.documents.official.values import frame_of
from thidua.figures.season_papers import Subject
from thidua.records.directory.queries import leader_of
from thidua.records.papers.queries import letterhead_of
from thidua.records.seasons.models import Membership, Season, SeasonRole

FILLERS = {**seasons.FILLERS, **conferences.FILLERS, **money.FILLERS, **blocs.FILLERS, **works.FILLERS, **units.FILLERS}


def fields_of(code: str, season: Season, subject: Subject, *, head: SeasonRole, on: date) -> Fields:
    """Every field that the records fill in a paper of a season; a unit's own begins with its own letterhead."""
    unit = subject.unit if isinstance(subject, Membership) else head.unit
    leader = leader_of(unit, on=on)
    frame = frame_of(season, letterhead_of(unit), chief=leader.title if leader else "")
    with override("vi"):
        return {**frame, **FILLERS[code](season, subject, on)}
