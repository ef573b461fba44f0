"""Hôm nay: inspections to make, minutes to sign, points to mend; exemplars and initiatives that wait for somebody."""

from datetime import timedelta

import pytest

from tests.factories.inspections import (
    DUE,
    LATER,
    MAY,
    ON_THE_DAY,
    a_planned_inspection,
    a_reported_visit,
    a_season_inspected,
    an_agreed_visit,
)
from tests.factories.results import a_season_of_results
from tests.factories.seasons import a_key
from tests.factories.stories import (
    A_LIST,
    A_PROOF,
    A_REQUEST,
    THE_DAY,
    a_nurtured_exemplar,
    a_recognised_exemplar,
    a_signed_initiative,
    a_slip,
    a_spotted_exemplar,
    a_submitted_initiative,
    an_idea,
    an_introduced_exemplar,
    told,
)
from tests.factories.stories import the_member as member_of
from thidua.base.wording import say
from thidua.records.conduct.access import entry_for
from thidua.records.conduct.actions import confirm_entry, dispute_entry
from thidua.records.conduct.queries import behind
from thidua.records.conduct.tasks import tasks_of
from thidua.records.desk.queries import entry_on_behalf_of
from thidua.records.results.actions.exemplar_book import adopt_model, give_consent
from thidua.records.results.actions.exemplars import enter_exemplar_on_behalf
from thidua.records.results.actions.initiatives import enter_initiative_on_behalf, return_initiative
from thidua.records.results.actions.points import answer_point, answer_point_on_behalf
from thidua.records.results.actions.visits import answer_minutes_on_behalf

pytestmark = [pytest.mark.django_db, pytest.mark.both]
OF_INSPECTIONS = ("task.inspect", "task.help_inspect", "task.sign_minutes", "task.mend_points", "task.close_points")
OTHERS = ("task.announce_inspection", "task.close_inspection")


def due(actor, on, *keys):
    """What Hôm nay asks of the actor among some tasks: key, day, page; every one has its words."""
    found = [task for task in tasks_of(actor, on=on) if task.title.key in keys]
    assert all(say(task.title) and say(task.act) and say(task.waits) for task in found)
    return [(task.title.key, task.due_on, task.place) for task in found]


def inspected_today(actor, on):
    return due(actor, on, *OF_INSPECTIONS, *OTHERS)


def test_a_draft_waits_to_be_announced_and_then_the_team_has_its_day():
    world = a_season_of_results(4)
    planned = a_planned_inspection(world, ([world.leaders[1]], [2]))
    assert inspected_today(world.secretary, MAY.date()) == [("task.announce_inspection", planned.from_on, "inspection")]
    assert inspected_today(world.leaders[1], MAY.date()) == []


def test_leader_and_member_of_the_team_unit_and_secretariat_are_asked_in_their_turn():
    world, visit = a_season_inspected()
    on = ON_THE_DAY.date()
    assert inspected_today(world.leaders[1], on) == [("task.inspect", visit.on, "visit")]
    assert inspected_today(world.officers[1], on) == [("task.help_inspect", visit.on, "visit")]
    assert inspected_today(world.leaders[2], on) == []

    a_reported_visit(world, visit)
    on = LATER.date()
    assert inspected_today(world.leaders[1], on) == []
    assert inspected_today(world.leaders[2], on) == [("task.sign_minutes", None, "minutes")]
    assert inspected_today(world.officers[2], on) == [("task.mend_points", DUE, "visit")]
    assert inspected_today(world.secretary, on) == [("task.close_inspection", visit.inspection.until_on, "inspection")]


def test_an_answer_waits_for_the_leader_of_the_team_and_the_secretariat():
    world, visit = a_season_inspected()
    point = an_agreed_visit(world, visit)
    answer_point(
        point, text="Xong", shown=A_PROOF, by=world.officers[2], at=LATER + timedelta(days=1), key=a_key()
    )  # fmt: skip
    on = LATER.date() + timedelta(days=2)
    for actor in (world.leaders[1], world.secretary):
        assert ("task.close_points", None, "visit") in inspected_today(actor, on)
    assert inspected_today(world.officers[1], on) == inspected_today(world.officers[2], on) == []


