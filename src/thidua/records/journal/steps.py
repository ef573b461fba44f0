"""Writing to the journal: the last thing that an act does."""

import secrets
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from thidua.base.noticing import Noticed, what_was_noticed
from thidua.base.prepared import prepared
from thidua.core.actor import Actor
from thidua.core.journal.chain import Envelope, body_hash, canonical, leaf_hash
from thidua.records.journal.models import AccessLine, Body, Entry, HasToken, Head, Subject, Turn
from thidua.records.journal.telling import told

TURNS = 64
OWN_WORDS = frozenset({"by", "changes", "beyond"})
in_an_act: ContextVar[bool] = ContextVar("in_an_act", default=False)


def record(
    kind: str,
    *,
    by: Actor,
    at: datetime,
    subjects: Iterable[HasToken],
    body: Mapping[str, Any] | None = None,
    noticed: Noticed | None = None,
) -> Entry:
    """Add one line: `kind` as "pact.signed", `subjects` what it is about, `body` what else is to be told of it.

    What the act has changed since its last line, row by row before and after, goes into the body by itself; where one
    act writes several lines, each may be given what was `noticed` of its own part.
    Takes the lock on the log's head, so everything else that the act locks must be locked before.
    Figures in `body` stand as strings. Raises TypeError for a float, RuntimeError outside an act, ValueError for a
    body that would cover who acts or what has changed.
    """
    if not in_an_act.get() or not transaction.get_connection().in_atomic_block:
        raise RuntimeError("only an act writes to the journal")
    at = at.astimezone(UTC)  # the database gives it back so, and the envelope must read the same
    salt = secrets.token_hex(16)
    if covered := OWN_WORDS & (body or {}).keys():
        raise ValueError(f"{kind}: a body never names {', '.join(sorted(covered))}")
    subjects = list(subjects)
    changed = what_was_noticed() if noticed is None else noticed
    text = canonical({"by": by.as_written(), **told(changed, subjects), **(body or {})}).decode()
    tokens = tuple(dict.fromkeys(subject.token for subject in subjects))
    [(head, seq, last_leaf)] = _head()
    envelope = Envelope(
        seq=seq + 1,
        at=at.isoformat(),
        kind=kind,
        actor=by.token,
        subjects=tokens,
        body_hash=body_hash(salt, text),
        previous_hash=last_leaf,
    )
    entry = Entry.objects.create(
        seq=envelope.seq,
        at=at,
        kind=kind,
        actor=by.token,
        subjects=list(tokens),
        body_hash=envelope.body_hash,
        previous_hash=envelope.previous_hash,
        leaf_hash=leaf_hash(envelope),
    )
    Body.objects.create(entry=entry, salt=salt, text=text)
    Subject.objects.bulk_create(Subject(entry=entry, token=token) for token in tokens)
    Head.objects.filter(pk=head).update(seq=entry.seq, leaf_hash=entry.leaf_hash)
    return entry


@prepared
def _head() -> QuerySet[Any, Any]:
    return Head.objects.select_for_update().values_list("pk", "seq", "leaf_hash")


def hold_the_log() -> None:
    """Acts that may happen once in an installation come one after the other; before any other lock."""
    Head.objects.select_for_update().get()


@contextmanager
def in_turn(*things: str) -> Iterator[None]:
    """Tries at one of these come one after the other, each with what it notes: none is let in by a count that others
    are about to change."""
    places = sorted({zlib.crc32(thing.encode()) % TURNS for thing in things})
    with transaction.atomic():
        for place in places:
            Turn.objects.get_or_create(pk=place)
        list(Turn.objects.select_for_update().filter(pk__in=places).order_by("pk"))
        yield


def forget_access(*, before: datetime) -> None:
    """The access log is kept for a term; what is older goes."""
    AccessLine.objects.filter(at__lt=before).delete()


def note_access(kind: str, *, by: Actor, at: datetime, method: str, address: str, because: str = "") -> None:
    """A refusal or the reading of a personal file, outside the chain; of who looks as another, as whom."""
    if by.eyes is not None:
        because = f"{because} {by.eyes.as_written()}".strip()[:64]
    AccessLine.objects.create(at=at, actor=by.token, kind=kind, method=method, address=address[:300], because=because)
