"""What is kept for a term goes after it, and nothing else does."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session

from tests.factories.people import GOOD_PASSWORD, an_account, an_administrator
from tests.factories.seasons import a_key
from thidua.core.actor import PUBLIC
from thidua.jobs.tidying import tidy
from thidua.records.accounts.actions import set_password_by_link
from thidua.records.desk.actions import send_invitation
from thidua.records.desk.models import OutMail
from thidua.records.desk.queries import letters_to_hand_over
from thidua.records.journal.models import AccessLine
from thidua.records.journal.queries import first_faulty_line, last_seq
from thidua.records.journal.steps import note_access

pytestmark = [pytest.mark.both, pytest.mark.django_db]
NOW = datetime(2026, 3, 4, 5, 0, tzinfo=UTC)


def test_the_access_log_goes_after_two_years_and_the_journal_stays():
    an_account()
    before = last_seq()
    for days in (729, 731):
        note_access("refused", by=PUBLIC, at=NOW - timedelta(days=days), method="GET", address=f"/{days}")
    tidy(at=NOW)
    assert [line.address for line in AccessLine.objects.all()] == ["/729"]
    assert last_seq() == before > 0
    assert first_faulty_line() is None


def test_sessions_that_ran_out_go():
    for seconds in (-60, 3600):
        session = SessionStore()
        session.set_expiry(seconds)
        session.create()
    tidy(at=NOW)
    assert Session.objects.count() == 1


def test_a_letter_goes_when_its_link_opens_no_more():
    secrets = []

    def address_of(secret):
        secrets.append(secret)
        return f"https://thidua.example/moi/{secret}"

    administrator = an_administrator()
    letters = [
        send_invitation(an_account(email), address_of=address_of, by=administrator, at=at, key=a_key())
        for email, at in (
            ("dung@example.vn", NOW), ("het@example.vn", NOW - timedelta(days=15)), ("con@example.vn", NOW),
        )
    ]  # fmt: skip
    set_password_by_link(secrets[0], password=GOOD_PASSWORD, by=PUBLIC, at=NOW, key=a_key())
    assert list(letters_to_hand_over(at=NOW)) == [letters[2]]
    tidy(at=NOW)
    texts = dict(OutMail.objects.values_list("to", "text"))
    assert (texts["dung@example.vn"], texts["het@example.vn"]) == ("", "")
    assert secrets[2] in texts["con@example.vn"]
