"""Two acts at once on what people have sent: whose it is is said once, and nobody is present twice."""

import pytest

from tests.factories.chapters import a_chapter, a_secretary, an_activity
from tests.factories.inspections import the_person
from tests.factories.participation import A_PHONE, a_code, an_act, sent_by, somebody, the_unit
from tests.factories.results import a_season_of_results
from tests.factories.seasons import NOON, a_key
from tests.together import together
from thidua.core.workflow.participation import ActKind, ActState
from thidua.figures.participating import taken_by
from thidua.records.journal.queries import first_faulty_line
from thidua.records.results.actions.activities import note_attendance
from thidua.records.results.actions.participation import (
    attribute_acts,
    enter_by_code,
    make_code,
    reject_acts,
    stop_code,
)
from thidua.records.results.models import Participation
from thidua.records.results.told import Claim, CodeAsked

pytestmark = pytest.mark.both


def test_what_two_decide_at_once_is_decided_once(own_database):
    world = a_season_of_results()
    one = sent_by(a_code(world), "Cán Bộ Một")
    claim = Claim(one, the_person(world.officers[1]))
    counting, refusing = together(
        lambda: attribute_acts([claim], by=world.officers[1], at=NOON, key=a_key()),
        lambda: reject_acts([one], because="Gửi trùng", by=world.leaders[1], at=NOON, key=a_key()),
    )
    assert (counting == ["participation.decided_already"]) != (refusing == ["participation.decided_already"])
    one.refresh_from_db()
    assert one.at_state is (ActState.REJECTED if counting == ["participation.decided_already"] else ActState.COUNTED)
    assert first_faulty_line() is None


def test_what_a_phone_sends_twice_at_once_arrives_once(own_database):
    world = a_season_of_results()
    code, key = a_code(world), a_key()
    told = an_act(world, name="Người Gửi", kind=ActKind.ATTENDANCE)
    send = {"told": told, "sender": A_PHONE, "by": somebody("Người Gửi"), "at": NOON, "key": key}
    first, second = together(lambda: enter_by_code(code, **send), lambda: enter_by_code(code, **send))
    assert first == second
    assert Participation.objects.count() == 1


def test_nothing_comes_by_a_code_that_is_stopped_at_the_same_instant_after_it(own_database):
    world = a_season_of_results()
    code = a_code(world)
    _stopped, sent = together(
        lambda: stop_code(code, by=world.officers[1], at=NOON, key=a_key()), lambda: sent_by(code, "Người Gửi")
    )
    assert Participation.objects.count() == (0 if sent == ["participation.code_over"] else 1)


def test_a_person_is_present_once_though_two_say_so_at_once(own_database):
    world = a_season_of_results()
    secretary = a_secretary(world)
    activity = an_activity(world, a_chapter(world, secretary), secretary)
    asked = CodeAsked(activity.title, ActKind.ATTENDANCE, activity.on, None, activity)
    code = make_code(the_unit(world), asked=asked, by=world.officers[1], at=NOON, key=a_key())
    told = an_act(world, name="Bí Thư Một", kind=ActKind.ATTENDANCE, activity=activity)
    sent = enter_by_code(code, told=told, sender=A_PHONE, by=somebody("Bí Thư Một"), at=NOON, key=a_key())
    claim = Claim(sent, the_person(secretary))
    together(
        lambda: attribute_acts([claim], by=world.officers[1], at=NOON, key=a_key()),
        lambda: note_attendance(activity, names=["Bí Thư Một"], by=secretary, at=NOON, key=a_key()),
    )
    assert taken_by(the_unit(world)).acts[ActKind.ATTENDANCE] == 1
