"""Somebody else in a post, in one act: the account, drafts, notices, letters and tasks go on; everybody is told."""

from datetime import date, timedelta

import pytest

from tests.factories.people import a_person, a_unit_named, an_administrator
from tests.factories.seasons import BUILDER, NOON, TODAY, World, a_key, a_season_registering, an_actor
from tests.together import together
from thidua.core.actor import PostKind
from thidua.core.answer import NotPossible
from thidua.records.accounts.actions import close_account, delegate_signature
from thidua.records.accounts.models import Account, Delegation
from thidua.records.accounts.queries import actor_of
from thidua.records.conduct.actions import Successor, change_officer
from thidua.records.conduct.tasks import tasks_of
from thidua.records.desk.models import Draft, Notice, OutMail
from thidua.records.desk.steps.drafts import keep_draft
from thidua.records.desk.steps.notices import mark_read, notify_people
from thidua.records.directory.actions import appoint
from thidua.records.directory.models import Person, Post
from thidua.records.directory.queries import in_force
from thidua.records.journal.models import Body, Entry
from thidua.records.seasons.models import SeasonRole

NEW = Successor(full_name="Đỗ Thị Mới", email="moi@example.vn")


def address_of(secret: str) -> str:
    return f"https://thidua.example/moi/{secret}"


@pytest.fixture
def world(db) -> World:
    return a_season_registering()


def post_of(actor) -> Post:
    return Post.objects.get(person=actor.person)


def changing(world: World, successor=NEW, *, post=None, on=TODAY, by=None, title="Chuyên viên Văn phòng", key=None):
    return change_officer(
        post or post_of(world.officers[1]), successor=successor, title=title, on=on, address_of=address_of,
        by=by or world.leaders[1], at=NOON, key=key or a_key(),
    )  # fmt: skip


def refused(act) -> list[str]:
    with pytest.raises(NotPossible) as told:
        act()
    return [sentence.key for sentence in told.value]


def test_who_goes_holds_the_post_to_the_day_before_and_who_comes_is_written_down_invited_and_has_the_tasks(world):
    before = len(Entry.objects.all())
    given = changing(world)
    old = post_of(world.officers[1])
    assert old.until_on == TODAY - timedelta(days=1)
    assert (given.person.full_name, given.kind, given.title) == ("Đỗ Thị Mới", "officer", "Chuyên viên Văn phòng")
    assert (given.from_on, given.until_on) == (TODAY, None)
    account = Account.objects.get(email="moi@example.vn")
    assert account.person == given.person
    assert not account.has_usable_password()
    letter = OutMail.objects.get()
    assert (letter.to, "https://thidua.example/moi/" in letter.text) == ("moi@example.vn", True)
    lines = list(Entry.objects.order_by("seq"))[before:]
    assert [line.kind for line in lines] == ["post.handed_over"]
    assert {given.person.token, old.person.token, world.units[1].token, account.token} <= set(lines[0].subjects)
    new = actor_of(account, on=TODAY)
    titles = {task.title.key for task in tasks_of(new, on=TODAY)}
    assert "task.enter_commitments" in titles
    assert not tasks_of(actor_of(Account.objects.get(pk=world.officers[1].account), on=TODAY), on=TODAY)


def test_both_and_the_secretariat_are_told(world):
    given = changing(world)
    told = {(notice.person_id, notice.key) for notice in Notice.objects.exclude(person=None)}
    assert told == {
        (world.officers[1].person, "notice.officer_left"),
        (given.person_id, "notice.officer_came"),
        (world.secretary.person, "notice.officer_changed"),
    }


