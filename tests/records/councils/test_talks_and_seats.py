"""Talks asked of units and handed in; seats in order of protocol, and two of them changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.conferences import a_received_talk, a_talk, an_answer, an_invited_conference
from tests.factories.files import PDF
from tests.factories.people import a_unit_named
from tests.factories.seasons import NOON, TODAY, a_key, a_season
from thidua.core.answer import NotPossible
from thidua.core.workflow.conferences import Hall
from thidua.records.conduct.tasks import tasks_of
from thidua.records.councils.actions.delegates import answer_invitation
from thidua.records.councils.actions.seats import arrange_seats, swap_seats
from thidua.records.councils.actions.talks import ask_talk, drop_talk, hand_in_talk
from thidua.records.councils.plan import Person, Reply
from thidua.records.desk.models import Notice
from thidua.records.files.steps import keep_file
from thidua.records.seasons.models import Membership


@pytest.fixture
def world(db, tmp_path, monkeypatch):
    monkeypatch.setenv("THIDUA_DATA", str(tmp_path))
    return a_season()


def keys(refused):
    return [one.key for one in refused.value]


def by(world):
    return {"by": world.secretary, "at": NOON, "key": a_key()}


def a_file():
    return keep_file(name="tham-luan.pdf", content=PDF, at=NOON)


def test_a_unit_is_told_of_a_talk_and_asked_on_its_desk_until_it_has_come(world):
    one = an_invited_conference(world, talks_by=TODAY)
    talk = a_talk(one, world)
    assert Notice.objects.filter(key="notice.talk_asked", unit=world.units[1]).count() == 1
    asked = [(task.title.key, task.due_on) for task in tasks_of(world.officers[1], on=TODAY) if task.place == "talk"]
    assert asked == [("task.send_talk", TODAY)]
    hand_in_talk(
        talk, title="Cách làm", speaker="Lê Thị Mai", file=a_file(), seen_version=1, by=world.officers[1], at=NOON,
        key=a_key(),
    )  # fmt: skip
    assert [task for task in tasks_of(world.officers[1], on=TODAY) if task.place == "talk"] == []


def test_a_talk_without_sense_is_asked_of_nobody(world):
    one = an_invited_conference(world)
    a_talk(one, world)
    member = Membership.objects.get(unit=world.units[1])
    stranger = Membership.objects.create(
        bloc_season=world.bloc, unit=a_unit_named("Đơn vị mới", "don-vi-moi"), position=9, name="Mới",
        short_name="Mới",
    )  # fmt: skip
    for who, minutes, key in ((member, 10, "talk_twice"), (member, 0, "not_minutes"), (stranger, 10, "not_invited")):
        with pytest.raises(NotPossible) as refused:
            ask_talk(one, member=who, title="Cách làm hay", minutes=minutes, **by(world))
        assert f"conference.{key}" in keys(refused)


def test_only_its_own_unit_or_the_secretariat_hands_a_talk_in_and_only_with_a_file(world):
    one = an_invited_conference(world)
    talk = a_talk(one, world)
    told = {"title": "Cách làm", "speaker": "Lê Thị Mai", "seen_version": 1, "at": NOON}
    with pytest.raises(NotPossible):
        hand_in_talk(talk, file=a_file(), by=world.officers[2], key=a_key(), **told)
    with pytest.raises(NotPossible) as refused:
        hand_in_talk(talk, file=None, by=world.officers[1], key=a_key(), **told)
    assert keys(refused) == ["conference.talk_needs_file"]
    received = hand_in_talk(talk, file=a_file(), by=world.secretary, key=a_key(), **told)
    newer = hand_in_talk(
        received, title="Cách làm mới", speaker="Lê Thị Mai", file=None, seen_version=2, by=world.officers[1], at=NOON,
        key=a_key(),
    )  # fmt: skip
    assert (newer.title, newer.file) == ("Cách làm mới", received.file)


def test_a_dropped_talk_takes_no_paper(world):
    one = an_invited_conference(world)
    talk = drop_talk(a_talk(one, world), because="Hết giờ", **by(world))
    with pytest.raises(NotPossible) as refused:
        hand_in_talk(
            talk, title="Cách làm", speaker="Ai", file=a_file(), seen_version=2, by=world.officers[1], at=NOON,
            key=a_key(),
        )  # fmt: skip
    assert keys(refused) == ["conference.talk_dropped"]
    assert a_received_talk(one, world, file=a_file()).received_at == NOON


@given(st.integers(1, 26), st.integers(1, 40))
def test_every_seat_of_a_hall_stands_once_and_row_by_row(rows, seats):
    places = Hall(rows, seats).places()
    assert len(set(places)) == Hall(rows, seats).size
    assert [row for row, _ in places] == sorted(row for row, _ in places)


def seated(one):
    return {seat.label: seat.name for seat in one.seats.exclude(name="")}


def test_guests_sit_first_then_heads_of_delegations_then_who_comes_along(world):
    one = an_invited_conference(world)
    an_answer(world, one, 1)
    an_answer(world, one, 2, people=[Person("Vũ Văn Hai")])
    guest = one.invitations.get(organisation="Bộ Tư pháp")
    answer_invitation(guest, reply=Reply(True, [Person("Thứ Trưởng")]), seen_version=1, **by(world))
    arrange_seats(one, hall=Hall(2, 3), **by(world))
    assert seated(one) == {"A2": "Thứ Trưởng", "A1": "Trần Huy Bách", "A3": "Vũ Văn Hai", "B2": "Lê Thị Mai"}
    assert one.seats.count() == 6


def test_two_seats_are_changed_by_their_labels_and_a_free_one_takes_who_moves(world):
    one = an_invited_conference(world)
    an_answer(world, one)
    arrange_seats(one, hall=Hall(2, 2), **by(world))
    swap_seats(one, one="a1", other="B2", **by(world))
    assert seated(one) == {"B2": "Trần Huy Bách", "A2": "Lê Thị Mai"}
    for wrong in ("C1", "A9", "1A", "", "A١"):
        with pytest.raises(NotPossible) as refused:
            swap_seats(one, one="A1", other=wrong, **by(world))
        assert keys(refused) == ["conference.no_such_seat"]


def test_seats_wait_for_people_and_for_room(world):
    one = an_invited_conference(world)
    for hall, key in ((Hall(0, 5), "not_a_hall"), (Hall(27, 1), "not_a_hall"), (Hall(2, 2), "nobody_comes")):
        with pytest.raises(NotPossible) as refused:
            arrange_seats(one, hall=hall, **by(world))
        assert keys(refused) == [f"conference.{key}"]
    an_answer(world, one)
    with pytest.raises(NotPossible) as refused:
        arrange_seats(one, hall=Hall(1, 1), **by(world))
    assert keys(refused) == ["conference.too_few_seats"]
