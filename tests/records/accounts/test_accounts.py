import unicodedata
from datetime import timedelta

import pytest

from tests.factories.people import GOOD_PASSWORD, a_person, an_account, an_administrator
from tests.factories.seasons import BUILDER, NOON, TODAY, a_key
from tests.together import queued
from thidua.core.answer import NotPossible, Unknown
from thidua.records.accounts.actions import (
    change_password,
    close_account,
    open_account,
    reopen_account,
    set_password_by_link,
)
from thidua.records.accounts.models import Account, SingleLink
from thidua.records.accounts.queries import accounts, actor_by_link, actor_of, link_for
from thidua.records.accounts.steps import make_link
from thidua.records.journal.models import Body, Head
from thidua.records.journal.queries import events_about

pytestmark = pytest.mark.both


def a_link(account, purpose=SingleLink.Purpose.INVITATION, at=NOON):
    return make_link(account, purpose, at=at)


def used(secret, password=GOOD_PASSWORD, at=NOON, by=BUILDER):
    return set_password_by_link(secret, password=password, by=by, at=at, key=a_key())


def key_of(refused):
    return [sentence.key for sentence in refused.value.sentences]


def test_a_new_account_signs_in_only_after_its_owner_set_a_password(db):
    account = an_account()
    assert not account.has_usable_password()
    link, secret = a_link(account)
    used(secret, by=actor_by_link(link))
    account.refresh_from_db()
    assert account.check_password(GOOD_PASSWORD)
    assert events_about(account) == ["account.opened", "account.password_set"]


def test_a_link_works_once(db):
    account = an_account()
    _, secret = a_link(account)
    used(secret)
    with pytest.raises(NotPossible) as refused:
        used(secret, "một mật khẩu khác hẳn")
    assert key_of(refused) == ["link.not_open"]
    account.refresh_from_db()
    assert account.check_password(GOOD_PASSWORD)


@pytest.mark.parametrize(("purpose", "term"), [("invitation", timedelta(days=14)), ("reset", timedelta(hours=24))])
def test_a_link_works_until_it_expires_and_not_at_that_instant(db, purpose, term):
    _, secret = a_link(an_account(), SingleLink.Purpose(purpose))
    assert link_for(secret, at=NOON + term - timedelta(seconds=1)) is not None
    assert link_for(secret, at=NOON + term) is None
    with pytest.raises(NotPossible):
        used(secret, at=NOON + term)


def test_a_newer_link_ends_the_older_one(db):
    account = an_account()
    _, old = a_link(account)
    _, new = a_link(account, at=NOON + timedelta(minutes=1))
    assert link_for(old, at=NOON + timedelta(minutes=1)) is None
    assert link_for(new, at=NOON + timedelta(minutes=1)) is not None


def test_the_secret_of_a_link_stands_nowhere_in_the_records(db):
    account = an_account()
    link, secret = a_link(account)
    used(secret, by=actor_by_link(link))
    kept = [str(row) for row in SingleLink.objects.values_list()] + [body.text for body in Body.objects.all()]
    assert len(kept) > 1
    assert not any(secret in text or GOOD_PASSWORD in text for text in kept)


def test_a_weak_password_is_refused_and_the_link_still_works(db):
    _, secret = a_link(an_account())
    with pytest.raises(NotPossible) as refused:
        used(secret, "password")
    assert key_of(refused) == ["password.too_short", "password.too_common"]
    with pytest.raises(NotPossible) as refused:
        used(secret, "739104826157")
    assert key_of(refused) == ["password.only_digits"]
    used(secret)


def test_a_password_works_whatever_keyboard_types_its_marks(db):
    composed = unicodedata.normalize("NFC", "trường sơn đông tây")
    taken_apart = unicodedata.normalize("NFD", composed)
    assert composed != taken_apart
    account = an_account()
    _, secret = a_link(account)
    used(secret, taken_apart)
    account.refresh_from_db()
    assert account.check_password(composed)
    by = actor_of(account, on=TODAY)
    change_password(account, old=taken_apart, new=GOOD_PASSWORD, by=by, at=NOON, key=a_key())
    account.refresh_from_db()
    assert account.check_password(GOOD_PASSWORD)


def test_only_the_owner_changes_a_password_and_only_with_the_old_one(db):
    account = an_account()
    _, secret = a_link(account)
    used(secret)
    owner = actor_of(account, on=TODAY)
    for by, old in ((owner, "sai mật khẩu rồi"), (an_administrator(), GOOD_PASSWORD)):
        with pytest.raises(NotPossible) as refused:
            change_password(account, old=old, new="mật khẩu mới tinh", by=by, at=NOON, key=a_key())
        assert key_of(refused) == ["password.wrong"]


def test_a_closed_account_loses_its_links_and_opens_again(db):
    account, administrator = an_account(), an_administrator()
    _, secret = a_link(account)
    close_account(account, by=administrator, at=NOON, key=a_key())
    assert link_for(secret, at=NOON) is None
    with pytest.raises(NotPossible) as refused:
        close_account(account, by=administrator, at=NOON, key=a_key())
    assert key_of(refused) == ["account.not_open"]
    assert reopen_account(account, by=administrator, at=NOON, key=a_key()).is_active
    assert link_for(secret, at=NOON) is None
    with pytest.raises(NotPossible):
        reopen_account(account, by=administrator, at=NOON, key=a_key())


def test_nobody_closes_the_own_account_and_only_administrators_close_any(db):
    account, administrator = an_account(), an_administrator()
    own = Account.objects.get(pk=administrator.account)
    with pytest.raises(NotPossible) as refused:
        close_account(own, by=administrator, at=NOON, key=a_key())
    assert key_of(refused) == ["account.own"]
    with pytest.raises(Unknown):
        close_account(own, by=actor_of(account, on=TODAY), at=NOON, key=a_key())


@pytest.mark.parametrize(
    ("email", "key"), [("THAM@example.vn ", "account.email_taken"), ("tham", "account.not_an_address")]
)
def test_an_account_has_an_address_of_its_own(db, email, key):
    an_account("tham@example.vn")
    with pytest.raises(NotPossible) as refused:
        open_account(person=None, email=email, by=BUILDER, at=NOON, key=a_key())
    assert key_of(refused) == [key]


def test_a_person_has_one_account(db):
    person = a_person()
    open_account(person=person, email="mot@example.vn", by=BUILDER, at=NOON, key=a_key())
    with pytest.raises(NotPossible) as refused:
        open_account(person=person, email="hai@example.vn", by=BUILDER, at=NOON, key=a_key())
    assert key_of(refused) == ["account.person_has_one"]


def test_of_two_accounts_opened_at_once_for_one_address_the_second_is_refused_with_its_sentence(own_database):
    def opens():
        return open_account(person=None, email="tham@example.vn", by=BUILDER, at=NOON, key=a_key())

    answers = queued(Head.objects.all(), opens, opens)
    assert answers.count(["account.email_taken"]) == 1
    assert Account.objects.count() == 1


@pytest.mark.parametrize("size", [3, 30])
def test_the_list_of_accounts_takes_one_query_and_finds_names_without_marks(db, django_assert_num_queries, size):
    for place in range(size):
        an_account(f"nguoi{place}@example.vn", "Lê Thị Ánh")
    an_account("khac@example.vn", "Trần Văn Bách")
    with django_assert_num_queries(1):
        assert len([account.person.full_name for account in accounts("anh")]) == size
