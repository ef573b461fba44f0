"""Keeping a file that somebody sends."""

import logging
from datetime import datetime
from typing import Any

from django.core.files.base import File

from thidua.core.answer import refuse
from thidua.records.files.accepting import Accepted, accept
from thidua.records.files.models import StoredFile
from thidua.records.files.vault import put
from thidua.records.journal.steps import in_an_act

log = logging.getLogger(__name__)


def keep_file(*, name: str, content: "bytes | File[Any] | Accepted", at: datetime) -> StoredFile:
    """The file on disk and its row, to be given to the act that attaches it.

    Called before that act: reading, hashing and writing take longer than a transaction may. A row that no act
    attaches is shown nowhere. The same bytes under the same name give the row that is there already, so a form
    sent twice keeps one.

    Raises NotPossible for a file that is not taken, see `accept`, or when the disk refuses it; RuntimeError
    inside an act.
    """
    if in_an_act.get():
        raise RuntimeError("files are kept before the act that attaches them")
    accepted = content if isinstance(content, Accepted) else accept(name, content)
    try:
        sha256 = put(accepted.content)
    except OSError as trouble:
        log.exception("a file could not be kept")
        raise refuse("file.no_room", name=accepted.name) from trouble
    found = StoredFile.objects.filter(sha256=sha256, name=accepted.name).order_by("pk").first()
    return found or StoredFile.objects.create(
        sha256=sha256, size_bytes=accepted.size_bytes, kind=accepted.kind, name=accepted.name, stored_at=at
    )
