"""Who reads which paper of a season."""

from datetime import date

from thidua.core.actor import Actor
from thidua.core.answer import Unknown, require
from thidua.records.papers.models import OfficialPaper
from thidua.records.papers.queries import paper_of
from thidua.records.seasons import access
from thidua.records.seasons.models import Season


def reads_drafts(by: Actor, season: Season, *, on: date) -> bool:
    """What has no number is read by who leads the season."""
    return access.may(by, "papers.read_drafts", season=season, on=on).is_yes


def paper_for(
    by: Actor, season: Season, code: str, subject: str, nth: int, *, on: date, to: str = "papers.read"
) -> OfficialPaper:
    """A paper at an address. Raises Unknown for none, and for one without a number to who may not read drafts.

    Raises NotPossible with the reason for who may read it and not do `to`.
    """
    found = paper_of(season.public_id, code, subject, nth)
    if found is None or not (found.is_issued or reads_drafts(by, season, on=on)):
        raise Unknown
    require(access.may(by, to, season=season, on=on))
    return found
