"""Guidance received: entered, mended, withdrawn; its days are tasks, its titles grounds."""

from datetime import date, timedelta

import pytest

from tests.factories.seasons import NOON, TODAY, a_key, a_season
from thidua.core.answer import NotPossible
from thidua.records.conduct.tasks import tasks_of
from thidua.records.journal.queries import body_of, events_about, lines_about
from thidua.records.seasons.actions.guidance import (
    Quota,
    Received,
    keep_guidance,
    mend_guidance,
    withdraw_guidance,
)
from thidua.records.seasons.models import Guidance
from thidua.records.seasons.queries.guidance import grounds_of, guidance_days

SOON = TODAY + timedelta(days=10)
A_LETTER = Received(
    "15/BTP-TĐKT", date(2016, 2, 1), "Bộ Tư pháp", "Hướng dẫn công tác thi đua năm 2016",
    days=(("Gửi đăng ký thi đua về Bộ", SOON),), quotas=(Quota("Cờ thi đua của ngành", most=1),),
)  # fmt: skip


def kept(world, received=A_LETTER, by=None) -> Guidance:
    return keep_guidance(world.season, received=received, by=by or world.secretary, at=NOON, key=a_key())


def mended(one, world, received, version=1):
    return mend_guidance(one, received=received, seen_version=version, by=world.secretary, at=NOON, key=a_key())


def changed(**other) -> Received:
    return Received(**{**vars(A_LETTER), **other})


def refused_with(attempt) -> str:
    with pytest.raises(NotPossible) as refused:
        attempt()
    return refused.value.sentences[0].key


def test_a_paper_brings_its_days_quotas_and_ground(db):
    world = a_season()
    one = kept(world)
    assert [(day.what, day.due_on) for day in guidance_days([world.season])] == [("Gửi đăng ký thi đua về Bộ", SOON)]
    assert [(quota.what, quota.most) for quota in one.quotas.all()] == [("Cờ thi đua của ngành", 1)]
    assert grounds_of(world.season) == [
        "Căn cứ Hướng dẫn công tác thi đua năm 2016 (số 15/BTP-TĐKT ngày 1/2/2016 của Bộ Tư pháp);"
    ]
    assert events_about(one) == ["guidance.kept"]


def test_its_day_is_a_task_of_who_keeps_the_season_while_it_is_near(db):
    world = a_season()
    one = kept(world)
    for actor, on, count in (
        (world.secretary, TODAY, 1),
        (world.head, SOON, 1),
        (world.secretary, SOON - timedelta(days=30), 0),
        (world.secretary, SOON + timedelta(days=1), 0),
        (world.officers[1], TODAY, 0),
    ):
        tasks = [task for task in tasks_of(actor, on=on) if task.place == "one_guidance"]
        assert [(task.due_on, task.slugs[-1]) for task in tasks] == [(SOON, one.public_id)] * count


def test_mending_replaces_days_and_keeps_the_file_that_is_there(db):
    world = a_season()
    one = kept(world)
    later = date(2016, 3, 30)
    mended(one, world, changed(days=(("Báo cáo quý I", later),), quotas=()))
    assert [(day.what, day.due_on) for day in guidance_days([world.season])] == [("Báo cáo quý I", later)]
    assert not one.quotas.exists()
    body = body_of(lines_about(one)[0])
    assert body["before"]["quotas"] == [["Cờ thi đua của ngành", 1, None]]
    assert body["after"]["days"] == [["Báo cáo quý I", "2016-03-30"]]
    assert refused_with(lambda: mended(one, world, A_LETTER, version=1)) == "shared.changed_since"


def test_withdrawn_it_counts_no_more_and_the_number_is_free_again(db):
    world = a_season()
    one = kept(world)
    assert refused_with(lambda: kept(world)) == "guidance.there_already"
    withdraw_guidance(one, reason="Đã có văn bản thay thế", by=world.secretary, at=NOON, key=a_key())
    assert list(guidance_days([world.season])) == []
    assert grounds_of(world.season) == []
    assert refused_with(lambda: mended(one, world, A_LETTER)) == "guidance.is_withdrawn"
    kept(world)


@pytest.mark.parametrize(
    ("attempt", "key"),
    [
        (lambda world: kept(world, changed(days=(("Sớm", date(2016, 1, 31)),))), "guidance.day_before"),
        (lambda world: kept(world, by=world.officers[1]), "rights.not_yours"),
        (
            lambda world: withdraw_guidance(kept(world), reason=" ", by=world.secretary, at=NOON, key=a_key()),
            "guidance.needs_reason",
        ),
    ],
)
def test_what_cannot_be_is_refused(db, attempt, key):
    world = a_season()
    assert refused_with(lambda: attempt(world)) == key