def test_drafts_on_the_units_pages_and_unread_notices_of_it_go_on_with_who_comes(world):
    old, slug = Account.objects.get(pk=world.officers[1].account), world.units[1].slug
    own, others = f"/cum/nam/khoi/dang-ky/{slug}", f"/cum/nam/khoi/dang-ky/{world.units[2].slug}"
    for address in (own, others, f"/cum/nam/khoi/dang-ky/{slug}-khac"):
        keep_draft(old, address=address, values={"a": ["1"]}, seen_version=None, page="p", at=NOON)
    sentence = ("notice.deadline_moved", {"what": "x", "until": "y", "reason": "z"})
    from thidua.core.answer import Sentence

    for slugs in (("cum", "nam", "khoi", slug), ("cum", "nam", "khoi", world.units[2].slug)):
        notify_people([old.person], Sentence(sentence[0], **sentence[1]), at=NOON, place="x", slugs=slugs)
    notify_people([old.person], Sentence("notice.all_read"), at=NOON, place="x", slugs=(slug,))
    mark_read(Notice.objects.filter(key="notice.all_read"), old, at=NOON)
    given = changing(world)
    new = given.person.account
    assert list(Draft.objects.filter(account=new).values_list("address", flat=True)) == [own]
    assert Draft.objects.filter(account=old).count() == 2
    moved = Notice.objects.filter(person=given.person, key="notice.deadline_moved")
    assert [notice.slugs[-1] for notice in moved] == [slug]
    assert Notice.objects.get(key="notice.all_read").person == old.person, "what was read stays"


def test_a_draft_of_who_comes_is_not_overwritten(world):
    deputy = an_actor("Trần Đã Có", world.units[1], PostKind.DEPUTY)
    address = f"/cum/nam/khoi/dang-ky/{world.units[1].slug}"
    for actor, text in ((world.officers[1], "cũ"), (deputy, "mới")):
        account = Account.objects.get(pk=actor.account)
        keep_draft(account, address=address, values={"a": [text]}, seen_version=None, page="p", at=NOON)
    changing(world, Successor(person=Person.objects.get(pk=deputy.person)))
    assert Draft.objects.get(account=deputy.account).values == {"a": ["mới"]}


def test_letters_of_who_goes_hold_no_more_and_a_leader_is_changed_by_an_administrator_only(world):
    deputy = an_actor("Trần Phó", world.units[1], PostKind.DEPUTY)
    leader, delegate = (Person.objects.get(pk=one.person) for one in (world.leaders[1], deputy))
    delegate_signature(
        world.units[1], leader=leader, delegate=delegate, letter_number="05/GUQ", letter_dated_on=TODAY, from_on=TODAY,
        until_on=date(2099, 1, 1), by=world.leaders[1], at=NOON, key=a_key(),
    )  # fmt: skip
    post = post_of(world.leaders[1])
    assert refused(lambda: changing(world, post=post)) == ["rights.not_yours"]
    assert refused(lambda: changing(world, post=post, by=world.head)) == ["rights.not_yours"]
    changing(world, post=post, by=an_administrator(), title="Giám đốc")
    assert Delegation.objects.get().withdrawn_at == NOON
    held = Post.objects.get(in_force(TODAY), unit=world.units[1], kind="leader")
    assert held.person.full_name == "Đỗ Thị Mới"
    body = Body.objects.get(entry__kind="post.handed_over").text
    assert '"letters":["05/GUQ"]' in body


def test_somebody_of_the_directory_keeps_the_account_and_gets_no_second_invitation(world):
    other = an_actor("Trần Đã Có", world.units[2], PostKind.STAFF)
    account = Account.objects.get(pk=other.account)
    account.set_password("một mật khẩu dài")
    account.save()
    given = changing(world, Successor(person=account.person))
    assert given.person.account == account
    assert not OutMail.objects.exists()


