"""Deadlines that move for all or for some, and what counts as late from then on."""

from datetime import UTC, date, datetime

import pytest

from tests.factories.results import a_season_of_results, a_signed_report, the_report
from tests.factories.seasons import a_key, a_season_registering
from tests.factories.written import HALF_YEAR, a_signed_written, the_member, the_topic
from thidua.core.answer import NotPossible
from thidua.figures.reporting import overdue_reports
from thidua.records.conduct.actions import extend_for, extend_for_all
from thidua.records.conduct.tasks import tasks_of
from thidua.records.desk.models import Notice
from thidua.records.journal.queries import events_about
from thidua.records.results.models import LaterDay, Report
from thidua.records.results.queries.written import topic_at
from thidua.records.seasons.actions.blocs import Calendar, set_calendar
from thidua.records.seasons.models import BlocSeason, Membership, Milestone
from thidua.records.seasons.plan import PeriodPlan

pytestmark = pytest.mark.both
LATER, AFTER = date(2016, 4, 20), date(2016, 4, 25)
MID_APRIL = datetime(2016, 4, 14, 3, 0, tzinfo=UTC)


def members(world, *places):
    return list(Membership.objects.filter(unit__in=[world.units[place] for place in places]).select_related("unit"))


def extended(world, *places, until=LATER, debt="bao-cao-quy-1", reason="Bão số 1", by=None):
    return extend_for(
        world.bloc, members=members(world, *places), debt=debt, until_on=until, reason=reason,
        by=by or world.secretary, at=MID_APRIL, key=a_key(),
    )  # fmt: skip


def for_all(world, until=LATER, debt="bao-cao-quy-1", reason="Bão số 1", by=None):
    return extend_for_all(
        world.bloc, debt=debt, until_on=until, reason=reason, by=by or world.secretary, at=MID_APRIL, key=a_key()
    )


def keys(refused):
    return [sentence.key for sentence in refused.value.sentences]


def test_a_unit_with_a_later_day_is_not_late_until_then_and_others_are(db):
    world = a_season_of_results()
    extended(world, 1)
    late = overdue_reports(world.bloc, on=MID_APRIL.date(), most=9)
    assert {report.membership.unit for report in late} == {world.units[0], world.units[2]}
    assert the_report(world, 1).due_on == LATER
    assert not the_report(world, 1).is_overdue(LATER)
    assert the_report(world, 1).is_overdue(AFTER)


def test_what_comes_within_the_later_day_was_not_late(db):
    world = a_season_of_results()
    extended(world, 1)
    mine, other = a_signed_report(world, 1, at=MID_APRIL), a_signed_report(world, 2, at=MID_APRIL)
    assert not mine.was_late
    assert other.was_late


def test_the_unit_alone_is_told_with_the_reason_and_its_task_carries_the_later_day(db):
    world = a_season_of_results()
    extended(world, 1)
    [notice] = Notice.objects.filter(key="notice.deadline_extended")
    assert notice.unit == world.units[1]
    assert (notice.values["until"], notice.values["reason"]) == ("20/4/2016", "Bão số 1")
    due = {task.due_on for task in tasks_of(world.officers[1], on=MID_APRIL.date()) if task.place == "report"}
    assert LATER in due
    assert events_about(world.units[1])[-1] == "deadline.extended"


def test_for_all_the_calendar_itself_moves_and_every_unit_is_told(db):
    world = a_season_of_results()
    for_all(world)
    assert the_report(world).period.due_on == LATER
    assert Notice.objects.filter(key="notice.deadline_moved").count() == len(world.units)
    assert overdue_reports(world.bloc, on=MID_APRIL.date(), most=9) == []
    assert events_about(world.bloc)[-1] == "deadline.moved"


def test_a_milestone_moves_as_a_period_does(db):
    world = a_season_registering()
    for_all(world, until=date(2016, 3, 1), debt="dang-ky")
    assert Milestone.objects.get(bloc_season=world.bloc, kind="registration").due_on == date(2016, 3, 1)


def test_the_words_of_a_period_move_and_its_figures_stay(db):
    world = a_season_of_results()
    planned, until = the_topic(world).planned_on, date(2016, 7, 20)
    for_all(world, until=until, debt="van-ban-quy-2")
    assert (the_topic(world).due_on, the_report(world, 1, "quy-2").period.due_on) == (until, planned)
    for_all(world, until=date(2016, 7, 25), debt="van-ban-quy-2")
    assert the_topic(world).due_on == date(2016, 7, 25)
    with pytest.raises(NotPossible) as refused:
        for_all(world, until=until, debt="van-ban-quy-2")
    assert keys(refused) == ["deadline.not_later"]
    assert LaterDay.objects.count() == 1


