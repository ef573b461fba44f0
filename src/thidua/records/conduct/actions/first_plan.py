"""The act of the first plan: letterhead, motto, key contents and the draft that holds them, all or none."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.records.conduct.steps.drafting import filled_draft
from thidua.records.journal.actions import act
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
    # Each line follows what it tells of, so that history finds every change beside its own line.
    row = write_letterhead(head.unit, told.letterhead, seen_version=told.letterhead_version)
    record("paper.letterhead_kept", by=by, at=at, subjects=[row, head.unit, season], body=letterhead_told(row))
    motto = write_motto(season, told.motto)
    season.turn()
    season.save(update_fields=["motto", "version"])
    record("season.amended", by=by, at=at, subjects=[season], body={"motto": motto})
    contents = replace_contents(season, told.contents)
    record("season.contents_set", by=by, at=at, subjects=[season], body=contents)
    paper = filled_draft(season, code, season.public_id, fill(season), at=at)
    record("paper.drafted", by=by, at=at, subjects=[paper, season], body={"paper": code, "filled": paper.filled})
    return paper
