"""Sentences for the people of a unit or for single people."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from thidua.core.answer import Sentence
from thidua.records.accounts.models import Account
from thidua.records.desk.models import Notice, NoticeRead
from thidua.records.directory.models import Person, Unit


def notify(unit: Unit, sentence: Sentence, *, at: datetime, place: str = "", slugs: Sequence[str] = ()) -> None:
    """A sentence for the people of a unit; `place` and `slugs` name the page where to act on it."""
    Notice.objects.create(unit=unit, at=at, **_written(sentence, place, slugs))


def notify_units(
    units: Iterable[Unit], sentence: Sentence, *, at: datetime, place: str = "", slugs: Sequence[str] = ()
) -> None:
    """The same sentence for the people of each of several units."""
    notices = (Notice(unit=unit, at=at, **_written(sentence, place, slugs)) for unit in units)
    Notice.objects.bulk_create(notices, batch_size=500)


def notify_each(told: Iterable[tuple[Unit, Sentence, Sequence[str]]], *, at: datetime, place: str = "") -> None:
    """To the people of each of several units a sentence of its own, with the slugs of its page."""
    notices = (Notice(unit=unit, at=at, **_written(sentence, place, slugs)) for unit, sentence, slugs in told)
    Notice.objects.bulk_create(notices, batch_size=500)


def notify_people(
    people: Iterable[Person], sentence: Sentence, *, at: datetime, place: str = "", slugs: Sequence[str] = ()
) -> None:
    """The same sentence for each of several people."""
    Notice.objects.bulk_create(Notice(person=one, at=at, **_written(sentence, place, slugs)) for one in people)


def hand_notices_over(giver: Person, taker: Person, *, unit_slug: str) -> int:
    """Notices of a unit's pages that somebody has not read go on with another. Gives how many."""
    unread = Notice.objects.filter(person=giver).exclude(reads__account__person=giver)
    named = [notice.pk for notice in unread if unit_slug in notice.slugs]
    return Notice.objects.filter(pk__in=named).update(person=taker)


def mark_read(notices: Iterable[Notice], account: Account, *, at: datetime) -> None:
    """The account has read them; a notice that it had read stays as it is. Reading is no act and has no line."""
    NoticeRead.objects.bulk_create(
        [NoticeRead(notice=one, account=account, at=at) for one in notices], ignore_conflicts=True
    )


def _written(sentence: Sentence, place: str, slugs: Sequence[str]) -> dict[str, Any]:
    values = sentence.as_written()["values"]
    return {"key": sentence.key, "values": values, "place": place, "slugs": list(slugs)}
