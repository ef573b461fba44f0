"""Tasks of papers: the head signs what is submitted; the secretariat mends what came back, numbers what is signed."""

from collections.abc import Iterator

from thidua.core.answer import Sentence
from thidua.core.workflow.papers import PaperState
from thidua.records.conduct.official import address_of, name_of
from thidua.records.conduct.tasks.desk import Desk, Task
from thidua.records.papers.models import OfficialPaper
from thidua.records.papers.queries import papers_in_hand


def tasks(desk: Desk) -> Iterator[Task]:
    """One query, for who leads or serves a season."""
    kept = {bloc.season.public_id: bloc.season for bloc in desk.kept}
    if not kept:
        return
    for paper in papers_in_hand(kept):
        season = kept[paper.frame]
        if (key := _key(paper, desk.roles[season.pk])) is not None:
            about = Sentence("task.of_season", season=season.name)
            yield Task(None, Sentence(key, name=name_of(paper)), about, "season_paper", address_of(paper, season))


def _key(paper: OfficialPaper, roles: frozenset[str]) -> str | None:
    match paper.at_state:
        case PaperState.SUBMITTED if "head" in roles:
            return "task.sign_paper"
        case PaperState.SIGNED if "secretariat" in roles:
            return "task.issue_paper"
        case PaperState.DRAFT if "secretariat" in roles:
            return "task.mend_paper"
    return None
