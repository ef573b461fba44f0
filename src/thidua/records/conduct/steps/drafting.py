"""Begins the draft of a paper of a season, or fills one anew with what the records say."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from thidua.base.days import local_day
from thidua.core.answer import refuse, require
from thidua.core.workflow.papers import PaperMove, PaperState, Under, may_move
from thidua.records.conduct.official import kind_named
from thidua.records.papers.models import OfficialPaper
from thidua.records.papers.queries import last_of
from thidua.records.papers.steps.official import begin_paper, held_paper, keep_paper, put_under
from thidua.records.seasons.models import Season
from thidua.records.seasons.queries.roles import head_of


def filled_draft(season: Season, code: str, subject: str, filled: Mapping[str, Any], *, at: datetime) -> OfficialPaper:
    """A draft with what the records say, begun or filled anew. Raises NotPossible as `draft_paper` tells."""
    kind, head = kind_named(code), head_of(season)
    if head is None:
        raise refuse("paper.needs_head")
    if kind.needs and not filled.get(kind.needs):
        raise refuse("paper.nothing_to_write", field=kind.fields[kind.needs].label)
    last = last_of(season.public_id, code, subject)
    over = last is None or last.at_state is PaperState.WITHDRAWN or (last.is_issued and kind.is_often)
    if last is None or over:
        typed = {field.name: field.begun(filled) for field in kind.typed}
        nth = last.nth + 1 if last else 1
        paper = begin_paper(season.public_id, code, subject, nth, filled=filled, typed=typed, at=at)
        paper.signer, paper.signer_title = head.person.full_name, season.cluster.head_word
    else:
        paper = held_paper(last)
        require(may_move(paper.at_state, PaperMove.FILL))
        paper.filled, paper.filled_at = dict(filled), at
        put_under(paper, Under(paper.under), frame=season.cluster.public_id, unit=head.unit, on=local_day(at))
    keep_paper(paper)
    return paper
