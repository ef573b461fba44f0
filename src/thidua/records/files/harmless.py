"""Files that were looked through and held nothing to ask about, known again by their content.

One scan is often handed in for many units, or twice. To look through it takes a process of its own each time; of a file
that was found harmless its digest is remembered, and nothing that it says.
"""

import hashlib
from typing import BinaryIO

MOST = 1000  # digests that a process remembers; the oldest goes first

_known: dict[bytes, None] = {}


def digest_of(content: BinaryIO) -> bytes:
    """Of the whole file, which stands at its beginning afterwards."""
    content.seek(0)
    digest = hashlib.sha256(content.read()).digest()
    content.seek(0)
    return digest


def is_harmless(digest: bytes) -> bool:
    return digest in _known


def remember(digest: bytes) -> None:
    _known[digest] = None
    if len(_known) > MOST:
        del _known[next(iter(_known))]
