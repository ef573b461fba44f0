"""Files that come with a form: too large ones are passed over while they are read, and nothing else is lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation, TooManyFieldsSent, TooManyFilesSent
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.core.signing import BadSignature, dumps, loads
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import defaults

from thidua.base.clock import now
from thidua.base.wording import say
from thidua.core.answer import NotPossible, Sentence
from thidua.records.files.accepting import MOST_BYTES, NOT_READ, Accepted, accept, asked_about, safe_name, too_large
from thidua.records.files.looking import SECONDS_TOGETHER, Patience
from thidua.records.files.models import StoredFile
from thidua.records.files.steps import keep_file
from thidua.records.runs.told import Dropped

MOST_BYTES_AT_ONCE = 100_000_000
MOST_OF_A_MARK = 12_000


class Measuring(FileUploadHandler):
    """The first of the upload handlers: stops keeping a file that is too large, and notes its name.

    The browser still gets an answer with everything else that was typed, instead of a broken connection.
    """

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *_: Any) -> None:
        """A form whose files are too much together leaves nothing on this machine's disk."""
        self.is_too_much = content_length > MOST_BYTES_AT_ONCE

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        if self.is_too_much:
            self._note(Sentence("file.too_much", most=MOST_BYTES_AT_ONCE // 1_000_000))

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        if start + len(raw_data) > MOST_BYTES:
            self._note(*too_large(self.file_name or ""))
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Another handler keeps the file."""

    def _note(self, fault: Sentence) -> None:
        assert self.request is not None
        vars(self.request).setdefault(NOTED, {}).setdefault(self.field_name, []).append(fault)
        raise SkipFile


NOTED = "faults_of_files"
KEPT = "files_kept"


@dataclass(frozen=True)
class Kept:
    """A file that came with a form, and what its sender is asked about it."""

    file: StoredFile
    asked: Sequence[Sentence] = ()

    @property
    def is_read(self) -> bool:
        return all(one.key != NOT_READ for one in self.asked)


def typed_file(
    request: HttpRequest, name: str, *, label: object, required: bool, faults: list[Sentence]
) -> Accepted | None:
    """The file chosen in a field, accepted by its content; None for none. Faults are added to `faults`."""
    found: UploadedFile[Any] | None = request.FILES.get(name)
    if noted := vars(request).get(NOTED, {}).get(name):
        faults.extend(noted)
    elif found is None and required:
        faults.append(Sentence("file.missing", label=str(label)))
    elif found is not None:
        try:
            return accept(found.name or "", found)
        except NotPossible as refused:
            faults.extend(refused)
    return None


def kept_file(
    request: HttpRequest, name: str, *, label: object, required: bool, faults: list[Sentence]
) -> StoredFile | None:
    """The file chosen in a field, kept on disk; or the one kept when this form was refused before.

    No browser sends a file twice by itself: without this, a wrong figure beside it would cost the reader the file.
    """
    earlier, asks = _kept_before(request, name)
    chosen = typed_file(request, name, label=label, required=required and earlier is None, faults=faults)
    try:
        stored = keep_file(name=chosen.name, content=chosen, at=now()) if chosen else earlier
    except NotPossible as refused:
        faults.extend(refused)
        return None
    if stored is not None:
        asked = asked_about(chosen) if chosen else asks
        vars(request).setdefault(KEPT, {})[name] = Kept(stored, asked)
        if asked and not request.POST.get(f"{name}_personal"):
            faults.extend(asked)
    return stored


def dropped_files(request: HttpRequest, name: str, *, faults: list[Sentence]) -> list[Dropped]:
    """All files chosen in one field, archives too: those that are taken are kept, the others stand with their sentence.

    One that is not taken does not hold up the others; only files that are too much together are a fault. Of people's
    numbers the sender is asked beforehand: without the tick a file that holds some is not taken.
    """
    dropped = []
    for fault in vars(request).get(NOTED, {}).get(name, []):
        if "name" in fault.values:
            dropped.append(Dropped(fault.values["name"], refused=(fault,)))
        elif fault not in faults:
            faults.append(fault)
    patience = Patience(SECONDS_TOGETHER)
    for found in request.FILES.getlist(name):
        try:
            accepted = accept(found.name or "", found, archives=True, patience=patience)
            asked = asked_about(accepted, when="dropped")
            if asked and not request.POST.get(f"{name}_personal"):
                raise NotPossible(*asked)
            dropped.append(Dropped(accepted.name, keep_file(name=accepted.name, content=accepted, at=now())))
        except NotPossible as refused:
            dropped.append(Dropped(safe_name(found.name or ""), refused=refused.sentences))
    return dropped


def mark_of(request: HttpRequest, name: str) -> str:
    """What a form holds of the file kept of a field: good for the same reader only, else a guessed mark would give
    out files."""
    kept: Kept = vars(request)[KEPT][name]
    return dumps([kept.file.public_id, [one.as_written() for one in kept.asked]], salt=_salt(request))


def _kept_before(request: HttpRequest, name: str) -> tuple[StoredFile | None, Sequence[Sentence]]:
    try:
        public_id, asked = loads(request.POST.get(f"{name}_kept", "")[:MOST_OF_A_MARK], salt=_salt(request))
    except BadSignature:
        return None, ()
    return StoredFile.objects.filter(public_id=public_id).first(), [Sentence.from_written(**one) for one in asked]


def _salt(request: HttpRequest) -> str:
    return f"kept file, asked about {request.actor.token}"  # type: ignore[attr-defined]


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """More fields or text than any form of ours has gets a sentence; every other bad request a bare line."""
    if not isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return defaults.bad_request(request, exception or SuspiciousOperation())
    sentences = [say(Sentence("form.too_much", most=settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1_000_000))]
    return render(request, "shared/refused.html", {"sentences": sentences}, status=413)