def test_exemplars_ask_leader_officer_and_secretariat_in_their_turn():
    world = a_season_of_results()
    keys = ("task.register_exemplars", "task.get_consent", "task.introduce_exemplars", "task.recognise_exemplars")

    def asked(actor):
        return [key for key, _day, _page in due(actor, THE_DAY, *keys, "task.check_exemplars")]

    a_spotted_exemplar(world)
    assert asked(world.leaders[1]) == ["task.register_exemplars"]
    exemplar = a_nurtured_exemplar(world, place=2)
    assert (asked(world.officers[2]), asked(world.leaders[2])) == (["task.get_consent"], [])
    give_consent(exemplar, name="Lan", on=THE_DAY, file=a_slip(), by=world.officers[2], at=MAY, key=a_key())
    assert (asked(world.officers[2]), asked(world.leaders[2])) == ([], ["task.introduce_exemplars"])
    an_introduced_exemplar(world)
    assert asked(world.secretary) == ["task.recognise_exemplars"]


def test_a_replicated_model_is_to_be_looked_at():
    world = a_season_of_results()
    exemplar = a_recognised_exemplar(world)
    at = MAY + timedelta(days=60)
    adopt_model(
        exemplar, member=member_of(world, 2), on=THE_DAY, result="Tốt", shown=A_PROOF, by=world.officers[2], at=at,
        key=a_key(),
    )  # fmt: skip
    [found] = due(world.secretary, at.date(), "task.check_exemplars")
    assert found == ("task.check_exemplars", None, "exemplars")


def test_initiatives_wait_for_leader_writer_and_secretariat():
    world = a_season_of_results()
    keys = ("task.sign_initiatives", "task.mend_initiatives", "task.receive_initiatives")
    one = a_submitted_initiative(world)
    assert [key for key, *_ in due(world.leaders[1], THE_DAY, *keys)] == ["task.sign_initiatives"]
    return_initiative(one, remark="Nêu số liệu", by=world.leaders[1], at=MAY, key=a_key())
    assert [key for key, *_ in due(world.officers[1], THE_DAY, *keys)] == ["task.mend_initiatives"]
    assert due(world.leaders[1], THE_DAY, *keys) == []
    a_signed_initiative(world, 2)
    assert [key for key, *_ in due(world.secretary, THE_DAY, *keys)] == ["task.receive_initiatives"]


def test_what_was_entered_for_a_unit_is_confirmed_or_disputed_like_everything_else():
    world, visit = a_season_inspected()
    point = a_reported_visit(world, visit)
    by, at = world.secretary, LATER + timedelta(days=20)
    answer_minutes_on_behalf(visit, agrees=True, remark="", paper=A_REQUEST, by=by, at=at, key=a_key())
    answer_point_on_behalf(point, text="Xong", paper=A_REQUEST, by=by, at=at, key=a_key())
    exemplar = enter_exemplar_on_behalf(
        member_of(world, 2), told=told(world, goal="Giữ vững"), paper=A_LIST, by=by, at=at, key=a_key()
    )
    initiative = enter_initiative_on_behalf(
        member_of(world, 2), told=an_idea(world, 100), paper=A_REQUEST, by=by, at=at, key=a_key()
    )
    places = {}
    for row in (visit, point, exemplar, initiative):
        entry = entry_on_behalf_of(row)
        found = behind(entry)
        places[found.place] = found.detail
        assert entry_for(world.officers[2], entry.public_id, on=at.date())[0] == entry
        assert (found.row, found.is_replaced) == (row, False)
    assert list(places) == ["minutes", "point", "exemplar", "initiative"]
    confirm_entry(entry_on_behalf_of(exemplar), by=world.officers[2], at=at, key=a_key())
    disputed = dispute_entry(
        entry_on_behalf_of(initiative), reason="Sai phần đóng góp", by=world.leaders[2], at=at, key=a_key()
    )
    assert disputed.state == "disputed"
