"""A bloc steps from stage to stage once what the next one needs is there."""

import pytest
from django.utils.translation import override

from tests.factories.scores import (
    DECEMBER,
    MAY,
    NOVEMBER,
    OCTOBER,
    a_season_running,
    a_season_scoring,
    a_season_verifying,
    adopted,
    verified,
)
from tests.factories.seasons import NOON, a_key, a_season, a_season_registering
from thidua.base.wording import say
from thidua.core.answer import NotPossible, Unknown
from thidua.core.workflow.stages import Stage
from thidua.records.conduct.actions import move_stage
from thidua.records.journal.queries import body_of, lines_about
from thidua.records.scores.actions import lock_ranking
from thidua.records.scores.models import CardLine, ScoreCard

pytestmark = pytest.mark.both


def move(world, to, by=None, at=OCTOBER):
    moved = move_stage(world.bloc, to=to, by=by or world.secretary, at=at, key=a_key())
    world.bloc.refresh_from_db()
    return moved


def refusal_of(world, to, by=None, at=OCTOBER):
    with pytest.raises(NotPossible) as refused:
        move(world, to, by, at)
    [sentence] = refused.value.sentences
    return sentence


def test_the_journal_keeps_from_where_to_where(db):
    world = a_season()
    bloc = move(world, Stage.LAUNCHED, at=NOON)
    assert (bloc.at_stage, bloc.stage_since) == (Stage.LAUNCHED, NOON)
    newest = lines_about(bloc)[0]
    assert newest.kind == "bloc.stage_entered"
    assert body_of(newest).items() >= {"before": "planned", "after": "launched"}.items()


def test_no_stage_is_skipped_and_none_is_entered_twice(db):
    world = a_season_running()
    adopted(world)
    sentence = refusal_of(world, Stage.VERIFYING)
    assert say(sentence) == "Khối đang ở giai đoạn thực hiện, không chuyển thẳng sang thẩm định điểm được."
    move(world, Stage.SELF_SCORING)
    assert refusal_of(world, Stage.SELF_SCORING).key == "stage.not_next"


def test_signed_is_entered_by_closing_the_signing_alone(db):
    world = a_season_registering()
    assert refusal_of(world, Stage.SIGNED, at=NOON).key == "stage.by_signing"


def test_a_bloc_scores_itself_only_on_an_adopted_sheet(db):
    world = a_season_running()
    sentence = refusal_of(world, Stage.SELF_SCORING)
    assert say(sentence) == "Tự chấm điểm cần bảng điểm. Ban hành bảng điểm của khối rồi chuyển giai đoạn."
    with override("en"):
        assert "score sheet" in say(sentence)
    assert not ScoreCard.objects.exists()
    adopted(world)
    move(world, Stage.SELF_SCORING)
    assert ScoreCard.objects.count() == 3


def test_a_unit_that_has_left_gets_no_card(db):
    world = a_season_running()
    adopted(world)
    world.bloc.members.filter(unit=world.units[2]).update(left_on=MAY.date())
    move(world, Stage.SELF_SCORING)
    assert {card.membership.unit for card in ScoreCard.objects.all()} == set(world.units[:2])
    assert CardLine.objects.count() == 2 * 11


def test_late_cards_do_not_hold_up_verification(db):
    world = a_season_scoring()
    move(world, Stage.VERIFYING, at=NOVEMBER)
    assert world.bloc.at_stage is Stage.VERIFYING, "cross-scoring is left out for this bloc"


def test_review_waits_for_the_locked_ranking_and_what_follows_is_said_to_come_later(db):
    world = a_season_verifying()
    sentence = refusal_of(world, Stage.REVIEWING, at=NOVEMBER)
    assert say(sentence) == (
        "Bình xét cần bảng xếp hạng đã chốt. Trưởng cụm, khu vực chốt xếp hạng rồi chuyển giai đoạn."
    )
    verified(world)
    lock_ranking(world.bloc, by=world.head, at=DECEMBER, key=a_key())
    move(world, Stage.REVIEWING, at=DECEMBER)
    after = refusal_of(world, Stage.DECIDED, by=world.head, at=DECEMBER)
    assert say(after) == (
        "Sau bình xét là họp, bỏ phiếu và quyết định khen thưởng; phần này chưa có trong phiên bản này."
    )
    with override("en"):
        assert "this version" in say(after)


def test_who_moves_a_bloc_has_three_answers(db):
    world = a_season_running()
    adopted(world)
    assert refusal_of(world, Stage.SELF_SCORING, by=world.leaders[1]).key == "rights.not_yours"
    with pytest.raises(Unknown):
        move(world, Stage.SELF_SCORING, by=world.outsider)
    assert move(world, Stage.SELF_SCORING, by=world.head).at_stage is Stage.SELF_SCORING