def test_one_unit_writes_until_its_own_day_and_is_asked_by_it(db):
    world, until = a_season_of_results(), date(2016, 7, 20)
    extended(world, 1, until=date(2016, 7, 15), debt="van-ban-quy-2")
    extended(world, 1, 2, until=until, debt="van-ban-quy-2")
    days = {place: topic_at(world.bloc, HALF_YEAR, the_member(world, place)).due_on for place in (0, 1, 2)}
    assert days == {0: the_topic(world).planned_on, 1: until, 2: until}
    due = {task.due_on for task in tasks_of(world.officers[1], on=date(2016, 7, 14)) if task.place == "written_report"}
    assert due == {until}
    told = Notice.objects.filter(key="notice.deadline_extended", unit=world.units[2])
    assert [one.values["what"]["key"] for one in told] == ["owing.written.half_year"]


def test_words_that_have_left_the_unit_get_no_later_day_and_a_planned_bloc_is_asked_for_none(db):
    world = a_season_of_results()
    a_signed_written(world, 1)
    with pytest.raises(NotPossible) as refused:
        extended(world, 1, 2, until=date(2016, 7, 20), debt="van-ban-quy-2")
    assert keys(refused) == ["deadline.not_owed"]
    BlocSeason.objects.update(stage="planned")
    with pytest.raises(NotPossible) as refused:
        for_all(world, until=date(2016, 7, 20), debt="van-ban-quy-2")
    assert keys(refused) == ["deadline.unknown"]


def test_a_later_day_for_all_never_shortens_what_a_unit_was_given(db):
    world = a_season_of_results()
    extended(world, 1)
    for_all(world, until=date(2016, 4, 15))
    assert the_report(world, 1).due_on == LATER
    assert the_report(world, 2).due_on == date(2016, 4, 15)


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"until": date(2016, 4, 8)}, "deadline.not_later"),
        ({"reason": "  "}, "deadline.needs_reason"),
        ({"debt": "bao-cao-quy-9"}, "deadline.unknown"),
        ({"debt": "ky-giao-uoc"}, "deadline.none"),
    ],
)
def test_what_cannot_be_extended_is_refused_with_its_sentence(db, changes, key):
    world = a_season_of_results()
    for attempt in (lambda: extended(world, 1, **changes), lambda: for_all(world, **changes)):
        with pytest.raises(NotPossible) as refused:
            attempt()
        assert keys(refused) == [key]
    assert not Report.objects.exclude(extended_to=None).exists()


def test_units_that_have_handed_it_in_are_named(db):
    world = a_season_of_results()
    a_signed_report(world, 1)
    with pytest.raises(NotPossible) as refused:
        extended(world, 1, 2)
    assert refused.value.sentences[0].values["units"] == (world.units[1].short_name,)


def test_no_unit_is_refused_and_members_may_not(db):
    world = a_season_of_results()
    with pytest.raises(NotPossible) as refused:
        extended(world)
    assert keys(refused) == ["deadline.no_unit"]
    for attempt in (extended, for_all):
        with pytest.raises(NotPossible) as refused:
            attempt(world, *([1] if attempt is extended else []), by=world.officers[1])
        assert keys(refused) == ["rights.not_yours"]


def test_a_calendar_opened_before_a_deadline_moved_does_not_put_the_old_day_back(db):
    world = a_season_of_results()
    bloc = BlocSeason.objects.get(pk=world.bloc.pk)
    opened = Calendar(
        bloc.starts_on, bloc.ends_on, bloc.stages_left_out,
        tuple(PeriodPlan(one.slug, one.name, one.from_on, one.until_on, one.due_on) for one in bloc.periods.all()), (),
    )  # fmt: skip
    for_all(world)
    with pytest.raises(NotPossible) as refused:
        set_calendar(bloc, calendar=opened, seen_version=bloc.version, by=world.secretary, at=MID_APRIL, key=a_key())
    assert keys(refused) == ["shared.changed_since"]
    assert bloc.periods.get(slug="quy-1").due_on == LATER
