"""A table to take away: as .xlsx with figures that a spreadsheet can add up, or as CSV."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from urllib.parse import quote

from django.http import HttpResponse
from django.utils.translation import get_language
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

Value = str | int | Fraction | date | None
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDEST = 44
RISKY = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so is a formula to a spreadsheet that opens a CSV


@dataclass(frozen=True)
class Table:
    """`name` is the file's name without its ending; `lines` stand above the heads, `notes` under the table.

    Figures are exact: a workbook gets them as numbers, a CSV with at most four decimals.
    """

    name: str
    title: str
    heads: Sequence[str]
    rows: Iterable[Sequence[Value]]
    lines: Sequence[str] = ()
    notes: Sequence[str] = ()


def as_xlsx(table: Table) -> HttpResponse:
    """The table as a workbook of one sheet: heads that stay, A4 across, nothing evaluated."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet()
    bold, head = book.add_format({"bold": True, "font_size": 14}), book.add_format(_HEAD)
    sheet.write_string(0, 0, table.title, bold)
    for at, line in enumerate(table.lines, 1):
        sheet.write_string(at, 0, line)
    top = len(table.lines) + 2
    for column, text in enumerate(table.heads):
        sheet.write_string(top, column, text, head)
    formats = {"day": book.add_format({"num_format": "d/m/yyyy", "border": 1}), "any": book.add_format({"border": 1})}
    widths = [len(text) for text in table.heads]
    last = top
    for last, row in enumerate(table.rows, top + 1):
        for column, value in enumerate(row):
            _write(sheet, last, column, value, formats)
            widths[column] = max(widths[column], len(str(value or "")) if isinstance(value, str) else 8)
    for at, note in enumerate(table.notes, last + 2):
        sheet.write_string(at, 0, note)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(WIDEST, max(9, width if column == 0 else min(width, 18))))
    sheet.freeze_panes(top + 1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
    book.close()
    return _sent(out.getvalue(), XLSX, f"{table.name}.xlsx")


_HEAD = {"bold": True, "text_wrap": True, "valign": "vcenter", "align": "center", "border": 1}


def _write(sheet: Worksheet, row: int, column: int, value: Value, formats: dict[str, object]) -> None:
    if value is None:
        sheet.write_blank(row, column, None, formats["any"])
    elif isinstance(value, int | Fraction):
        sheet.write_number(row, column, float(value), formats["any"])
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, formats["day"])
    else:
        sheet.write_string(row, column, value, formats["any"])


def as_csv(table: Table) -> HttpResponse:
    """Heads and rows alone, in UTF-8 with its mark; parted as the reader's spreadsheet expects it.

    Vietnamese spreadsheets part by semicolons and write 98,5; English ones by commas and write 98.5.
    """
    english = (get_language() or "vi").startswith("en")
    out = io.StringIO()
    writer = csv.writer(out, delimiter="," if english else ";", lineterminator="\r\n")
    writer.writerow(table.heads)
    for row in table.rows:
        writer.writerow([_plain(value, "." if english else ",") for value in row])
    return _sent(out.getvalue().encode("utf-8-sig"), "text/csv; charset=utf-8", f"{table.name}.csv")


def _plain(value: Value, mark: str) -> str:
    if value is None:
        return ""
    if isinstance(value, int | Fraction):
        return f"{float(round(Fraction(value), 4)):.4f}".rstrip("0").rstrip(".").replace(".", mark)
    if isinstance(value, date):
        return f"{value.day}/{value.month}/{value.year}"
    return f"'{value}" if value.startswith(RISKY) else value


def _sent(content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
