import re
from datetime import timedelta

import pytest
from django.utils.translation import override

from tests.factories.people import an_account, an_administrator
from tests.factories.seasons import NOON, TODAY, a_key
from thidua.core.actor import PUBLIC
from thidua.core.answer import NotPossible, Unknown
from thidua.records.accounts.actions import close_account
from thidua.records.accounts.queries import actor_of, link_for
from thidua.records.desk.actions import send_invitation, send_reset
from thidua.records.desk.models import OutMail
from thidua.records.desk.steps.letters import write_letters
from thidua.records.journal.models import Body
from thidua.records.journal.queries import events_about, last_seq

pytestmark = pytest.mark.both


def address_of(secret):
    return f"https://thidua.example/moi/{secret}"


def invited(account, by, at=NOON):
    return send_invitation(account, address_of=address_of, by=by, at=at, key=a_key())


def asked(email, at=NOON):
    return send_reset(email, address_of=address_of, by=PUBLIC, at=at, key=a_key())


def secret_in(letter):
    return re.search(r"/moi/(\S+)", letter.text)[1]


def test_an_invitation_is_a_vietnamese_letter_with_a_working_link(db):
    account = an_account()
    with override("en"):
        letter = invited(account, an_administrator())
    assert (letter.to, letter.subject) == ("tham@example.vn", "Lời mời dùng Thi Đua")
    assert "Kính gửi Nguyễn Thị Thắm" in letter.text
    assert link_for(secret_in(letter), at=NOON).account == account
    assert events_about(account) == ["account.opened", "account.invited"]
    assert not any(secret_in(letter) in body.text for body in Body.objects.all())


def test_a_second_invitation_ends_the_first_and_its_waiting_letter_goes_nowhere(db):
    account, administrator = an_account(), an_administrator()
    first = invited(account, administrator)
    secret = secret_in(first)
    second = invited(account, administrator)
    first.refresh_from_db()
    assert link_for(secret, at=NOON) is None
    assert (first.text, first.state) == ("", "failed")
    assert list(OutMail.objects.filter(state="waiting")) == [second]
    assert link_for(secret_in(second), at=NOON) is not None


def test_a_subject_of_long_names_is_cut_and_not_refused(db):
    write_letters(["tham@example.vn"], subject="Nhắc " + "a" * 300, text="…", about="blocseason:x", at=NOON)
    assert len(OutMail.objects.get().subject) == 200


def test_only_an_administrator_invites_and_only_to_an_open_account(db):
    account, administrator = an_account(), an_administrator()
    with pytest.raises(Unknown):
        invited(account, actor_of(account, on=TODAY))
    close_account(account, by=administrator, at=NOON, key=a_key())
    with pytest.raises(NotPossible) as refused:
        invited(account, administrator)
    assert refused.value.sentences[0].key == "account.is_closed"


def test_a_forgotten_password_of_an_unknown_or_closed_account_is_met_with_silence(db):
    account = an_account()
    close_account(account, by=an_administrator(), at=NOON, key=a_key())
    before = last_seq()
    assert asked("ai.do@example.vn") is None
    assert asked(account.email) is None
    assert (OutMail.objects.count(), last_seq()) == (0, before)


def test_a_forgotten_password_brings_one_letter_in_ten_minutes(db):
    account = an_account()
    first = asked(" THAM@example.vn")
    assert link_for(secret_in(first), at=NOON).account == account
    assert asked(account.email, at=NOON + timedelta(minutes=9)) is None
    assert link_for(secret_in(first), at=NOON + timedelta(minutes=9)) is not None
    assert asked(account.email, at=NOON + timedelta(minutes=10)) is not None
