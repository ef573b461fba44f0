"""Sends a kept file: as it came, never as a page of ours."""

from django.http import FileResponse, HttpRequest

from thidua.base.clock import now
from thidua.records.files.kinds import PDF, SHOWN_IN_THE_BROWSER
from thidua.records.files.models import StoredFile
from thidua.records.files.queries import read_file
from thidua.records.journal.steps import note_access

NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'"


def send_file(request: HttpRequest, stored: StoredFile) -> FileResponse:
    """The file under its own name, and a line in the access log; whoever calls has asked whether the reader may.

    PDF and images open in the browser, everything else, and anything with `?tai`, is saved. Raises NotPossible
    when the file is no longer on disk.
    """
    opened = read_file(stored)
    note_access("file.read", by=request.actor, at=now(), method="GET", address=request.path)  # type: ignore[attr-defined]
    is_shown = stored.kind in SHOWN_IN_THE_BROWSER and "tai" not in request.GET
    answer = FileResponse(opened, as_attachment=not is_shown, filename=stored.name, content_type=stored.kind)
    # Browsers refuse to show a PDF in a sandbox; it runs in a viewer of its own, without our cookies.
    answer["Content-Security-Policy"] = NOTHING_RUNS if stored.kind == PDF else f"sandbox; {NOTHING_RUNS}"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    answer["Cache-Control"] = "private, no-store"
    return answer
