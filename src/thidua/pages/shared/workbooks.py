"""A table as a workbook: figures that a spreadsheet can add up, heads that stay, ready for A4 across."""

import io
import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import Any

from django.http import HttpResponse
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from thidua.pages.shared.downloads import Head, Table, Value, sent

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NARROWEST, WIDEST, WIDEST_HEAD = 8, 44, 24  # characters
LINE = 16  # points, of a line of heads
MOST_OF_A_TAB = 31  # letters


def as_xlsx(table: Table) -> HttpResponse:
    """The table as a workbook of one sheet: heads that stay and filter, A4 across, nothing evaluated."""
    out = io.BytesIO()
    with Workbook(out, _OPTIONS) as book:
        sheet = book.add_worksheet(_tab(table.title))
        sheet.write_string(0, 0, table.title, book.add_format({"bold": True, "font_size": 14}))
        for at, line in enumerate(table.lines, 1):
            sheet.write_string(at, 0, line)
        columns, top = _columns_of(table), len(table.lines) + 2
        first = _write_heads(sheet, top, columns, book.add_format(_HEAD))
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
            _write_down(sheet, first, place, column.values, _looks(book, column.decimals))
            _write_down(sheet, first + column.rows, place, column.sums, _looks(book, column.decimals, bold=True))
        rows = columns[0].rows
        for at, note in enumerate(table.notes, first + rows + len(table.sums) + 1):
            sheet.write_string(at, 0, note)
        sheet.autofilter(first - 1, 0, first + max(rows, 1) - 1, len(columns) - 1)
        sheet.freeze_panes(first, table.frozen)
        _on_paper(sheet, top, first - 1)
    return sent(out.getvalue(), XLSX, f"{table.name}.xlsx")


_HEAD = {"bold": True, "text_wrap": True, "valign": "vcenter", "align": "center", "border": 1, "bg_color": "#F4F1E9"}
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "default_format_properties": {"font_name": "Times New Roman", "font_size": 12},
}


@dataclass(frozen=True)
class _Column:
    head: Head
    values: Sequence[Value]
    sums: Sequence[Value]

    @property
    def rows(self) -> int:
        return len(self.values)

    @property
    def group(self) -> str:
        return self.head[0] if isinstance(self.head, tuple) else ""

    @property
    def own(self) -> str:
        return self.head[1] if isinstance(self.head, tuple) else self.head

    @property
    def decimals(self) -> int:
        """Whole numbers are written so; as soon as one is not, the whole column has two decimals."""
        figures = [Fraction(one) for one in (*self.values, *self.sums) if isinstance(one, int | Fraction)]
        return 0 if all(one.denominator == 1 for one in figures) else 2

    @property
    def width(self) -> int:
        """Wide enough for the texts, and for a head of three lines beside the filter's button."""
        texts = [len(one) for one in (*self.values, *self.sums) if isinstance(one, str)]
        head = max(len(self.own) // 3, *(len(word) for word in self.own.split() or [""])) + 3
        return max(NARROWEST, min(WIDEST, max(texts, default=0) + 2), min(WIDEST_HEAD, head))


def _columns_of(table: Table) -> list[_Column]:
    rows = list(table.rows)
    return [
        _Column(head, [row[place] for row in rows], [row[place] for row in table.sums])
        for place, head in enumerate(table.heads)
    ]


def _write_heads(sheet: Worksheet, top: int, columns: Sequence[_Column], look: Any) -> int:
    """Heads in one row, or in two where columns share a name. Returns the row under them."""
    has_groups = any(column.group for column in columns)
    last = top + has_groups
    for place, column in enumerate(columns):
        if has_groups and not column.group:
            sheet.merge_range(top, place, last, place, column.own, look)
        else:
            sheet.write_string(last, place, column.own, look)
    for group, side_by_side in groupby(enumerate(columns), lambda one: one[1].group):
        places = [place for place, _ in side_by_side]
        if group and len(places) > 1:
            sheet.merge_range(top, places[0], top, places[-1], group, look)
        elif group:
            sheet.write_string(top, places[0], group, look)
    shared = [(one.group, sum(other.width for other in columns if other.group == one.group)) for one in columns]
    if has_groups:
        sheet.set_row(top, LINE * max(_lines_of(name, width) for name, width in shared))
    sheet.set_row(last, LINE * max(_lines_of(column.own, column.width) for column in columns) + 2)
    return last + 1


def _lines_of(text: str, width: int) -> int:
    return max(1, len(textwrap.wrap(text, max(1, width - 2))))


def _looks(book: Workbook, decimals: int, **more: Any) -> dict[str, Any]:
    figure = "#,##0.00" if decimals else "#,##0"
    look = {"border": 1, "valign": "top"} | more
    return {
        "figure": book.add_format(look | {"num_format": figure}),
        "day": book.add_format(look | {"num_format": "d/m/yyyy"}),
        "text": book.add_format(look | {"indent": 1}),
    }


def _write_down(sheet: Worksheet, row: int, place: int, values: Iterable[Value], looks: dict[str, Any]) -> None:
    for at, value in enumerate(values, row):
        if value is None:
            sheet.write_blank(at, place, None, looks["text"])
        elif isinstance(value, int | Fraction):
            sheet.write_number(at, place, float(value), looks["figure"])
        elif isinstance(value, date):
            sheet.write_datetime(at, place, value, looks["day"])
        else:
            sheet.write_string(at, place, value, looks["text"])


def _on_paper(sheet: Worksheet, first_head: int, last_head: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(first_head, last_head)
    sheet.set_footer("&L&A&R&P/&N")


def _tab(title: str) -> str:
    """The sheet's name: what stands before the title's first comma, without what a spreadsheet forbids in it."""
    name = re.sub(r"[\[\]:*?/\\']", " ", re.split("[,:]", title)[0])
    while len(name.encode("utf-16-le")) > 2 * MOST_OF_A_TAB:  # spreadsheets count letters outside the first plane twice
        name = name[:-1]
    return name.strip() or "1"
