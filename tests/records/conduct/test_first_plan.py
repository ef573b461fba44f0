"""The first plan: four lines, each with its own changes, and nothing locked once the journal's head is taken."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.papers import HEAD, PLAN, a_draft, the_fields
from tests.factories.seasons import NOON, World, a_key, a_season
from thidua.records.conduct.actions import FirstPlan, draft_first_plan
from thidua.records.journal.queries import body_of, events_about, lines_about
from thidua.records.papers.models import OfficialPaper
from thidua.records.seasons.plan import ContentPlan

pytestmark = pytest.mark.both
WRITES = re.compile(r"INSERT|UPDATE|DELETE")
OF_THE_JOURNAL = re.compile(r'"journal_\w+"')


@pytest.fixture
def world(db) -> World:
    return a_season()


def planned(world: World) -> OfficialPaper:
    contents = [ContentPlan(1, "Cải cách hành chính", "Cải cách")]
    told = FirstPlan(HEAD, 0, "Dám nghĩ, dám làm", contents, season_version=world.season.version)
    filled = the_fields(world)
    return draft_first_plan(
        world.season, code=PLAN, told=told, fill=lambda _: filled, by=world.secretary, at=NOON, key=a_key()
    )


def test_the_head_of_the_journal_is_taken_when_all_else_is_written(world):
    a_draft(world)  # which is filled anew, under its lock
    with CaptureQueriesContext(connection) as asked:
        planned(world)
    told = [query["sql"] for query in asked]
    first = next(place for place, sql in enumerate(told) if '"journal_head"' in sql)
    after = [sql for sql in told[first:] if WRITES.search(sql) and not OF_THE_JOURNAL.search(sql)]
    assert after == []
    assert any('"papers_officialpaper"' in sql and WRITES.search(sql) for sql in told[:first])


def test_each_line_tells_of_its_own_part(world):
    paper = planned(world)
    four = ["paper.letterhead_kept", "season.amended", "season.contents_set", "paper.drafted"]
    assert events_about(world.season)[-4:] == four
    changed = {line.kind: {one["row"] for one in body_of(line)["changes"]} for line in lines_about(world.season)[:4]}
    assert changed == {
        "paper.letterhead_kept": {"papers.letterhead"},
        "season.amended": {"seasons.season"},
        "season.contents_set": {"seasons.keycontent"},
        "paper.drafted": {"papers.officialpaper"},
    }
    assert events_about(paper) == ["paper.drafted"]
