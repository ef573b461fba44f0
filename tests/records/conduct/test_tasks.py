"""What each role is told to do, from the launch to the locked ranking."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest

from tests.factories.results import (
    APRIL,
    JULY,
    a_saved_report,
    a_season_of_results,
    a_signed_report,
    a_submitted_report,
    a_wide_bloc,
    the_line,
)
from tests.factories.scores import (
    DECEMBER,
    NOVEMBER,
    OCTOBER,
    a_season_running,
    a_season_scoring,
    a_season_verifying,
    a_signed_card,
    a_submitted_card,
    adopted,
    moved,
    the_card,
    the_member,
    verified,
)
from tests.factories.seasons import NOON, TODAY, a_key, a_pact_open_for_signing, a_season, a_season_registering
from thidua.base.wording import all_words, say
from thidua.core.actor import PUBLIC
from thidua.core.workflow.stages import Stage
from thidua.records.conduct.tasks import open_blocs, tasks_of
from thidua.records.results.actions import Reached, correct_result, return_report
from thidua.records.scores.actions import exclude_unit, lock_ranking, return_card
from thidua.records.scores.models import Ranking
from thidua.records.seasons.actions.annexes import propose_annex, sign_annex, sign_annex_as_head
from thidua.records.seasons.actions.pacts import close_signing, lock_signing_list, sign_pact
from thidua.records.seasons.models import BlocSeason, Milestone, Season

pytestmark = pytest.mark.both
DUE = date(2016, 4, 8)  # of the first quarter
QUERIES = 44


def titles(actor, at):
    """Keys of the tasks without their room's word."""
    return [task.title.key.removeprefix("task.") for task in tasks_of(actor, on=at.date())]


def the_task(actor, at, key):
    [task] = [one for one in tasks_of(actor, on=at.date()) if one.title.key == f"task.{key}"]
    return task


def test_who_belongs_to_nothing_has_no_task(db):
    world = a_season_registering()
    assert tasks_of(PUBLIC, on=TODAY) == []
    assert tasks_of(world.outsider, on=TODAY) == []


def test_the_head_launches_what_is_planned_and_nobody_else_is_asked(db):
    world = a_season()
    task = the_task(world.head, NOON, "move_stage")
    assert (say(task.title), task.place) == ("Chuyển khối sang giai đoạn phát động", "bloc")
    assert titles(world.officers[1], NOON) == titles(world.leaders[1], NOON) == []


def test_officers_register_and_the_secretariat_sees_how_many_have_not(db):
    world = a_season_registering()
    assert titles(world.officers[1], NOON) == ["enter_commitments"]
    chase = the_task(world.secretary, NOON, "chase_commitments")
    assert (chase.title.values["count"], chase.due_on, chase.place) == (3, date(2016, 2, 19), "commitments")
    assert "open_signing" in titles(world.secretary, NOON)


def test_leaders_sign_the_pact_that_is_open(db):
    world = a_pact_open_for_signing()
    assert titles(world.leaders[1], NOON) == ["sign_pact", "confirm_entries"]
    assert "sign_pact" not in titles(world.officers[1], NOON)
    assert "close_signing" in titles(world.secretary, NOON)


def test_an_annex_is_the_leaders_to_sign_and_then_the_heads(db):
    world = a_pact_open_for_signing()
    sign_pact(world.pact(), unit=world.units[0], by=world.leaders[0], at=NOON, key=a_key())
    close_signing(world.pact(), by=world.head, at=NOON, key=a_key())
    lock_signing_list(world.pact(), by=world.head, at=NOON, key=a_key())
    line = world.sheet(1).lines.get(indicator__code="ty-le")
    told = {"unit": world.units[1], "by": world.officers[1], "at": NOON, "key": a_key()}
    annex = propose_annex(world.pact(), changes={line.pk: Fraction(96)}, reason="Được giao thêm", **told)
    assert the_task(world.leaders[1], NOON, "sign_annex").place == "annexes"
    assert not {"sign_annex", "agree_annexes"} & set(titles(world.officers[1], NOON) + titles(world.head, NOON))
    sign_annex(annex, by=world.leaders[1], at=NOON, key=a_key())
    assert "sign_annex" not in titles(world.leaders[1], NOON)
    assert the_task(world.head, NOON, "agree_annexes").title.values["count"] == 1
    sign_annex_as_head(annex, by=world.head, at=NOON, key=a_key())
    assert "agree_annexes" not in titles(world.head, NOON)


