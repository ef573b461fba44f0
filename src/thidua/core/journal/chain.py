"""Envelopes in a chain: each names the one before it and commits to a salted body.

The leaf hash has the form of RFC 6962 section 2.1, SHA-256(0x00 || leaf input), so that a
Merkle tree can be laid over the same leaves later without rewriting one.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

FIRST_PREVIOUS = "0" * 64


def canonical(value: Any) -> bytes:
    """One spelling for one value: sorted keys, no spaces, UTF-8. Figures must stand as strings.

    Raises TypeError for a float, whose spelling differs between machines.
    """
    _refuse_floats(value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _refuse_floats(value: Any) -> None:
    if isinstance(value, float):
        raise TypeError("a figure in the journal stands as a string, never as a float")
    if isinstance(value, dict):
        for item in value.values():
            _refuse_floats(item)
    elif isinstance(value, list | tuple):
        for item in value:
            _refuse_floats(item)


def body_hash(salt: str, body: str) -> str:
    """What the envelope commits to: without the salt an erased body could be guessed."""
    return hashlib.sha256(f"{salt}\n{body}".encode()).hexdigest()


@dataclass(frozen=True)
class Envelope:
    """The part of a journal line that is never erased.

    `at` is ISO 8601 in UTC; `actor` and `subjects` are tokens, never names.
    """

    seq: int
    at: str
    kind: str
    actor: str
    subjects: tuple[str, ...]
    body_hash: str
    previous_hash: str


def leaf_hash(envelope: Envelope) -> str:
    return hashlib.sha256(b"\x00" + canonical(asdict(envelope))).hexdigest()


def first_fault(
    lines: Iterable[tuple[Envelope, str, str | None, str | None]], *, after: tuple[int, str] = (0, FIRST_PREVIOUS)
) -> int | None:
    """Number of the first line that does not follow from the one before it, or None if all is whole.

    Each line is (envelope, leaf hash as stored, salt, body); salt and body are None once erased.
    `after` is the seq and leaf hash of the line before the first one given.
    """
    seq, previous = after
    for envelope, stored, salt, body in lines:
        seq += 1
        whole = (
            envelope.seq == seq
            and envelope.previous_hash == previous
            and leaf_hash(envelope) == stored
            and (body is None or body_hash(salt or "", body) == envelope.body_hash)
        )
        if not whole:
            return seq
        previous = stored
    return None
