"""The ranking locked by the secretariat from a paper that the head has signed."""

from dataclasses import replace
from datetime import date

import pytest

from tests.factories.files import PDF
from tests.factories.scores import DECEMBER, a_season_verifying, verified
from tests.factories.seasons import NOON, a_key
from thidua.core.answer import NotPossible
from thidua.records.desk.steps.entries import SourcePaper
from thidua.records.files.steps import keep_file
from thidua.records.journal.queries import body_of, events_about, lines_about
from thidua.records.scores.actions import lock_ranking_on_paper
from thidua.records.scores.models import Ranking

pytestmark = pytest.mark.both
SIGNED = SourcePaper("Biên bản họp khối", "9/BB-KV", DECEMBER.date(), "Vũ Đình Khang", "Trưởng Khu vực")


def lock(world, paper=SIGNED, by=None):
    return lock_ranking_on_paper(world.bloc, paper=paper, by=by or world.secretary, at=DECEMBER, key=a_key())


def a_verified_season():
    world = a_season_verifying()
    verified(world, *range(len(world.units)))
    return world


def test_the_paper_names_who_locks_and_is_kept_with_its_scan(db):
    world, scan = a_verified_season(), keep_file(name="bien-ban.pdf", content=PDF, at=NOON)
    ranking = lock(world, replace(SIGNED, file=scan))
    assert ranking.locked_by == {"name": "Vũ Đình Khang", "title": "Trưởng Khu vực"}
    assert (ranking.paper.number, ranking.paper.file) == ("9/BB-KV", scan)
    assert events_about(ranking) == ["ranking.locked"]
    body = body_of(lines_about(ranking)[0])
    assert body["paper"]["number"] == "9/BB-KV"
    assert body["by"]["name"] == world.secretary.name


def test_the_head_uses_the_lock_of_the_head_and_a_unit_none(db):
    world = a_verified_season()
    for other in (world.head, world.leaders[1]):
        with pytest.raises(NotPossible) as refused:
            lock(world, by=other)
        assert [one.key for one in refused.value] == ["rights.not_yours"]
    assert not Ranking.objects.exists()


def test_a_paper_from_a_later_day_locks_nothing(db):
    world = a_verified_season()
    with pytest.raises(NotPossible) as refused:
        lock(world, replace(SIGNED, dated_on=date(2099, 1, 1)))
    assert [one.key for one in refused.value] == ["entry.paper_from_later"]
    assert not Ranking.objects.exists()


def test_it_is_locked_once(db):
    world = a_verified_season()
    lock(world)
    with pytest.raises(NotPossible) as refused:
        lock(world)
    assert [one.key for one in refused.value] == ["ranking.is_locked"]