def test_what_cannot_be_is_told_and_changes_nothing(world):
    own = Person.objects.get(pk=world.officers[1].person)
    closed = an_actor("Lê Đã Đóng", world.units[2], PostKind.STAFF)
    close_account(Account.objects.get(pk=closed.account), by=an_administrator(), at=NOON, key=a_key())
    nobody = a_person("Lê Không Thư")
    before = (Person.objects.count(), Post.objects.count(), Account.objects.count(), Entry.objects.count())
    for act, keys in (
        (lambda: changing(world, on=TODAY + timedelta(days=1)), ["officer.day_to_come"]),
        (lambda: changing(world, Successor(person=own)), ["officer.holds_it"]),
        (lambda: changing(world, Successor(full_name="Ba 3", email="b@example.vn")), ["person.no_name"]),
        (lambda: changing(world, Successor(full_name="Đỗ Mới", email="moi")), ["account.not_an_address"]),
        (lambda: changing(world, Successor(person=nobody)), ["account.not_an_address"]),
        (
            lambda: changing(world, Successor(full_name="Đỗ Mới", email=Account.objects.get(pk=closed.account).email)),
            ["account.email_taken"],
        ),
        (lambda: changing(world, Successor(person=Person.objects.get(pk=closed.person))), ["officer.account_closed"]),
        (lambda: changing(world, by=world.officers[1]), ["rights.not_yours"]),
        (lambda: changing(world, by=world.leaders[2]), ["rights.not_yours"]),
    ):
        assert refused(act) == keys
    after = (Person.objects.count(), Post.objects.count(), Account.objects.count(), Entry.objects.count())
    assert after == before


def a_stranger(world: World, name: str) -> Person:
    """Somebody without an account who leads another unit."""
    person = a_person(name)
    other = a_unit_named("Sở Tư pháp tỉnh Khác", "tinh-khac")
    appoint(
        person, unit=other, kind=PostKind.LEADER, title="Giám đốc", from_on=None, until_on=None, by=BUILDER, at=NOON,
        key=a_key(),
    )  # fmt: skip
    return person


def test_a_leader_opens_no_account_for_who_acts_elsewhere(world):
    """Else the leader would get the invitation to it, and sign for the other unit or head the season."""
    heads = a_person("Nguyễn Trưởng Khu")
    SeasonRole.objects.create(season=world.season, role="observer", person=heads, unit=world.units[2])
    for person in (a_stranger(world, "Lê Giám Đốc"), heads):
        known = Successor(person=person, email="cua-toi@example.vn")
        assert refused(lambda known=known: changing(world, known)) == ["officer.acts_elsewhere"]
    assert not Account.objects.filter(email="cua-toi@example.vn").exists()
    given = changing(world, known, by=an_administrator())
    assert given.person.account.email == "cua-toi@example.vn"


def test_a_clerk_of_a_division_below_gets_an_account_from_the_leader(world):
    clerk = a_person("Trần Văn Phòng")
    appoint(
        clerk, unit=a_unit_named("Phòng Hộ tịch", "ho-tich", world.units[1]), kind=PostKind.STAFF, title="Chuyên viên",
        from_on=None, until_on=None, by=BUILDER, at=NOON, key=a_key(),
    )  # fmt: skip
    changing(world, Successor(person=clerk, email="phong@example.vn"))
    assert Account.objects.get(email="phong@example.vn").person == clerk


def test_the_same_form_twice_changes_once(world):
    key = a_key()
    assert changing(world, key=key) == changing(world, key=key)
    assert Person.objects.filter(full_name="Đỗ Thị Mới").count() == 1


@pytest.mark.both
def test_two_who_change_the_same_post_at_one_instant_change_it_once(own_database):
    world = a_season_registering()
    post, by = post_of(world.officers[1]), an_administrator()
    answers = together(
        *[
            lambda name=name: changing(
                world, Successor(full_name=f"Đỗ {name}", email=f"{name}@example.vn".lower()), post=post, by=by
            )
            for name in ("An", "Ba")
        ]
    )
    assert sorted(isinstance(answer, Post) for answer in answers) == [False, True]
    assert ["post.ended_before"] in answers
    assert Post.objects.filter(in_force(TODAY), unit=world.units[1], kind="officer").count() == 1
