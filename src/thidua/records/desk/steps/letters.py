"""Letters into the outbox and out of it; none is lost, and one may be sent twice if the power fails between."""

from datetime import datetime

from thidua.records.desk.models import OutMail

REPLACED = "replaced"  # the trouble of a letter that a newer one has replaced


def write_letter(*, to: str, subject: str, text: str, about: str, at: datetime) -> OutMail:
    """A letter into the outbox. Those about the same row that still wait go nowhere: their links are dead."""
    waiting = OutMail.objects.filter(about=about, state=OutMail.State.WAITING)
    waiting.update(state=OutMail.State.FAILED, text="", trouble=REPLACED)
    return OutMail.objects.create(to=to, subject=subject, text=text, about=about, at=at)


def letter_sent(letter: OutMail, *, at: datetime) -> None:
    """It is on its way. Its text goes: a single link in it is for the one who got it."""
    _tried(letter, state=OutMail.State.SENT, sent_at=at, trouble="", text="")


def letter_refused(letter: OutMail, trouble: str) -> None:
    """The mail server will never take it: shown in the outbox, to be copied or printed."""
    _tried(letter, state=OutMail.State.FAILED, trouble=trouble[:300])


def letter_put_off(letter: OutMail, trouble: str) -> None:
    """It waits for another try."""
    _tried(letter, trouble=trouble[:300])


def _tried(letter: OutMail, **changes: object) -> None:
    letter.attempts += 1
    for name, value in changes.items():
        setattr(letter, name, value)
    letter.save(update_fields=["attempts", *changes])
