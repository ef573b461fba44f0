"""Documents that are archives inside: Word, Excel, Writer, Calc; never trusted for what they say of themselves."""

from collections.abc import Iterator
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile
from zlib import error as BadStream

MOST_PARTS = 2_000
MOST_UNPACKED_BYTES = 300_000_000  # what is really unpacked is counted: announced sizes may lie
STEP = 1 << 20
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WRITER = "application/vnd.oasis.opendocument.text"
CALC = "application/vnd.oasis.opendocument.spreadsheet"
ARCHIVE = "application/zip"


class Faulty(Exception):
    """What is wrong with a document, as the last word of its sentence's key: broken, locked, macros, bomb, other."""


def office_kind(content: BinaryIO) -> str:
    """The kind of an Office or OpenDocument file, by what lies in it. Raises Faulty."""
    try:
        with ZipFile(content) as archive:
            _look_through(archive)
            kind = _open_document(archive) or _office(archive)
            _unpack(archive)
    except (BadZipFile, BadStream, NotImplementedError, EOFError, RuntimeError, ValueError, OSError) as wrong:
        raise Faulty("broken") from wrong
    return kind


def require_archive(content: BinaryIO) -> None:
    """An ordinary archive of files, looked through and unpacked once for its size. Raises Faulty."""
    try:
        with ZipFile(content) as archive:
            if len(archive.infolist()) > MOST_PARTS:
                raise Faulty("bomb")
            if any(part.flag_bits & 1 for part in archive.infolist()):
                raise Faulty("locked")
            _unpack(archive)
    except (BadZipFile, BadStream, NotImplementedError, EOFError, RuntimeError, ValueError, OSError) as wrong:
        raise Faulty("broken") from wrong


def files_in(content: BinaryIO, *, most: int) -> Iterator[tuple[str, bytes]]:
    """The files of an archive that was accepted, but for what a Mac or an open spreadsheet puts beside them.

    Of each no more than `most` bytes and one, by which it is known as too large.
    """
    with ZipFile(content) as archive:
        for part in archive.infolist():
            last = part.filename.rsplit("/", 1)[-1]
            if not part.is_dir() and not part.filename.startswith("__MACOSX/") and not last.startswith((".", "~$")):
                with archive.open(part) as inside:
                    yield part.filename, inside.read(most + 1)


def _look_through(archive: ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise Faulty("bomb")
    for part in parts:
        name = part.filename.lower()
        if part.flag_bits & 1:
            raise Faulty("locked")
        if name.endswith("vbaproject.bin") or name.startswith(("basic/", "scripts/")):
            raise Faulty("macros")
        if name.startswith("/") or "\\" in name or ".." in name.split("/"):
            raise Faulty("broken")


def _open_document(archive: ZipFile) -> str:
    if "mimetype" not in archive.namelist():
        return ""
    kind = _text(archive, "mimetype").strip()
    if kind not in (WRITER, CALC):
        raise Faulty("other")
    if "manifest:encryption-data" in _text(archive, "META-INF/manifest.xml"):
        raise Faulty("locked")
    return kind


def _office(archive: ZipFile) -> str:
    parts = _text(archive, "[Content_Types].xml")
    if "macroenabled" in parts.lower():
        raise Faulty("macros")
    for kind in (WORD, EXCEL):
        if f'"{kind}.main+xml"' in parts.replace("'", '"'):
            return kind
    raise Faulty("other")


def _text(archive: ZipFile, name: str) -> str:
    """A small part as text; nothing where there is no such part, as in an archive that is no document."""
    if name not in archive.namelist():
        return ""
    with archive.open(name) as part:
        return part.read(STEP).decode("utf-8", "replace")


def _unpack(archive: ZipFile) -> None:
    """Reads every part to its end, which also compares the check sums; nothing is written."""
    unpacked = 0
    for name in archive.infolist():
        with archive.open(name) as part:
            while step := part.read(STEP):
                unpacked += len(step)
                if unpacked > MOST_UNPACKED_BYTES:
                    raise Faulty("bomb")
