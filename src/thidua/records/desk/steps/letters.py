"""Letters into the outbox and out of it; none is lost, and one may be sent twice if the power fails between."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from thidua.records.desk.models import OutMail
from thidua.records.desk.queries import letters_with_dead_links

LONGEST_SUBJECT = 200  # letters; a bloc and a season may both have long names
EXPIRED = "expired"
REPLACED = "replaced"  # the trouble of a letter that a newer one has replaced


@dataclass(frozen=True)
class Letter:
    """`about` is the token of the row whose single link it carries."""

    to: str
    subject: str
    text: str
    about: str


def write_letter(*, to: str, subject: str, text: str, about: str, at: datetime) -> OutMail:
    """A letter into the outbox. Those about the same row that have not gone out go nowhere: their links are dead."""
    [written] = write_each([Letter(to, subject, text, about)], at=at)
    return written


def write_each(letters: Sequence[Letter], *, at: datetime) -> list[OutMail]:
    """Many at once, as `write_letter`."""
    there = OutMail.objects.filter(about__in=[one.about for one in letters]).exclude(state=OutMail.State.SENT)
    there.update(state=OutMail.State.FAILED, text="", trouble=REPLACED)
    new = (
        OutMail(to=one.to, subject=one.subject[:LONGEST_SUBJECT], text=one.text, about=one.about, at=at)
        for one in letters
    )
    return OutMail.objects.bulk_create(new, batch_size=500)


def let_go_of_dead_letters(*, at: datetime) -> None:
    """Letters that have not gone out and whose single link opens no more: nobody needs them, and their text goes."""
    letters_with_dead_links(at=at).update(state=OutMail.State.FAILED, text="", trouble=EXPIRED)


def letters_die(about: Iterable[str]) -> None:
    """Letters about these rows that have not gone out: what they carry opens nothing any more, and their text goes."""
    there = OutMail.objects.filter(about__in=list(about)).exclude(state=OutMail.State.SENT).exclude(text="")
    there.update(state=OutMail.State.FAILED, text="", trouble=EXPIRED)


def write_letters(to: Iterable[str], *, subject: str, text: str, about: str, at: datetime) -> None:
    """The same letter to several addresses."""
    told = {"subject": subject[:LONGEST_SUBJECT], "text": text, "about": about, "at": at}
    letters = (OutMail(to=one, **told) for one in to)
    OutMail.objects.bulk_create(letters, batch_size=500)


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
