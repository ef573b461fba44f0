"""Letters through a real mail server on the loopback."""

import socket
from datetime import UTC, datetime

import pytest
from aiosmtpd.controller import Controller

from thidua.jobs.mail import domain_of, mail_server, send_waiting
from thidua.records.desk.models import OutMail

State = OutMail.State
SENDER = "thidua@stp.example.vn"


class Mailbox:
    """Takes letters, except to addresses that begin with `khong` (never) and `ban` (not now)."""

    def __init__(self):
        self.letters = []

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("khong"):
            return "550 No such user"
        if address.startswith("ban"):
            return "451 Try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.letters.append(envelope)
        return "250 OK"


@pytest.fixture
def mailbox():
    box = Mailbox()
    controller = Controller(box, hostname="127.0.0.1", port=_free_port())
    controller.start()
    box.server = mail_server(f"smtp://127.0.0.1:{controller.port}")
    yield box
    controller.stop()


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def a_letter(to="hoa@stp.example.vn"):
    return OutMail.objects.create(to=to, subject="Mời ký giao ước", text="Kính gửi bà Hoa", at=datetime.now(UTC))


def test_a_letter_goes_out_once(db, mailbox):
    letter = a_letter()
    assert send_waiting(mailbox.server, sender=SENDER)
    assert send_waiting(mailbox.server, sender=SENDER)
    letter.refresh_from_db()
    assert (letter.state, letter.attempts, letter.sent_at is None) == (State.SENT, 1, False)
    (sent,) = mailbox.letters
    assert (sent.mail_from, sent.rcpt_tos) == (SENDER, ["hoa@stp.example.vn"])
    assert f"<{letter.public_id}@stp.example.vn>".encode() in sent.content


def test_the_sender_may_have_a_name(db, mailbox):
    letter = a_letter()
    assert send_waiting(mailbox.server, sender=f"Thi Đua <{SENDER}>")
    (sent,) = mailbox.letters
    assert sent.mail_from == SENDER
    assert f"<{letter.public_id}@stp.example.vn>".encode() in sent.content


@pytest.mark.parametrize("sender", ["", "thidua", "thidua@", "@stp.example.vn", "Thi Đua <thidua>"])
def test_a_sender_that_is_no_address_is_refused_before_any_letter_is(sender):
    with pytest.raises(ValueError, match="THIDUA_MAIL_FROM has the form"):
        domain_of(sender)


def test_a_letter_that_cannot_be_written_does_not_hold_up_the_others(db, mailbox):
    odd, fine = a_letter(), a_letter()
    OutMail.objects.filter(pk=odd.pk).update(subject="Mời\nBcc: ai.do@example.vn")
    assert send_waiting(mailbox.server, sender=SENDER)
    odd.refresh_from_db(), fine.refresh_from_db()
    assert (odd.state, fine.state) == (State.FAILED, State.SENT)
    assert odd.trouble.startswith("BadHeaderError")


def test_an_address_refused_for_good_does_not_hold_up_the_others(db, mailbox):
    refused, fine = a_letter("khong-co@stp.example.vn"), a_letter()
    assert send_waiting(mailbox.server, sender=SENDER)
    refused.refresh_from_db(), fine.refresh_from_db()
    assert (refused.state, refused.trouble) == (State.FAILED, "550 No such user")
    assert fine.state == State.SENT


def test_a_letter_put_off_waits_behind_the_others(db, mailbox):
    busy, fine = a_letter("ban@stp.example.vn"), a_letter()
    assert not send_waiting(mailbox.server, sender=SENDER)
    busy.refresh_from_db()
    assert (busy.state, busy.attempts, busy.trouble) == (State.WAITING, 1, "451 Try again later")
    assert not send_waiting(mailbox.server, sender=SENDER)
    fine.refresh_from_db()
    assert fine.state == State.SENT


def test_letters_wait_while_the_server_is_away(db):
    letter = a_letter()
    assert not send_waiting(mail_server(f"smtp://127.0.0.1:{_free_port()}"), sender=SENDER)
    letter.refresh_from_db()
    assert letter.state == State.WAITING
    assert letter.trouble.startswith("ConnectionRefusedError")


def test_a_password_never_goes_over_an_open_line():
    with_password = mail_server("smtp://nguoi%40stp:m%3At@mail.example.vn")
    assert (with_password.user, with_password.password, with_password.port) == ("nguoi@stp", "m:t", 587)
    assert with_password.backend().use_tls
    assert mail_server("smtps://a:b@mail.example.vn").backend().use_ssl
    assert not mail_server("smtp://localhost").backend().use_tls


@pytest.mark.parametrize("address", ["mail.example.vn:25", "http://mail.example.vn", "smtp://"])
def test_an_address_that_is_no_mail_server_is_refused(address):
    with pytest.raises(ValueError, match="THIDUA_SMTP has the form"):
        mail_server(address)
