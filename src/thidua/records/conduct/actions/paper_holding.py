"""A season's paper under its lock, and the people who are told of what became of it."""

from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import Sentence, require
from thidua.core.workflow.papers import PaperMove, may_move
from thidua.records.conduct.official import address_of
from thidua.records.desk.steps.notices import notify_people
from thidua.records.papers.models import OfficialPaper
from thidua.records.papers.steps.official import held_paper
from thidua.records.seasons import access
from thidua.records.seasons.models import Season, SeasonRole
from thidua.records.seasons.queries.frame import people_in_role


def hold(
    paper: OfficialPaper, what: str, move: PaperMove, by: Actor, at: datetime, *, seen_version: int | None = None
) -> tuple[OfficialPaper, Season]:
    """The paper with its season, for who may do `what` in a state that lets `move`.

    Raises NotPossible also if someone has saved since `seen_version`.
    """
    paper = held_paper(paper)
    season = Season.objects.select_related("cluster").get(public_id=paper.frame)
    require(access.may(by, what, season=season, on=local_day(at)))
    require(may_move(paper.at_state, move))
    if seen_version is not None:
        paper.expect(seen_version)
    return paper, season


def tell(key: str, paper: OfficialPaper, season: Season, role: SeasonRole.Role, by: Actor, at: datetime) -> None:
    """Those who hold a part on that day, but for the one who acts."""
    people = [one for one in people_in_role(season, role, on=local_day(at)) if one.pk != by.person]
    sentence = Sentence(f"notice.paper_{key}", season=season.name)
    notify_people(people, sentence, at=at, place="season_paper", slugs=address_of(paper, season))
