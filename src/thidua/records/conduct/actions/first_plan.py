"""The act of the first plan: letterhead, motto, key contents and the draft that holds them, all or none."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from thidua.base.days import local_day
from thidua.base.noticing import Noticed, what_was_noticed
from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.records.conduct.steps.drafting import filled_draft
from thidua.records.journal.actions import act
from thidua.records.journal.models import HasToken
from thidua.records.journal.steps import record
from thidua.records.papers.models import OfficialPaper
from thidua.records.papers.steps.official import Head, letterhead_told, write_letterhead
from thidua.records.seasons import access
from thidua.records.seasons.models import Season
from thidua.records.seasons.plan import ContentPlan
from thidua.records.seasons.queries.roles import head_of
from thidua.records.seasons.steps.contents import replace_contents, write_motto
from thidua.records.seasons.steps.locks import hold_blocs_of

RIGHTS = ("papers.keep", "season.plan", "papers.write")
Fill = Callable[[Season], Mapping[str, Any]]


@dataclass(frozen=True)
class FirstPlan:
    """What is typed, and which versions of letterhead and season it was typed over."""

    letterhead: Head
    letterhead_version: int
    motto: str
    contents: Sequence[ContentPlan]
    season_version: int


@act
def draft_first_plan(
    season: Season, *, code: str, told: FirstPlan, fill: Fill, by: Actor, at: datetime, key: str
) -> OfficialPaper:
    """`fill` gives what the records say in the paper of that `code`, once all the rest is written.

    Raises NotPossible as each of the acts of which this is made, and then nothing of it stands.
    """
    season = Season.objects.select_for_update(of=("self",)).select_related("cluster").get(pk=season.pk)
    hold_blocs_of(season.pk)
    for right in RIGHTS:
        require(access.may(by, right, season=season, on=local_day(at)))
    if (head := head_of(season)) is None:
        raise refuse("paper.needs_head")
    season.expect(told.season_version)
    # What each part changes is set aside for its own line, where history looks for it.
    row = write_letterhead(head.unit, told.letterhead, seen_version=told.letterhead_version)
    of_letterhead = what_was_noticed()
    motto = write_motto(season, told.motto)
    season.turn()
    season.save(update_fields=["motto", "version"])
    of_season = what_was_noticed()
    contents = replace_contents(season, told.contents)
    of_contents = what_was_noticed()
    paper = filled_draft(season, code, season.public_id, fill(season), at=at)
    of_paper = what_was_noticed()
    lines: list[tuple[str, list[HasToken], Mapping[str, Any], Noticed]] = [
        ("paper.letterhead_kept", [row, head.unit, season], letterhead_told(row), of_letterhead),
        ("season.amended", [season], {"motto": motto}, of_season),
        ("season.contents_set", [season], contents, of_contents),
        ("paper.drafted", [paper, season], {"paper": code, "filled": paper.filled}, of_paper),
    ]
    for kind, subjects, body, noticed in lines:
        record(kind, by=by, at=at, subjects=subjects, body=body, noticed=noticed)
    return paper
