from fractions import Fraction

import pytest

from tests.factories.results import a_season_of_results
from tests.factories.seasons import A_PAPER, NOON, a_key, figures_for
from thidua.base.wording import say
from thidua.core.answer import NotPossible, Unknown
from thidua.core.workflow.stages import Stage
from thidua.records.journal.queries import body_of, lines_about
from thidua.records.seasons.actions.commitments import enter_commitments_on_behalf
from thidua.records.seasons.actions.period_targets import give_period_targets
from thidua.records.seasons.models import BlocSeason, PeriodTarget

pytestmark = pytest.mark.both


def way(world, *targets, code="cuoc", place=1, by=None, seen=None):
    sheet = world.sheet(place)
    line = sheet.lines.get(indicator__code=code)
    by_period = {period.pk: Fraction(target) for period, target in zip(world.bloc.periods.all(), targets, strict=False)}
    return give_period_targets(
        sheet, targets={line.pk: by_period}, seen_version=seen or sheet.version,
        by=by or world.officers[place], at=NOON, key=a_key(),
    )  # fmt: skip


def kept(sheet):
    return [str(one.target) for one in PeriodTarget.objects.filter(commitment__commitment_set=sheet).order_by("period")]


def keys(refused):
    return [sentence.key for sentence in refused.value]


def test_a_unit_gives_its_own_way_through_the_year_and_may_change_it(db):
    world = a_season_of_results()
    assert kept(way(world, 4, 10, 16, 20)) == ["4", "10", "16", "20"]
    assert kept(way(world, 5, 10)) == ["5", "10"]
    sheet = way(world)
    assert kept(sheet) == []
    bodies = [body_of(line)["cuoc"] for line in lines_about(sheet).order_by("seq")]
    assert bodies == [{"quy-1": "4", "quy-2": "10", "quy-3": "16", "quy-4": "20"}, {"quy-1": "5", "quy-2": "10"}, {}]


def test_what_is_counted_up_does_not_fall_on_the_way(db):
    world = a_season_of_results()
    with pytest.raises(NotPossible) as refused:
        way(world, 4, 3)
    assert [say(one) for one in refused.value] == [
        "Số cuộc tuyên truyền: mức 3 đến hết Quý II thấp hơn 4 của Quý I. Ghi mức cộng dồn từ đầu năm."
    ]
    assert kept(way(world, 30, 20, code="ton-dong")) == ["30", "20"], "a backlog should fall"
    with pytest.raises(NotPossible) as refused:
        way(world, -1)
    assert keys(refused) == ["figure.below_zero"]


def test_the_second_saver_is_told(db):
    world = a_season_of_results()
    way(world, 4)
    with pytest.raises(NotPossible) as refused:
        way(world, 5, seen=1)
    assert keys(refused) == ["shared.changed_since"]


def test_the_secretariat_gives_it_for_a_unit_and_others_do_not(db):
    world = a_season_of_results()
    sheet = way(world, 4, by=world.secretary)
    assert kept(sheet) == ["4"]
    with pytest.raises(NotPossible) as refused:
        way(world, 5, by=world.officers[2])
    assert keys(refused) == ["rights.not_yours"]
    with pytest.raises(Unknown):
        way(world, 5, by=world.outsider)


def test_once_the_time_is_over_the_secretariat_too_is_told_when_it_was(db):
    world = a_season_of_results()
    BlocSeason.objects.update(stage=Stage.RUNNING.value)
    for by in (world.officers[1], world.secretary):
        with pytest.raises(NotPossible) as refused:
            way(world, 4, by=by)
        assert keys(refused) == ["rights.not_now"]


def test_a_signed_sheet_keeps_its_way(db):
    world = a_season_of_results()
    sheet = world.sheet(1)
    enter_commitments_on_behalf(
        sheet, figures=figures_for(sheet), paper=A_PAPER, by=world.secretary, at=NOON, key=a_key()
    )
    with pytest.raises(NotPossible) as refused:
        way(world, 4)
    assert keys(refused) == ["handing.not_open"]
