"""Looks through the parts of a workbook before it is read: how large its sheets are, what was saved without a value.

The reader lays out every sheet from its first cell to its last: a single stray cell in XFD1048576 would ask for
seventeen thousand million cells. What is counted here is what really stands in the file.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import BinaryIO
from zipfile import ZipFile

from thidua.core.returned.grid import Place

MOST_ROWS, MOST_COLUMNS = 120_000, 400
MOST_CELLS = 6_000_000  # of one sheet, counted from its first to its last
MOST_BYTES = 200_000_000  # of one sheet, unpacked
NAMED_AT_MOST = 200

_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
# The reader takes references in either quotes, with blanks around the sign and in small letters, and does without.
_IS = rb"\s*=\s*[\"']"
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*?\sr" + _IS + rb"(\d+)")
_ANY_ROW, _ANY_CELL = re.compile(rb"<(?:\w+:)?row[\s/>]"), re.compile(rb"<(?:\w+:)?c[\s/>]")
_REFERENCE = re.compile(rb"\sr" + _IS + rb"([A-Za-z]{1,3})(\d+)")
_UNNAMED_CELL = re.compile(rb"<(?:\w+:)?c(?!\s+r" + _IS + rb"[A-Za-z])[\s/>]")
_COLUMN = re.compile(rb"\sr" + _IS + rb"([A-Za-z]{1,3})\d")
_OF_ROW = re.compile(rb"\sr" + _IS + rb"[A-Za-z]{1,3}(\d+)")
_FORMULA = re.compile(rb"<(?:\w+:)?c\b([^>/]*)>((?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?f\b.*?)</(?:\w+:)?c>", re.DOTALL)
_VALUE = re.compile(rb"<(?:\w+:)?v>[^<]")
_WRONG = b't="e"'  # #DIV/0!, #REF! …


class TooLarge(Exception):
    """A sheet of more rows, columns or cells than any form or list has; the message is its name."""


@dataclass(frozen=True)
class Looked:
    """What the cells alone do not tell of a sheet."""

    without_value: frozenset[Place]


def look_through(content: BinaryIO) -> Mapping[str, Looked]:
    """What is known of each sheet by its name. Raises TooLarge, and ValueError for a part that holds a declaration."""
    with ZipFile(content) as archive:
        return {name: _looked(archive, name, part) for name, part in _parts_of(archive)}


def _parts_of(archive: ZipFile) -> Iterator[tuple[str, str]]:
    """The names of the sheets with the parts in which they lie; the reader finds parts by small letters too."""
    parts = {name.lower(): name for name in archive.namelist()}
    targets = {
        _attribute(tag, b"Id"): _attribute(tag, b"Target")
        for tag in _RELATION.findall(_read(archive, "xl/_rels/workbook.xml.rels"))
    }
    for tag in _SHEET.findall(_read(archive, "xl/workbook.xml")):
        target = targets.get(_attribute(tag, rb"(?:\w+:)?id"), "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part.lower() in parts:
            yield _attribute(tag, b"name"), parts[part.lower()]


def _looked(archive: ZipFile, name: str, part: str) -> Looked:
    if archive.getinfo(part).file_size > MOST_BYTES:
        raise TooLarge(name)
    xml = _read(archive, part)
    last, columns = _reach(xml)
    if last > MOST_ROWS or columns > MOST_COLUMNS or last * columns > MOST_CELLS:
        raise TooLarge(name)
    return Looked(frozenset(_without_value(xml)))


def _reach(xml: bytes) -> tuple[int, int]:
    """The last row and the last column, at the most: what has no reference comes after what stands before it."""
    rows = [int(row) for row in _ROW.findall(xml)]
    last = max([*rows, *map(int, set(_OF_ROW.findall(xml)))], default=0)
    columns = max(map(_number, set(_COLUMN.findall(xml))), default=0)
    last += max(0, len(_ANY_ROW.findall(xml)) - len(rows))
    if _UNNAMED_CELL.search(xml):
        columns += max(len(_ANY_CELL.findall(row)) for row in _ANY_ROW.split(xml))
    return max(last, len(rows)), columns


def _without_value(xml: bytes) -> Iterator[Place]:
    """Formulas whose result was not saved, by a program or a spreadsheet told not to reckon, or is an error."""
    if b"<f" not in xml and b":f" not in xml:
        return
    told = 0
    for head, body in _FORMULA.findall(xml):
        place = _REFERENCE.search(head)
        is_known = _VALUE.search(body) is not None and _WRONG not in head
        if place is not None and not is_known and told < NAMED_AT_MOST:
            told += 1
            yield int(place[2]) - 1, _number(place[1]) - 1


def _read(archive: ZipFile, part: str) -> bytes:
    if part not in archive.namelist():
        return b""
    xml = archive.read(part)
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise ValueError(part)
    return xml


def _attribute(tag: bytes, name: bytes) -> str:
    found = re.search(rb"\s" + name + rb"\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", tag)
    return unescape((found[1] or found[2] or b"").decode("utf-8", "replace")) if found else ""


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
