"""Units are asked in by a code that is kept as a hash, works once, ends, and is told nowhere but on its letter."""

from datetime import timedelta

import pytest

from tests.factories.beginnings import a_beginner, a_begun_region, again, an_applied_list
from tests.factories.people import GOOD_PASSWORD
from tests.factories.seasons import NOON, TODAY, a_key
from thidua.core.actor import Actor, Channel
from thidua.core.answer import NotPossible, Unknown
from thidua.records.accounts.models import Account
from thidua.records.accounts.queries import actor_of
from thidua.records.desk.models import Notice, OutMail
from thidua.records.directory.models import Person, Unit
from thidua.records.journal.models import Body
from thidua.records.seasons.actions.beginning import withdraw_region
from thidua.records.seasons.actions.invitations import (
    come_in_by_invitation,
    invite_units,
    mail_invitations,
    revoke_invitation,
)
from thidua.records.seasons.models import UnitInvitation
from thidua.records.seasons.queries.invitations import code_of, invitation_by, members_to_invite
from thidua.records.seasons.steps.invitations import let_go_of_dead_invitations

pytestmark = pytest.mark.django_db
BEARER = Actor(token="unitinvitation:x", channel=Channel.LINK)


@pytest.fixture(name="world")
def a_world():
    by = a_beginner()
    an_applied_list(by)
    season = a_begun_region(by)
    return again(by), season


def invited(world, *codes: str) -> list[UnitInvitation]:
    by, season = world
    units = list(Unit.objects.filter(code__in=codes).order_by("pk"))
    return invite_units(season, units=units, by=by, at=NOON, key=a_key())


def comes_in(invitation, *, at=NOON, full_name="Trần Thu Hà", email="ha@example.vn", password=GOOD_PASSWORD) -> Account:
    return come_in_by_invitation(
        invitation, full_name=full_name, email=email, password=password, by=BEARER, at=at, key=a_key()
    )


def test_the_code_opens_its_invitation_and_stands_nowhere_in_the_database(world):
    [one] = invited(world, "STP-QN")
    code = code_of(one)

    assert invitation_by(code.lower(), at=NOON) == one
    assert len(code) == 12
    assert code not in one.code_hash
    assert not Body.objects.filter(text__contains=code).exists()


def test_whoever_is_named_comes_in_as_the_units_officer_once(world):
    [one] = invited(world, "STP-QN")
    account = comes_in(one)

    actor = actor_of(account, on=TODAY)
    assert (actor.name, [post.kind for post in actor.posts], actor.is_administrator) == (
        "Trần Thu Hà",
        ["officer"],
        False,
    )
    assert Person.objects.filter(full_name="Trần Thu Hà").count() == 1
    assert Notice.objects.get(person=world[0].person).key == "notice.unit_came_in"
    assert invitation_by(code_of(one), at=NOON) is None
    with pytest.raises(NotPossible) as refused:
        comes_in(one, email="khac@example.vn")
    assert [sentence.key for sentence in refused.value] == ["invitation.not_open"]


def test_somebody_else_of_the_unit_comes_in_under_the_own_name(world):
    [one] = invited(world, "STP-QN")
    account = comes_in(one, full_name="Ngô Văn Sáu")
    assert account.person.full_name == "Ngô Văn Sáu"
    assert [post.unit.code for post in account.person.posts.all()] == ["STP-QN"]


def test_a_weak_password_uses_nothing_up(world):
    [one] = invited(world, "STP-QN")
    with pytest.raises(NotPossible):
        comes_in(one, password="ngan")
    assert not Account.objects.filter(email="ha@example.vn").exists()
    comes_in(one)


def test_a_code_ends_with_its_last_day(world):
    [one] = invited(world, "STP-QN")
    assert invitation_by(code_of(one), at=NOON + timedelta(days=30)) == one
    assert invitation_by(code_of(one), at=NOON + timedelta(days=31)) is None


