"""The text of a file, as far as it has any: PDF, Word, Excel, OpenDocument; no more than is worth looking through."""

import logging
import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from typing import BinaryIO
from zipfile import ZipFile

from thidua.records.files.kinds import PDF
from thidua.records.files.zips import CALC, EXCEL, WORD, WRITER

MOST_PAGES, MOST_LINES, MOST_PART_BYTES = 40, 20_000, 4_000_000
MOST_BYTES_AT_HAND = 8_000_000  # of an Office file this much is looked through in no time
# Where the words of each kind stand, and what ends a line or a cell there.
PARTS = {
    WORD: re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml"),
    EXCEL: re.compile(r"xl/(sharedStrings|worksheets/sheet\d+|drawings/drawing\d+)\.xml"),
    WRITER: re.compile(r"(content|styles)\.xml"),
    CALC: re.compile(r"content\.xml"),
}
ENDS = re.compile(rb"</(?:w:p|si|is|v|a:p|text:p|text:h)>|<(?:w:br|w:cr|text:line-break)\b[^<>]*/>")
TAG = re.compile(rb"<[^<>]*>")  # no tag holds another: what never closes is passed over once
log = logging.getLogger("pypdf")
log.setLevel(logging.CRITICAL)  # it tells of every small fault of a file that is only looked through


def lines_of(content: BinaryIO, kind: str) -> list[str]:
    """The lines of a file that was accepted; none for a picture, a scan or what cannot be read.

    Raises MemoryError where there is not enough for it.
    """
    content.seek(0)
    try:
        lines = _of_pdf(content) if kind == PDF else _of_office(content, kind) if kind in PARTS else iter(())
        return list(islice(lines, MOST_LINES))
    except MemoryError:
        raise
    except Exception:
        return []  # it was accepted as it is; what no reader of text understands is looked at by people
    finally:
        content.seek(0)


def text_bytes_of(content: BinaryIO, kind: str) -> int:
    """How much there is to look through in an Office or OpenDocument file that was unpacked once; 0 for others."""
    if kind not in PARTS:
        return 0
    content.seek(0)
    with ZipFile(content) as archive:
        sizes = [part.file_size for part in archive.infolist() if PARTS[kind].fullmatch(part.filename)]
    content.seek(0)
    return sum(min(size, MOST_PART_BYTES) for size in sizes)


def _of_pdf(content: BinaryIO) -> Iterator[str]:
    from pypdf import PdfReader  # by the process that reads, not by every server

    for page in islice(PdfReader(content).pages, MOST_PAGES):
        yield from page.extract_text().splitlines()


def _of_office(content: BinaryIO, kind: str) -> Iterator[str]:
    with ZipFile(content) as archive:
        for part in archive.infolist():
            if PARTS[kind].fullmatch(part.filename):
                with archive.open(part) as inside:
                    text = inside.read(MOST_PART_BYTES)
                for line in ENDS.split(text):
                    if words := unescape(TAG.sub(b"", line).decode(errors="replace")).strip():
                        yield words
