"""Questions to the journal: the lines about a row, the whole chain, the last number."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Max, QuerySet

from thidua.core.journal.chain import Envelope, first_fault
from thidua.records.journal.models import AccessLine, Entry, HasToken, Head, Subject


def last_seq() -> int:
    """Number of the newest line: what live pages and the jobs process watch."""
    return Head.objects.values_list("seq", flat=True).get()


def begun_by() -> str:
    """Token of the actor of the first line, as "command:demo"; nothing before it."""
    return Entry.objects.filter(seq=1).values_list("actor", flat=True).first() or ""


def newest_hash() -> str:
    """The newest line's hash, which names the state of the whole journal."""
    return Head.objects.values_list("leaf_hash", flat=True).get()


def lines_about(subject: HasToken) -> QuerySet[Entry]:
    """The history of a row, newest first, with bodies."""
    return Entry.objects.filter(subject_rows__token=subject.token).select_related("body").order_by("-seq")


def newest_about(tokens: Collection[str], kinds: Collection[str], *, most: int) -> list[Entry]:
    """The newest lines of these kinds about any of several rows, at most `most`, with bodies; two queries."""
    about = Subject.objects.filter(token__in=tokens, entry__kind__in=kinds)
    newest = about.order_by("-entry").values_list("entry", flat=True).distinct()[:most]
    return list(Entry.objects.filter(pk__in=list(newest)).select_related("body").order_by("-seq"))


def who_wrote(lines: QuerySet[Entry], *, most: int) -> list[tuple[str, str]]:
    """Token and name of everybody who wrote one of them, by name; those erased have none and are left out."""
    last = (
        lines.order_by().values("actor").annotate(seq=Max("seq")).order_by("-seq").values_list("seq", flat=True)[:most]
    )
    named = {line.actor: body_of(line).get("by", {}).get("name", "") for line in _with_bodies(last)}
    return sorted(((token, name) for token, name in named.items() if name), key=lambda one: one[1])


def kinds_among(lines: QuerySet[Entry]) -> list[str]:
    return list(lines.order_by("kind").values_list("kind", flat=True).distinct())


def _with_bodies(seqs: Iterable[int]) -> QuerySet[Entry]:
    return Entry.objects.filter(pk__in=list(seqs)).select_related("body")


def events_about(subject: HasToken) -> list[str]:
    """Kinds of the lines about a row, oldest first."""
    return list(lines_about(subject).order_by("seq").values_list("kind", flat=True))


def last_line_about(subject: HasToken, kinds: Sequence[str]) -> tuple[str, datetime] | None:
    """Who did the last of these kinds to a row, by name ("" once erased), and when."""
    entry = lines_about(subject).filter(kind__in=kinds).first()
    return None if entry is None else (body_of(entry).get("by", {}).get("name", ""), entry.at)


def lines_after(seq: int, *, limit: int = 500) -> list[Entry]:
    return list(Entry.objects.filter(seq__gt=seq).select_related("body")[:limit])


def body_of(entry: Entry) -> dict[str, Any]:
    """The body as it was written; empty once erased."""
    body: dict[str, Any] = json.loads(entry.body.text or "{}")
    return body


def chain(after: int = 0) -> Iterator[tuple[Envelope, str, str | None, str | None]]:
    for entry in Entry.objects.filter(seq__gt=after).select_related("body").iterator(chunk_size=2000):
        yield link_of(entry)


def link_of(entry: Entry) -> tuple[Envelope, str, str | None, str | None]:
    """A line as the chain is checked: envelope, leaf hash, salt and body. A body that is gone altogether, not
    erased, fits no envelope."""
    body = getattr(entry, "body", None)
    return entry.envelope(), entry.leaf_hash, *((body.salt, body.text) if body else (None, ""))


def first_faulty_line() -> int | None:
    """Number of the first line that does not verify, or None; a cut end is seen against the head."""
    fault = first_fault(chain())
    if fault is not None:
        return fault
    newest = Entry.objects.order_by("-seq").values_list("seq", "leaf_hash").first() or (0, Head().leaf_hash)
    head = Head.objects.get()
    return None if newest == (head.seq, head.leaf_hash) else newest[0] + 1


def noted_since(at: datetime, *, kind: str, because: str) -> int:
    """How many lines of a kind and a reason the access log has since an instant."""
    return AccessLine.objects.filter(at__gte=at, kind=kind, because=because).count()