def test_a_stage_that_is_due_in_months_is_nobodys_task_yet(db):
    world = a_season_running()
    adopted(world)
    Milestone.objects.create(bloc_season=world.bloc, kind="self_score", due_on=date(2016, 11, 11))
    assert "move_stage" not in titles(world.secretary, datetime(2016, 10, 11, 3, 0, tzinfo=UTC))
    assert "move_stage" in titles(world.secretary, datetime(2016, 10, 12, 3, 0, tzinfo=UTC))


@pytest.mark.parametrize("key", sorted(key for key in all_words() if key.count(".") == 1 and key.startswith("task.")))
def test_every_task_says_what_its_button_does_and_who_waits(key):
    assert key.startswith("task.of_") or {f"{key}.act", f"{key}.waits"} <= set(all_words())


def test_a_report_is_asked_for_from_a_fortnight_before_its_period_ends(db):
    world = a_season_of_results()
    opens = datetime(2016, 3, 17, 3, 0, tzinfo=UTC)
    assert "enter_report" not in titles(world.officers[1], opens - timedelta(days=1))
    task = the_task(world.officers[1], opens, "enter_report")
    assert (task.due_on, task.days_left(opens.date()), task.place) == (DUE, 22, "report")
    assert task.slugs == ("cum-thu", "nam-2016", "khoi", "quy-1", world.units[1].slug)


def test_a_submitted_report_is_the_leaders_and_a_returned_one_the_officers(db):
    world = a_season_of_results()
    report = a_submitted_report(world)
    assert "sign_report" in titles(world.leaders[1], APRIL)
    assert "enter_report" not in titles(world.officers[1], APRIL)
    return_report(report, remark="Thiếu tháng 3", by=world.leaders[1], at=APRIL, key=a_key())
    assert "sign_report" not in titles(world.leaders[1], APRIL)
    assert "mend_report" in titles(world.officers[1], APRIL)


def test_a_signed_report_asks_for_nothing_and_its_correction_for_one_signature(db):
    world = a_season_of_results()
    line = the_line(a_signed_report(world), "cuoc")
    assert not {"enter_report", "sign_report"} & set(titles(world.officers[1], APRIL) + titles(world.leaders[1], APRIL))
    correct_result(line, reached=Reached(value=14), reason="Sót", by=world.officers[1], at=APRIL, key=a_key())
    task = the_task(world.leaders[1], APRIL, "sign_corrections")
    assert (task.title.values["count"], task.place) == (1, "sign_many")
    assert "sign_corrections" not in titles(world.leaders[2], APRIL)


def test_the_secretariat_is_told_by_period_how_many_reports_are_missing(db):
    world = a_season_of_results()
    a_signed_report(world, 1)
    a_saved_report(world, 2)
    [quarter] = [task for task in tasks_of(world.secretary, on=APRIL.date()) if task.title.key == "task.chase_reports"]
    assert say(quarter.title) == "Còn 2 đơn vị chưa ký xong báo cáo kết quả Quý I"
    assert (quarter.due_on, quarter.place, quarter.asked) == (DUE, "results", "ky=quy-1")
    later = [task for task in tasks_of(world.secretary, on=JULY.date()) if task.title.key == "task.chase_reports"]
    assert [(task.title.values["period"], task.title.values["count"]) for task in later] == [
        ("Quý I", 2),
        ("Quý II", 3),
    ]


def test_a_unit_that_left_is_not_waited_for(db):
    world = a_season_of_results()
    member = the_member(world, 1)
    member.left_on = date(2016, 4, 1)
    member.save()
    assert the_task(world.secretary, APRIL, "chase_reports").title.values["count"] == 2
    assert titles(world.officers[1], APRIL) == []


def test_a_bloc_that_runs_without_a_sheet_is_asked_to_adopt_one(db):
    world = a_season_running()
    assert the_task(world.secretary, NOON, "adopt_sheet").place == "score_sheet"
    assert "move_stage" not in titles(world.secretary, NOON)
    adopted(world)
    assert "adopt_sheet" not in titles(world.secretary, NOON)
    assert the_task(world.secretary, NOON, "move_stage").title.values["stage"].key == "stage.self_scoring"


def test_cards_go_from_the_officer_to_the_leader_and_back(db):
    world = a_season_scoring()
    Milestone.objects.create(bloc_season=world.bloc, kind="self_score", due_on=date(2016, 11, 11))
    assert the_task(world.officers[1], OCTOBER, "enter_card").due_on == date(2016, 11, 11)
    card = a_submitted_card(world)
    assert "enter_card" not in titles(world.officers[1], OCTOBER)
    assert the_task(world.leaders[1], OCTOBER, "sign_card").place == "score_card"
    return_card(card, remark="Xem lại", by=world.leaders[1], at=OCTOBER, key=a_key())
    assert "mend_card" in titles(world.officers[1], OCTOBER)
    assert the_task(world.secretary, OCTOBER, "chase_cards").title.values["count"] == 3


