"""Sends the outbox through the mail server in THIDUA_SMTP; without one, letters stay to be copied."""

from dataclasses import dataclass
from email.utils import parseaddr
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused
from urllib.parse import unquote, urlsplit

from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

from thidua.base.clock import now
from thidua.records.desk.models import OutMail
from thidua.records.desk.queries import waiting_letters
from thidua.records.desk.steps.letters import letter_put_off, letter_refused, letter_sent

TIMEOUT = 20  # seconds


@dataclass(frozen=True)
class MailServer:
    """`smtps` is encrypted from the start; `smtp` with a password insists on STARTTLS, without one it may be plain."""

    host: str
    port: int
    user: str
    password: str
    tls_at_once: bool

    def backend(self) -> EmailBackend:
        return EmailBackend(
            host=self.host,
            port=self.port,
            username=self.user,
            password=self.password,
            use_ssl=self.tls_at_once,
            use_tls=bool(self.user) and not self.tls_at_once,
            timeout=TIMEOUT,
        )


def mail_server(address: str) -> MailServer:
    """From `smtp://user:password@host:port` or `smtps://…`. Raises ValueError for anything else."""
    parts = urlsplit(address)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise ValueError("THIDUA_SMTP has the form smtp://user:password@host:port or smtps://user:password@host:port")
    at_once = parts.scheme == "smtps"
    port = parts.port or (465 if at_once else 587 if parts.username else 25)
    return MailServer(parts.hostname, port, unquote(parts.username or ""), unquote(parts.password or ""), at_once)


def domain_of(sender: str) -> str:
    """What stands behind the @ of `ten@donvi.gov.vn` or `Thi Đua <ten@donvi.gov.vn>`. Raises ValueError for neither."""
    name, at, domain = parseaddr(sender)[1].rpartition("@")
    if not (name and at and domain):
        raise ValueError("THIDUA_MAIL_FROM has the form ten@donvi.gov.vn or Thi Đua <ten@donvi.gov.vn>")
    return domain


def send_waiting(server: MailServer, *, sender: str) -> bool:
    """One round through the outbox; false when the server was in trouble and a later round makes sense.

    A letter that the server refuses for good is marked; any other trouble ends the round.
    """
    backend = server.backend()
    try:
        for letter in waiting_letters():
            try:
                _send(letter, backend, sender)
            except (SMTPException, OSError, ValueError) as trouble:
                if not _for_good(trouble):
                    letter_put_off(letter, _said(trouble))
                    return False
                letter_refused(letter, _said(trouble))
            else:
                letter_sent(letter, at=now())
        return True
    finally:
        backend.close()


def _send(letter: OutMail, backend: EmailBackend, sender: str) -> None:
    backend.open()  # once for the whole round
    # The id stays the same when a letter is sent twice, so that mail programs can show it once.
    headers = {"Message-ID": f"<{letter.public_id}@{domain_of(sender)}>"}
    EmailMessage(letter.subject, letter.text, sender, [letter.to], connection=backend, headers=headers).send()


def _for_good(trouble: Exception) -> bool:
    """5xx about this letter's address or content, or one that cannot be written at all, rather than something about
    us or the server's moment."""
    if isinstance(trouble, SMTPRecipientsRefused):
        return all(500 <= code < 600 for code, _ in trouble.recipients.values())
    if isinstance(trouble, SMTPDataError):
        return 500 <= trouble.smtp_code < 600
    return isinstance(trouble, ValueError)


def _said(trouble: Exception) -> str:
    if isinstance(trouble, SMTPRecipientsRefused):
        return "; ".join(f"{code} {text.decode(errors='replace')}" for code, text in trouble.recipients.values())
    return f"{type(trouble).__name__}: {trouble}"
