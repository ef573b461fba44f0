"""Acts of people: counted when they are somebody's, once a person; codes that expire; nothing typed adds to it."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given as given_by
from hypothesis import strategies as st

from tests.factories.participation import (
    a_code,
    an_act,
    an_own_act,
    sent_by,
    somebody,
    the_unit,
)
from tests.factories.people import a_unit_named
from tests.factories.results import a_season_of_results
from tests.factories.seasons import NOON, TODAY, a_key, an_actor
from tests.factories.stories import a_signed_initiative
from thidua.core.actor import PostKind
from thidua.core.answer import NotPossible, Unknown
from thidua.core.workflow.participation import CODE_LENGTH, LETTERS, ActKind, ActState, as_kept, as_read, new_code
from thidua.figures.participating import board_of, sum_of, taken_by
from thidua.records.conduct.tasks import tasks_of
from thidua.records.directory.models import Person
from thidua.records.journal.queries import lines_about
from thidua.records.results.access.participation import open_code
from thidua.records.results.actions import participation as acts
from thidua.records.results.models import DeclaredTotal, Participation
from thidua.records.results.told import AuthorTold, Claim

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return a_season_of_results(members=3)


def refused(make) -> set[str]:
    with pytest.raises(NotPossible) as said:
        make()
    return {sentence.key for sentence in said.value}


def the_person(actor) -> Person:
    return Person.objects.get(pk=actor.person)


def attributed(world, *claims, key=None):
    return acts.attribute_acts(claims, by=world.officers[1], at=NOON, key=key or a_key())


@given_by(st.lists(st.sampled_from(LETTERS), min_size=CODE_LENGTH, max_size=CODE_LENGTH))
def test_a_code_is_read_back_however_it_is_typed(letters):
    given = iter(letters)
    code = new_code(lambda _offered: next(given))
    assert as_kept(as_read(code)) == as_kept(f" {as_read(code).lower()} ") == as_kept(code) == code


def test_an_own_act_counts_at_once(world):
    colleague = an_actor("Người Cơ Sở", world.units[1], PostKind.STAFF)
    one = an_own_act(world, colleague)
    assert (one.at_state, one.person, one.name) == (ActState.COUNTED, the_person(colleague), "Người Cơ Sở")
    assert [line.kind for line in lines_about(one)] == ["participation.entered"]


def test_what_comes_by_a_code_counts_only_when_it_is_somebodys(world):
    code = a_code(world)
    one = sent_by(code, "Người Cơ Sở")
    member = the_unit(world)
    assert (taken_by(member).people, taken_by(member).waiting) == (0, 1)
    colleague = an_actor("Người Cơ Sở", world.units[1], PostKind.STAFF)
    attributed(world, Claim(one, the_person(colleague)))
    assert (taken_by(member).people, taken_by(member).waiting, taken_by(member).acts[ActKind.ATTENDANCE]) == (1, 0, 1)
    assert [line.kind for line in lines_about(one)] == ["participation.attributed", "participation.sent"]


def test_the_database_counts_nothing_that_is_nobodys(world):
    one = sent_by(a_code(world), "Người Cơ Sở")
    with pytest.raises(IntegrityError), transaction.atomic():
        Participation.objects.filter(pk=one.pk).update(state="counted")


def test_many_are_attributed_at_once_and_a_new_person_is_written_down_once(world):
    code, room = a_code(world), a_unit_named("Phòng Một", "phong-mot", parent=world.units[1])
    sent = [
        sent_by(code, "Trần Thị Mới", unit=room),
        sent_by(code, "trần thị mới", unit=room),
        sent_by(code, "Cán Bộ Một"),
    ]
    officer = the_person(world.officers[1])
    attributed(world, Claim(sent[0], None), Claim(sent[1], None), Claim(sent[2], officer))
    new = Person.objects.get(full_name="Trần Thị Mới")
    assert [(post.unit, post.kind) for post in new.posts.all()] == [(room, "staff")]
    assert set(Participation.objects.values_list("person", flat=True)) == {new.pk, officer.pk}
    assert taken_by(the_unit(world)).people == 2


def test_an_entry_is_attributed_to_people_of_the_unit_only_and_once(world):
    one = sent_by(a_code(world), "Cán Bộ Một")
    stranger = the_person(world.officers[2])
    assert refused(lambda: attributed(world, Claim(one, stranger))) == {"participation.person_elsewhere"}
    attributed(world, Claim(one, the_person(world.officers[1])))
    again = lambda: attributed(world, Claim(one, the_person(world.officers[1])))  # noqa: E731
    assert refused(again) == {"participation.decided_already"}


def test_another_units_officer_does_not_say_whose_it_is(world):
    one = sent_by(a_code(world), "Cán Bộ Một")
    claim = Claim(one, the_person(world.officers[1]))
    say = lambda: acts.attribute_acts([claim], by=world.officers[2], at=NOON, key=a_key())  # noqa: E731
    assert refused(say) == {"rights.not_yours"}


def test_what_is_not_counted_stays_with_its_reason(world):
    one = sent_by(a_code(world), "Kẻ Lạ")
    reject = {"by": world.officers[1], "at": NOON}
    assert refused(lambda: acts.reject_acts([one], because=" ", key=a_key(), **reject)) == {
        "participation.needs_reason"
    }
    acts.reject_acts([one], because="Không phải người của đơn vị", key=a_key(), **reject)
    one.refresh_from_db()
    assert (one.at_state, one.reason) == (ActState.REJECTED, "Không phải người của đơn vị")
    assert taken_by(the_unit(world)).waiting == 0


def test_a_code_works_until_its_last_day_or_until_it_is_stopped(world):
    code = a_code(world, days=2)
    assert open_code(as_read(code.code).lower(), on=TODAY + timedelta(days=2)) == code
    assert open_code(code.code, on=TODAY + timedelta(days=3)) is None
    acts.stop_code(code, by=world.officers[1], at=NOON, key=a_key())
    assert open_code(code.code, on=TODAY) is None
    assert refused(lambda: sent_by(code, "Người Cơ Sở")) == {"participation.code_over"}


@pytest.mark.parametrize("days", [-1, 181])
def test_a_code_has_a_last_day_that_comes_within_half_a_year(world, days):
    assert refused(lambda: a_code(world, days=days)) == {"participation.code_days"}


def test_one_phone_and_one_code_send_no_more_than_a_hall_would(world, monkeypatch):
    monkeypatch.setattr(acts, "MOST_OF_A_PHONE", 2)
    code = a_code(world)
    for name in ("Một", "Hai"):
        sent_by(code, name)
    assert refused(lambda: sent_by(code, "Ba")) == {"participation.too_many"}
    sent_by(code, "Ba", sender="1" * 32)
    monkeypatch.setattr(acts, "MOST_OF_A_CODE", 3)
    assert refused(lambda: sent_by(code, "Bốn", sender="2" * 32)) == {"participation.too_many"}


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"text": " "}, "participation.needs_text"),
        ({"on": TODAY + timedelta(days=1)}, "participation.day_to_come"),
        ({"on": date(2015, 12, 31)}, "participation.day_too_early"),
    ],
)
def test_an_act_says_what_was_done_on_a_day_that_has_come(world, wrong, key):
    assert refused(lambda: an_own_act(world, world.officers[1], **wrong)) == {key}


def test_an_act_is_done_in_the_unit_itself_or_below_it(world):
    assert refused(lambda: an_own_act(world, world.officers[1], unit=world.units[2])) == {"participation.other_unit"}
    assert refused(lambda: sent_by(a_code(world), "12345")) == {"person.no_name"}


def test_people_count_once_and_units_and_kinds_by_their_acts(world):
    room = a_unit_named("Phòng Một", "phong-mot", parent=world.units[1])
    below = an_actor("Người Ở Phòng", room, PostKind.STAFF)
    for kind in (ActKind.RESULT, ActKind.RESULT, ActKind.REGISTRATION):
        an_own_act(world, below, unit=room, kind=kind)
    an_own_act(world, world.officers[1])
    an_own_act(world, world.officers[2], place=2)
    row = next(row for row in board_of(world.season) if row.member.unit == world.units[1])
    assert (row.taken.people, row.taken.units, row.taken.all_acts) == (2, 2, 4)
    assert (row.taken.acts[ActKind.RESULT], row.taken.acts[ActKind.REGISTRATION]) == (3, 1)
    assert (sum_of(world.season).people, sum_of(world.season).all_acts) == (3, 5)


def test_a_declared_total_stands_beside_and_never_adds_up(world):
    an_own_act(world, world.officers[1])
    told = {"campaign": None, "note": "Báo cáo", "by": world.officers[1], "at": NOON}
    for people, on in ((50, TODAY), (40, TODAY - timedelta(days=7))):
        acts.declare_total(the_unit(world), people=people, on=on, key=a_key(), **told)
    row = next(row for row in board_of(world.season) if row.member.unit == world.units[1])
    assert (row.taken.people, row.declared.people) == (1, 50)
    assert sum_of(world.season).people == 1
    assert DeclaredTotal.objects.count() == 2


def test_whose_act_it_is_withdraws_it_and_a_colleague_does_not(world):
    colleague = an_actor("Người Cơ Sở", world.units[1], PostKind.STAFF)
    one = an_own_act(world, colleague)
    other = an_actor("Người Thứ Hai", world.units[1], PostKind.STAFF)
    take = lambda by, key: acts.withdraw_act(one, because="Ghi nhầm", by=by, at=NOON, key=key)  # noqa: E731
    assert refused(lambda: take(other, a_key())) == {"rights.not_yours"}
    take(colleague, a_key())
    assert taken_by(the_unit(world)).people == 0
    assert refused(lambda: take(world.officers[1], a_key())) == {"participation.not_counted"}


def test_the_known_authors_of_a_signed_initiative_have_taken_part(world):
    officer = the_person(world.officers[1])
    authors = (AuthorTold("Cán Bộ Một", 60, officer), AuthorTold("Người Ngoài Danh Bạ", 40))
    one = a_signed_initiative(world, authors=authors)
    counted = Participation.objects.filter(about=one.token)
    assert [(row.person, row.kind, row.at_state) for row in counted] == [(officer, "initiative", ActState.COUNTED)]
    take = lambda: acts.withdraw_act(counted[0], because="Nhầm", by=world.officers[1], at=NOON, key=a_key())  # noqa: E731
    assert refused(take) == {"participation.of_another_thing"}


def test_the_officer_is_asked_to_say_whose_it_is_and_the_leader_is_not(world):
    code = a_code(world)
    for name in ("Một", "Hai"):
        sent_by(code, name)

    def asked(actor):
        return [task for task in tasks_of(actor, on=TODAY) if task.title.key == "task.attribute_acts"]

    [task] = asked(world.officers[1])
    assert task.title.values["count"] == 2
    assert asked(world.leaders[1]) == asked(world.officers[2]) == []


def test_a_stranger_makes_no_code_and_enters_nothing(world):
    stranger = world.outsider
    with pytest.raises(Unknown):
        acts.enter_own_act(the_unit(world), told=an_act(world), by=stranger, at=NOON, key=a_key())
    with pytest.raises(Unknown):
        acts.stop_code(a_code(world), by=somebody("Ai đó"), at=NOON, key=a_key())
