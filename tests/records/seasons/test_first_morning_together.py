"""Two acts at once on the first morning: a house is opened once, a list taken over once, a code used once."""

import pytest

from tests.factories.beginnings import a_beginner, a_begun_region, a_read_list, again, an_applied_list
from tests.factories.people import GOOD_PASSWORD
from tests.factories.seasons import NOON, a_key
from tests.together import together
from thidua.core.actor import PUBLIC, Actor, Channel
from thidua.core.answer import NotPossible, Unknown, refuse
from thidua.records.accounts.actions import open_first_account
from thidua.records.accounts.models import Account
from thidua.records.accounts.queries import first_secret
from thidua.records.directory.actions.lists import apply_list, undo_list
from thidua.records.directory.models import Person, Unit
from thidua.records.seasons.actions.invitations import come_in_by_invitation, invite_units
from thidua.records.seasons.models import Membership, UnitInvitation
from thidua.records.seasons.models.invitations import OPEN

pytestmark = pytest.mark.both


def test_of_two_who_hold_the_first_link_one_opens_the_house(own_database):
    def opened(email: str) -> Account:
        try:
            return open_first_account(
                first_secret(), full_name="Phạm Thị Thư", email=email, password=GOOD_PASSWORD, by=PUBLIC, at=NOON,
                key=a_key(),
            )  # fmt: skip
        except Unknown:
            raise refuse("link.not_open") from None

    answers = together(lambda: opened("mot@example.vn"), lambda: opened("hai@example.vn"))
    assert answers.count(["link.not_open"]) == 1
    assert Account.objects.count() == Person.objects.count() == 1


def test_a_list_that_two_take_over_at_once_comes_in_once(own_database):
    by = a_beginner()
    run = a_read_list(by)
    answers = together(*(lambda: apply_list(run, by=by, at=NOON, key=a_key()) for _ in range(2)))
    assert answers.count(["import.cannot_apply"]) == 1
    assert Unit.objects.count() == 3


def test_a_list_is_not_withdrawn_from_under_a_region_that_is_begun_at_the_same_time(own_database):
    by = a_beginner()
    run = an_applied_list(by)

    def begun() -> object:
        try:
            return a_begun_region(by)
        except (Unknown, KeyError):
            raise NotPossible from None

    together(begun, lambda: undo_list(run, by=by, at=NOON, key=a_key()))
    run.refresh_from_db()
    assert Membership.objects.exists() == (run.state == "applied")


def test_a_code_that_two_use_at_once_opens_one_account(own_database):
    by = a_beginner()
    an_applied_list(by)
    season = a_begun_region(by)
    units = [Unit.objects.get(code="STP-QN")]
    [one] = invite_units(season, units=units, by=again(by), at=NOON, key=a_key())
    bearer = Actor(token=one.token, channel=Channel.LINK)

    def coming(email: str):
        return lambda: come_in_by_invitation(
            one, full_name="Trần Thu Hà", email=email, password=GOOD_PASSWORD, by=bearer, at=NOON, key=a_key()
        )

    answers = together(coming("mot@example.vn"), coming("hai@example.vn"))
    assert answers.count(["invitation.not_open"]) == 1
    assert UnitInvitation.objects.get().account == Account.objects.get(person__full_name="Trần Thu Hà")


def test_a_unit_that_two_invite_at_once_has_one_open_code(own_database):
    by = a_beginner()
    an_applied_list(by)
    season, by = a_begun_region(by), again(by)
    units = [Unit.objects.get(code="STP-QN")]
    together(*(lambda: invite_units(season, units=units, by=by, at=NOON, key=a_key()) for _ in range(2)))
    assert UnitInvitation.objects.filter(OPEN).count() == 1
