"""The first account of an empty installation is opened by its link, once."""

import pytest

from tests.factories.people import GOOD_PASSWORD, an_account
from tests.factories.seasons import NOON, a_key
from thidua.core.actor import PUBLIC
from thidua.core.answer import NotPossible, Unknown
from thidua.records.accounts.actions import open_first_account
from thidua.records.accounts.models import Account
from thidua.records.accounts.queries import first_secret

pytestmark = pytest.mark.django_db


def opened(secret: str = "", **other: str) -> Account:
    typed = {"full_name": "Phạm Thị Thư", "email": "thu@example.vn", "password": GOOD_PASSWORD} | other
    return open_first_account(secret or first_secret(), by=PUBLIC, at=NOON, key=a_key(), **typed)


def test_whoever_holds_the_link_becomes_an_administrator_of_the_directory():
    account = opened()
    assert (account.is_administrator, account.person.full_name) == (True, "Phạm Thị Thư")
    assert account.check_password(GOOD_PASSWORD)


def test_once_there_is_an_account_the_link_is_like_nothing():
    an_account()
    with pytest.raises(Unknown):
        opened()


def test_another_secret_opens_nothing():
    with pytest.raises(Unknown):
        opened("0" * 32)
    assert not Account.objects.exists()


def test_after_a_weak_password_the_link_still_works():
    with pytest.raises(NotPossible):
        opened(password="ngan")
    opened()
