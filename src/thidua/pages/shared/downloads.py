"""A table to take away, and how it becomes a CSV; workbooks.py makes a workbook of it."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from urllib.parse import quote

from django.http import HttpResponse
from django.utils.translation import get_language

from thidua.core.points import shown

Value = str | int | Fraction | date | None
Head = str | tuple[str, str]  # of one column; or the name that columns side by side share, and this column's own
RISKY = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so is a formula to a spreadsheet that opens a CSV


@dataclass(frozen=True)
class Table:
    """`name` is the file's name without its ending; `lines` stand above the heads, `sums` and `notes` under the rows.

    The first `frozen` columns stay while one scrolls. Figures are exact: a workbook gets them as numbers, a CSV
    with at most four decimals.
    """

    name: str
    title: str
    heads: Sequence[Head]
    rows: Iterable[Sequence[Value]]
    lines: Sequence[str] = ()
    sums: Sequence[Sequence[Value]] = ()
    notes: Sequence[str] = ()
    frozen: int = 1


def as_csv(table: Table) -> HttpResponse:
    """Heads and rows alone, in UTF-8 with its mark; parted as the reader's spreadsheet expects it.

    Vietnamese spreadsheets part by semicolons and write 98,5; English ones by commas and write 98.5.
    """
    english = (get_language() or "vi").startswith("en")
    out = io.StringIO()
    writer = csv.writer(out, delimiter="," if english else ";", lineterminator="\r\n")
    writer.writerow([head if isinstance(head, str) else ": ".join(head) for head in table.heads])
    for row in [*table.rows, *table.sums]:
        writer.writerow([_plain(value, "." if english else ",") for value in row])
    return sent(out.getvalue().encode("utf-8-sig"), "text/csv; charset=utf-8", f"{table.name}.csv")


def _plain(value: Value, mark: str) -> str:
    if value is None:
        return ""
    if isinstance(value, int | Fraction):
        return shown(Fraction(value), places=4, mark=mark, trim=True)
    if isinstance(value, date):
        return f"{value.day}/{value.month}/{value.year}"
    return f"'{value}" if value.startswith(RISKY) else value


def disposition(name: str) -> str:
    """The header by which a browser saves under this name."""
    return f"attachment; filename*=UTF-8''{quote(name)}"


def sent(content: bytes, kind: str, name: str) -> HttpResponse:
    """A made file, to be saved under its name."""
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = disposition(name)
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
