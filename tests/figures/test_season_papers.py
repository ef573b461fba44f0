"""The list of a season's papers: what is needed, in hand, issued, kept elsewhere, to come."""

import pytest

from tests.factories.conferences import a_held_conference, a_paper_of, a_planned_conference
from tests.factories.papers import PLAN, a_campaign, a_draft, a_submitted, an_issued
from tests.factories.seasons import NOON, World, a_key, a_season
from thidua.base.library import listed_papers
from thidua.core.papers import Per
from thidua.figures.season_papers import narrowed, rows_of
from thidua.records.conduct.actions import withdraw_paper
from thidua.records.councils.models import ConferencePaper


@pytest.fixture
def world(db) -> World:
    return a_season()


def subjects(world: World, *conferences):
    about = {Per.SEASON: [world.season], Per.BLOC: [world.bloc], Per.CONFERENCE: conferences}
    return dict.fromkeys(Per, ()) | about


def states(world: World, code: str, conferences=(), *, with_drafts: bool = True) -> list[str]:
    rows = rows_of(world.season, subjects(world, *conferences), with_drafts=with_drafts)
    return [row.state for row in rows if row.listed.kind and row.listed.kind.code == code]


def test_a_paper_is_needed_until_it_is_begun(world):
    assert states(world, PLAN) == ["needed"]
    a_draft(world)
    assert states(world, PLAN) == ["draft"]


def test_one_that_was_withdrawn_is_needed_again_and_stays_in_the_list(world):
    paper = an_issued(world)
    withdraw_paper(paper, reason="Sai", seen_version=paper.version, by=world.secretary, at=NOON, key=a_key())
    assert states(world, PLAN) == ["withdrawn", "needed"]


def test_a_letter_is_written_when_it_is_needed_once_a_bloc(world):
    assert states(world, "cong-van-don-doc") == ["at_need"]


def test_each_conference_has_its_papers(world):
    one = a_planned_conference(world)
    assert states(world, "giay-moi") == []
    assert states(world, "giay-moi", [one]) == ["needed"]


def test_the_papers_of_a_conference_stand_together_after_the_others_of_their_stage(world):
    conferences = [a_planned_conference(world, slug=slug) for slug in ("hn-1", "hn-2")]
    rows = rows_of(world.season, subjects(world, *conferences), with_drafts=True)
    launch = [row.conference for row in rows if row.listed.stage == "launch"]
    others = launch.count(None)
    assert launch == [None] * others + [one for one in conferences for _ in range((len(launch) - others) // 2)]
    assert [row.listed.stage for row in rows] == sorted(
        (row.listed.stage for row in rows), key=[one.stage for one in listed_papers()].index
    )


def test_a_letter_to_a_conference_that_was_held_is_no_longer_needed(world):
    assert states(world, "giay-moi", [a_held_conference(world)]) == ["at_need"]


def test_conclusions_are_needed_once_the_conference_was_held(world):
    assert states(world, "thong-bao-ket-luan", [a_planned_conference(world)]) == ["not_yet"]
    assert states(world, "thong-bao-ket-luan", [a_held_conference(world, slug="hn-2")]) == ["needed"]


def test_conclusions_that_were_numbered_on_the_conferences_page_count_as_issued(world):
    one = a_held_conference(world)
    a_paper_of(one, world, kind=ConferencePaper.Kind.CONCLUSIONS, number="41/TB-STP")
    [row] = [
        row
        for row in rows_of(world.season, subjects(world, one), with_drafts=True)
        if row.listed.kind and row.listed.kind.code == "thong-bao-ket-luan"
    ]
    assert (row.state, row.number, row.is_issued) == ("own_page", "41/TB-STP", True)


def test_a_campaign_that_a_paper_has_launched_needs_no_plan(world):
    about = subjects(world) | {Per.CAMPAIGN: [a_campaign(world)]}
    plan, report = [row for row in rows_of(world.season, about, with_drafts=True) if row.listed.per is Per.CAMPAIGN]
    assert (plan.state, plan.number) == ("own_page", "12/KH")
    assert report.listed.kind.code == "bao-cao-dot"


def test_papers_of_the_scores_are_needed_from_the_blocs_stage_on(world):
    assert states(world, "xep-hang") == ["not_yet"]
    world.bloc.stage = "verifying"
    assert states(world, "xep-hang") == ["needed"]


def test_a_regulation_is_made_when_it_is_needed(world):
    assert states(world, "quy-che") == ["at_need"]


def test_who_reads_no_drafts_sees_no_paper_without_a_number(world):
    a_submitted(world)
    assert states(world, PLAN, with_drafts=False) == []


def test_every_line_of_the_list_that_has_something_to_be_about_is_shown(world):
    one = a_planned_conference(world)
    shown = {row.listed.name for row in rows_of(world.season, subjects(world, one), with_drafts=True)}
    without = (Per.CAMPAIGN, Per.INSPECTION, Per.PERIOD)  # of which this season has none
    assert shown == {listed.name for listed in listed_papers() if listed.per not in without}


@pytest.mark.parametrize(
    ("asked", "found"),
    [({"state": "issued"}, 1), ({"search": "05/kh"}, 1), ({"search": "ke hoach to chuc"}, 1), ({"state": "draft"}, 0)],
)
def test_the_list_is_narrowed_by_state_and_words(world, asked, found):
    an_issued(world)
    assert len(narrowed(rows_of(world.season, subjects(world), with_drafts=True), **asked)) == found
