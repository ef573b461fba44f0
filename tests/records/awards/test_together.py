"""Two acts at once on one record: one after the other, whoever comes first."""

import pytest

from tests.factories.awards import a_form, a_rating, a_title, a_work, entered, someone_in
from tests.factories.registers import a_read_register, a_register
from tests.factories.seasons import NOON, a_key, a_season
from tests.together import queued, together
from thidua.records.awards.actions import enter, mend, withdraw
from thidua.records.awards.actions.registers import apply_register
from thidua.records.awards.models import Honour, Rating
from thidua.records.directory.models import Person
from thidua.records.runs.models import Run

pytestmark = pytest.mark.both


@pytest.fixture
def world(own_database):
    return a_season()


@pytest.fixture
def person(world):
    return someone_in(world.units[1])


def test_of_two_who_enter_one_rating_at_once_the_second_is_told(world, person):
    answers = together(
        *(
            lambda who=who: enter(person, told=a_rating(), by=who, at=NOON, key=a_key())
            for who in (world.secretary, world.officers[1])
        )
    )
    assert answers.count(["honours.stands_already.rating"]) == 1
    assert Rating.objects.count() == 1


def test_of_two_decisions_that_use_one_initiative_at_once_the_second_is_refused(world, person):
    [work] = entered(person, a_work())
    answers = together(
        *(
            lambda who=who, told=told: enter(person, told=told, by=who, at=NOON, key=a_key())
            for who, told in (
                (world.secretary, a_form(works=(work,))),
                (world.officers[1], a_form("GK", works=(work,))),
            )
        )
    )
    assert answers.count(["honours.work_used"]) == 1
    assert Honour.objects.count() == 1


def test_of_two_who_mend_and_withdraw_one_entry_at_once_the_second_finds_it_changed_or_gone(world, person):
    [row] = entered(person, a_title())
    answers = together(
        lambda: mend(row, told=a_title(year=2014), seen_version=1, by=world.secretary, at=NOON, key=a_key()),
        lambda: withdraw(row, because="Nhập nhầm", by=world.officers[1], at=NOON, key=a_key()),
    )
    assert answers[0] == ["honours.withdrawn_already"] or answers[0].year == 2014
    assert not Honour.objects.exists()


def test_of_two_who_take_one_register_over_at_once_only_one_does(world, person, settings):
    settings.DEMO_DAY = NOON.date()
    run = a_register_of(world, person)
    acts = [
        lambda who=who: apply_register(run, world.units[1], by=who, at=NOON, key=a_key())
        for who in (world.secretary, world.officers[1])
    ]
    answers = queued(Run.objects.filter(pk=run.pk), *acts)
    assert answers.count(["import.cannot_apply"]) == 1
    assert Honour.objects.count() == 1


def test_what_is_entered_by_hand_while_its_register_is_taken_over_stands_once(world, person, settings):
    settings.DEMO_DAY = NOON.date()
    run = a_register_of(world, person)
    answers = queued(
        Person.objects.filter(pk=person.pk),
        lambda: enter(person, told=a_title(), by=world.officers[1], at=NOON, key=a_key()),
        lambda: apply_register(run, world.units[1], by=world.secretary, at=NOON, key=a_key()),
    )
    assert answers.count(["honours.stands_already.honour"]) == 1
    assert Honour.objects.count() == 1


def a_register_of(world, person):
    rows = [(person.full_name, "CSTĐCS", 2015, "12/QĐ-STP", "15/1/2016")]
    return a_read_register(world.units[1], a_register(rows), by=world.secretary)