def test_a_late_card_stays_a_task_while_others_are_verified(db):
    world = a_season_scoring()
    a_signed_card(world, 1)
    moved(world, Stage.VERIFYING)
    assert "enter_card" in titles(world.officers[2], NOVEMBER)
    told = {task.title.key: task.title.values.get("count") for task in tasks_of(world.secretary, on=NOVEMBER.date())}
    assert (told["task.chase_cards"], told["task.verify_cards"]) == (2, 1)
    assert "verify_cards" not in titles(world.head, NOVEMBER)


def test_once_all_are_verified_the_head_locks_and_the_secretariat_waits(db):
    world = a_season_verifying()
    verified(world, 0, 1)
    assert the_task(world.secretary, NOVEMBER, "verify_cards").title.values["count"] == 1
    assert "lock_ranking" not in titles(world.head, NOVEMBER)
    verified(world, 2)
    assert "lock_ranking" in titles(world.head, NOVEMBER)
    assert "ranking_waits" in titles(world.secretary, NOVEMBER)


def test_an_excluded_unit_holds_up_nobody(db):
    world = a_season_verifying()
    verified(world, 0, 1)
    exclude_unit(the_member(world, 2), reason="Bị kỷ luật", shown=None, by=world.secretary, at=NOVEMBER, key=a_key())
    assert "lock_ranking" in titles(world.head, NOVEMBER)


def test_after_the_lock_only_the_next_stage_is_left(db):
    world = a_season_verifying()
    verified(world)
    lock_ranking(world.bloc, by=world.head, at=DECEMBER, key=a_key())
    on_scores = {"enter_card", "sign_card", "chase_cards", "verify_cards", "lock_ranking", "ranking_waits"}
    assert not on_scores & set(titles(world.head, DECEMBER) + titles(world.secretary, DECEMBER))
    assert the_task(world.head, DECEMBER, "move_stage").title.values["stage"].key == "stage.reviewing"


def test_what_has_a_day_comes_first_and_in_the_order_of_the_days(db):
    world = a_season_of_results()
    days = [task.due_on for task in tasks_of(world.secretary, on=JULY.date())]
    dated = [day for day in days if day]
    assert dated == sorted(dated)
    assert None not in days[: len(dated)]


@pytest.mark.parametrize("members", [22, 700])
def test_tasks_take_the_same_queries_for_any_number_of_units(db, django_assert_num_queries, members):
    world = a_wide_bloc(members)
    Milestone.objects.create(bloc_season=world.bloc, kind="self_score", due_on=date(2016, 11, 11))
    with django_assert_num_queries(QUERIES):
        told = {task.title.key for task in tasks_of(world.secretary, on=JULY.date())}
    assert "task.chase_reports" in told


def test_a_closed_season_asks_for_nothing(db):
    world = a_season_of_results()
    world.bloc.stage = Stage.CLOSED.value
    world.bloc.save()
    assert open_blocs(world.head, on=APRIL.date()) == []
    assert titles(world.head, APRIL) == titles(world.officers[1], APRIL) == []


def test_a_card_of_someone_elses_unit_is_no_task(db):
    world = a_season_scoring()
    a_submitted_card(world, 1)
    assert the_card(world, 1).state == "submitted"
    assert "sign_card" not in titles(world.leaders[2], OCTOBER)


def test_a_ranked_year_leaves_the_desk_once_a_later_one_of_its_bloc_runs(db):
    world = a_season_running()
    sheet = adopted(world)
    Ranking.objects.create(bloc_season=world.bloc, sheet=sheet, locked_at=APRIL, locked_by={})
    later = Season.objects.create(cluster=world.season.cluster, slug="nam-2017", name="Năm 2017", emulation_year=2017)
    year = {"starts_on": date(2017, 1, 1), "ends_on": date(2017, 12, 31)}
    following = BlocSeason.objects.create(season=later, bloc=world.bloc.bloc, stage=Stage.SIGNED.value, **year)
    assert world.bloc in open_blocs(world.head, on=APRIL.date())
    BlocSeason.objects.filter(pk=following.pk).update(stage=Stage.RUNNING.value)
    assert world.bloc not in open_blocs(world.head, on=APRIL.date())
    Ranking.objects.all().delete()
    assert world.bloc in open_blocs(world.head, on=APRIL.date())
