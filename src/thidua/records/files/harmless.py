"""Files that were looked through and held nothing to ask about, known again by their content.

One scan is often handed in for many units, or twice. To look through it takes a process of its own each time; of a file
that was found harmless its digest is remembered, and nothing that it says.
"""

import hashlib
import threading
from typing import BinaryIO

A_PART = 1 << 20  # bytes read at once
MOST = 1000  # digests that a process remembers; the oldest goes first

_known: dict[bytes, None] = {}
_forgetting = threading.Lock()


def digest_of(content: BinaryIO) -> bytes:
    """Of the whole file, which stands at its beginning afterwards."""
    content.seek(0)
    digest = hashlib.sha256()
    while part := content.read(A_PART):
        digest.update(part)
    content.seek(0)
    return digest.digest()


def is_harmless(digest: bytes) -> bool:
    return digest in _known


def remember(digest: bytes) -> None:
    with _forgetting:
        _known[digest] = None
        if len(_known) > MOST:
            del _known[next(iter(_known))]
