"""Tasks of reports in words: the officer writes, the leader signs, the secretariat sees who owes."""

from datetime import date

import pytest

from tests.factories.results import a_season_of_results
from tests.factories.seasons import World
from tests.factories.written import a_signed_written, a_submitted_written
from thidua.core.actor import Actor
from thidua.records.conduct.tasks import tasks_of

pytestmark = pytest.mark.django_db
IN_JULY, IN_JUNE = date(2016, 7, 9), date(2016, 6, 20)


@pytest.fixture
def world() -> World:
    return a_season_of_results()


def titles(actor: Actor, on: date = IN_JUNE) -> list[str]:
    return [task.title.key for task in tasks_of(actor, on=on) if "writ" in task.title.key]


def test_the_half_year_report_is_asked_of_the_officer_in_its_last_fortnight(world):
    assert titles(world.officers[1], date(2016, 6, 15)) == []
    [task] = [one for one in tasks_of(world.officers[1], on=IN_JUNE) if one.title.key == "task.write_report"]
    assert (task.due_on, task.slugs[-2:]) == (date(2016, 7, 8), ("quy-2", world.units[1].slug))
    assert titles(world.leaders[1]) == []


def test_the_leader_signs_what_is_submitted_and_then_nothing_is_asked(world):
    a_submitted_written(world)
    assert titles(world.leaders[1]) == ["task.sign_written"]
    assert titles(world.officers[1]) == []
    a_signed_written(world, 2)
    assert titles(world.leaders[2]) == titles(world.officers[2]) == []


def test_the_secretariat_is_told_how_many_have_not_sent_it_once_the_half_year_is_over(world):
    a_signed_written(world)
    assert titles(world.secretary) == []
    [task] = [one for one in tasks_of(world.secretary, on=IN_JULY) if one.title.key == "task.chase_written"]
    assert (task.title.values["count"], task.asked) == (2, "ve=quy-2&loc=chua-gui")


def test_nobody_is_asked_for_ever(world):
    assert titles(world.secretary, date(2016, 8, 8)) == []
    assert titles(world.officers[1], date(2016, 8, 8)) == []
