"""Which files are taken: what they are by their content, how large, under which name; each refusal says how to mend."""

import io
import re
import unicodedata
from dataclasses import dataclass
from typing import Any, BinaryIO, cast

from django.core.files.base import File

from thidua.base.library import marks
from thidua.core.answer import NotPossible, Sentence, refuse
from thidua.core.marks import Seen, personal_numbers, secret_mark
from thidua.records.files.harmless import digest_of, is_harmless, remember
from thidua.records.files.kinds import ARCHIVES, ENDINGS, archive_or_kind_of, kind_of
from thidua.records.files.looking import Patience, text_of
from thidua.records.files.zips import Faulty

MOST_BYTES = 20_000_000
MOST_NAME = 120
NOT_READ = "file.not_read"
# "bảo mật" and "mật khẩu" are ordinary words, so the bare mark counts only in brackets.
SECRET = re.compile(r"[(\[]\s*(?:mật|mat)\s*[)\]]|tối[ _-]*mật|tuyệt[ _-]*mật|\btoi[ _-]*mat\b|\btuyet[ _-]*mat\b")
KNOWN_ENDINGS = frozenset({*ENDINGS.values(), ".jpeg", ".jpe"})


@dataclass(frozen=True)
class Accepted:
    """A file that has passed every check and is not kept yet; `name` has the ending of what it is.

    `personal` are the kinds of people's numbers that stand open in it: who sends it is asked about them, and asked
    to look through a file themselves that no program could read (`is_read`).
    """

    name: str
    kind: str
    size_bytes: int
    content: BinaryIO
    personal: tuple[Seen, ...] = ()
    is_read: bool = True


def accept(
    name: str, content: "bytes | File[Any]", *, archives: bool = False, patience: Patience | None = None
) -> Accepted:
    """Judge a file by its content.

    PDF, JPEG, PNG, Word, Excel and OpenDocument without macros, at most MOST_BYTES. Raises NotPossible
    with a sentence that names the file, what is wrong and how to mend it. A name with the mark of a state
    secret is refused unread, one whose text bears such a stamp unkept: such papers may be handled on machines of
    their own only (Law 117/2025/QH15). With `archives` a .zip of files is taken too. One of many files that come
    together is given the `patience` with which all of them are looked through.
    """
    # The file inside: Django's own is false while it has no name, and an archive of it would count as closed.
    stream = cast(BinaryIO, io.BytesIO(content) if isinstance(content, bytes) else content.file)
    shown = safe_name(name)
    if SECRET.search(unicodedata.normalize("NFC", name).lower()):
        raise refuse("file.secret", name=shown)
    size = stream.seek(0, io.SEEK_END)
    if size == 0:
        raise refuse("file.empty", name=shown)
    if size > MOST_BYTES:
        raise too_large(shown)
    try:
        kind = archive_or_kind_of(stream) if archives else kind_of(stream)
    except Faulty as fault:
        raise refuse(f"file.{fault}", name=shown) from fault
    digest = digest_of(stream)
    text = [] if is_harmless(digest) else text_of(stream, kind, patience)
    lines = text or []
    if stamp := secret_mark(lines, marks()):
        raise refuse("file.secret_stamp", name=shown, stamp=stamp)
    personal = tuple(personal_numbers(lines, marks()))
    if text is not None and not personal:
        remember(digest)
    return Accepted(_with_ending(shown, (ENDINGS | ARCHIVES)[kind]), kind, size, stream, personal, text is not None)


def asked_about(accepted: Accepted, *, when: str = "") -> list[Sentence]:
    """What its sender is asked: about each kind of people's numbers in it, or to look through it themselves.

    `when` is "dropped" or "packed" for a file that is not kept while it is asked about: dropped with others, or one
    of an archive.
    """
    ending = f"_{when}" if when else ""
    unread = [] if accepted.is_read else [Sentence(f"{NOT_READ}{ending}", name=accepted.name)]
    return unread + [
        Sentence(f"file.personal{ending}", name=accepted.name, count=seen.count, what=seen.kind.name, first=seen.first)
        for seen in accepted.personal
    ]


def too_large(name: str) -> NotPossible:
    """The refusal of a file of which no more was read than its beginning."""
    return refuse("file.too_large", name=safe_name(name), most=MOST_BYTES // 1_000_000)


def safe_name(name: str) -> str:
    """A name to show and to send: no folders, no signs that cannot be seen, composed letters, not too long.

    >>> safe_name("C:\\\\Bao cao\\\\quy\\u202e 1.pdf")
    'quy 1.pdf'
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    seen = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C")
    seen = " ".join(seen.split()).strip(". ")
    if len(seen) > MOST_NAME:
        stem, dot, ending = seen.rpartition(".")
        seen = f"{stem[: MOST_NAME - 6]}{dot}{ending[:5]}" if dot else seen[:MOST_NAME]
    return seen or "tep"


def _with_ending(name: str, ending: str) -> str:
    """The name with the ending of what the file is: "anh.png" that is a JPEG becomes "anh.jpg"."""
    stem, dot, last = name.rpartition(".")
    had = f".{last.lower()}" if dot else ""
    if had == ending or (ending == ".jpg" and had in (".jpeg", ".jpe")):
        return name
    return f"{stem if had in KNOWN_ENDINGS else name}{ending}"
