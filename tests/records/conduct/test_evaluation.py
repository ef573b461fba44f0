"""The level above evaluates a year: who writes, who reads when, and what is left goes into the next plan."""

from dataclasses import replace

import pytest

from tests.factories.evaluations import POINTS, SAID, a_draft, a_ranked_season, an_observer, next_year
from tests.factories.scores import DECEMBER, a_season_verifying
from tests.factories.seasons import A_PAPER, a_key
from thidua.core.answer import NotPossible, Unknown
from thidua.core.workflow.evaluating import Section, Uptake
from thidua.records.conduct.actions import (
    answer_left_over,
    enter_evaluation_on_behalf,
    reopen_evaluation,
    save_evaluation,
    sign_evaluation,
)
from thidua.records.conduct.models import Evaluation
from thidua.records.conduct.queries.year_end import evaluation_of, left_over, points_of
from thidua.records.journal.queries import events_about


def why(refused):
    return [sentence.key for sentence in refused.value]


def told(by):
    return {"by": by, "at": DECEMBER, "key": a_key()}


def signed(world, observer):
    draft = a_draft(world, observer)
    return sign_evaluation(draft, seen_version=draft.version, **told(observer))


def test_no_year_is_evaluated_before_every_bloc_is_ranked(db):
    world = a_season_verifying()
    with pytest.raises(NotPossible) as refused:
        a_draft(world, an_observer(world))
    assert why(refused) == ["evaluation.needs_ranking"]


@pytest.mark.both
def test_an_observer_writes_and_signs_and_each_section_keeps_its_order(db):
    world = a_ranked_season()
    evaluation = signed(world, an_observer(world))
    assert evaluation.is_signed
    said = {section: tuple(point.text for point in points) for section, points in points_of(evaluation).items()}
    assert said == POINTS
    assert events_about(evaluation) == ["evaluation.saved", "evaluation.signed"]


def test_the_cluster_itself_does_not_write_its_evaluation(db):
    world = a_ranked_season()
    for who in (world.head, world.secretary):
        with pytest.raises(NotPossible) as refused:
            a_draft(world, who)
        assert why(refused) == ["rights.not_yours"]


def test_what_is_missing_is_named_at_once_and_nothing_may_be_left(db):
    world = a_ranked_season()
    observer = an_observer(world)
    draft = a_draft(world, observer, replace(SAID, rating="", points={Section.NEW: ("Một điểm mới",)}))
    with pytest.raises(NotPossible) as refused:
        sign_evaluation(draft, seen_version=draft.version, **told(observer))
    assert why(refused) == ["evaluation.needs_rating", "evaluation.nothing_said"]
    without = {section: points for section, points in POINTS.items() if section is not Section.LEFT}
    whole = save_evaluation(
        world.season, said=replace(SAID, points=without), seen_version=draft.version, **told(observer)
    )
    assert sign_evaluation(whole, seen_version=whole.version, **told(observer)).is_signed


def test_the_second_of_two_writers_is_told(db):
    world = a_ranked_season()
    observer = an_observer(world)
    a_draft(world, observer)
    with pytest.raises(NotPossible) as refused:
        a_draft(world, observer)
    assert why(refused) == ["shared.changed_since"]


def test_a_paper_is_entered_by_the_secretariat_and_marked(db):
    world = a_ranked_season()
    evaluation = enter_evaluation_on_behalf(world.season, said=SAID, paper=A_PAPER, **told(world.secretary))
    assert (evaluation.on_behalf, evaluation.is_signed, evaluation.number) == (True, True, A_PAPER.number)
    assert evaluation.signed_by["name"] == A_PAPER.signer_name
    with pytest.raises(NotPossible) as refused:
        enter_evaluation_on_behalf(world.season, said=SAID, paper=A_PAPER, **told(world.secretary))
    assert why(refused) == ["evaluation.is_signed"]


@pytest.mark.both
def test_what_was_left_is_answered_in_the_next_plan_and_then_the_evaluation_stands(db):
    world = a_ranked_season()
    observer = an_observer(world)
    evaluation, season = signed(world, observer), next_year(world)
    first, second = left_over(season)
    assert [one.point.text for one in (first, second)] == list(POINTS[Section.LEFT])
    answered = answer_left_over(
        season, first.point, uptake=Uptake.PLANNED, text="Nhắc trước hạn ba ngày", seen_version=0, **told(world.head)
    )
    assert [one.carried for one in left_over(season)] == [answered, None]
    with pytest.raises(NotPossible) as refused:
        reopen_evaluation(evaluation, reason="Sửa câu chữ", **told(observer))
    assert why(refused) == ["evaluation.carried_already"]


def test_a_point_of_another_year_is_not_answered(db):
    world = a_ranked_season()
    signed(world, an_observer(world))
    season = next_year(world)
    [point, _] = (one.point for one in left_over(season))
    with pytest.raises((Unknown, NotPossible)):
        answer_left_over(world.season, point, uptake=Uptake.DONE, text="Đã xong", seen_version=0, **told(world.head))


def test_a_signed_evaluation_is_reopened_with_a_reason_and_leaves_the_next_plan(db):
    world = a_ranked_season()
    observer = an_observer(world)
    evaluation, season = signed(world, observer), next_year(world)
    reopen_evaluation(evaluation, reason="Sửa câu chữ", **told(observer))
    assert left_over(season) == []
    assert not evaluation_of(world.season).is_signed
    assert Evaluation.objects.count() == 1