def test_a_new_code_ends_the_old_one_and_a_revoked_one_opens_nothing(world):
    [first] = invited(world, "STP-QN")
    [second] = invited(world, "STP-QN")
    assert invitation_by(code_of(first), at=NOON) is None

    revoke_invitation(second, by=world[0], at=NOON, key=a_key())
    assert invitation_by(code_of(second), at=NOON) is None
    with pytest.raises(NotPossible):
        revoke_invitation(second, by=world[0], at=NOON, key=a_key())


def test_a_unit_in_which_somebody_signs_in_is_not_asked_again(world):
    [one] = invited(world, "STP-QN")
    comes_in(one)
    with pytest.raises(NotPossible) as refused:
        invited(world, "STP-QN")
    assert [sentence.key for sentence in refused.value] == ["invitation.is_in"]
    inside = members_to_invite(world[1], on=TODAY).filter(is_in=True)
    assert sorted(inside.values_list("unit__code", flat=True)) == ["STP-QN"]


def test_a_letter_that_was_lost_opens_nothing_once_somebody_of_the_unit_signs_in(world):
    [lost] = invited(world, "STP-QN")
    account = comes_in(lost)
    UnitInvitation.objects.filter(pk=lost.pk).update(used_at=None, account=None)
    with pytest.raises(NotPossible) as refused:
        comes_in(lost, full_name="Người Lạ", email="la@example.vn")
    assert [sentence.key for sentence in refused.value] == ["invitation.is_in"]
    assert Account.objects.latest("pk") == account


def test_letters_go_to_officers_with_an_address_and_carry_the_code(world):
    by, season = world
    made = invited(world, "STP-QN", "CTHADS-ND")
    with pytest.raises(NotPossible) as refused:
        mail_invitations(season, invitations=made, address_of=str, by=by, at=NOON, key=a_key())
    assert [one.key for one in refused.value] == ["invitation.no_address"]

    Person.objects.filter(full_name="Trần Thu Hà").update(email="ha@example.vn")
    sent = mail_invitations(
        season, invitations=made, address_of=lambda code: f"/vao/{code}", by=by, at=NOON, key=a_key()
    )
    letter = OutMail.objects.get()
    assert [one.unit.code for one in sent] == ["STP-QN"]
    assert (letter.to, f"/vao/{code_of(sent[0])}" in letter.text) == ("ha@example.vn", True)


def test_a_letter_that_waits_dies_with_its_code(world):
    by, season = world
    Person.objects.filter(full_name="Trần Thu Hà").update(email="ha@example.vn")
    for ends in (
        lambda one: revoke_invitation(one, by=by, at=NOON, key=a_key()),
        lambda one: let_go_of_dead_invitations(at=NOON + timedelta(days=40)),
        comes_in,
    ):
        [one] = invited(world, "STP-QN")
        mail_invitations(season, invitations=[one], address_of=str, by=by, at=NOON, key=a_key())
        assert OutMail.objects.get(about=one.token).text
        ends(one)
        assert OutMail.objects.get(about=one.token).text == ""


def test_only_who_runs_the_season_asks_units_in(world):
    [one] = invited(world, "STP-QN")
    officer = actor_of(comes_in(one), on=TODAY)
    court = Unit.objects.get(code="CTHADS-ND")
    with pytest.raises((NotPossible, Unknown)):
        invite_units(world[1], units=[court], by=officer, at=NOON, key=a_key())


def test_an_open_invitation_keeps_the_region_until_it_is_revoked(world):
    by, season = world
    [one] = invited(world, "STP-QN")
    with pytest.raises(NotPossible) as refused:
        withdraw_region(season, by=by, at=NOON, key=a_key())
    assert [sentence.key for sentence in refused.value] == ["begin.built_upon", "begin.built.unitinvitation"]

    revoke_invitation(one, by=by, at=NOON, key=a_key())
    withdraw_region(season, by=by, at=NOON, key=a_key())
    assert not type(season).objects.exists()
