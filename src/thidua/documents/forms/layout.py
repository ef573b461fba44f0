"""What all forms share: the head with the unit's paper, looks of cells, the guide, the hidden mark."""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from thidua.core.returned.forms import LABELS, MARK_SHEET, MET, NOT_MET, Mark

FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
TO_FILL = {"bg_color": "#FFF9E5", "border": 1, "locked": False}
NO_FIGURE = {"bg_color": "#E9E6DF", "border": 1}
DAY, DAY_AS = {"num_format": "dd/mm/yyyy", "align": "left"}, "Ghi ngày theo dạng 5/4/2016."
SINCE_2000 = {"validate": "date", "criteria": ">", "value": "=DATE(2000,1,1)"}
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "default_format_properties": FONT}
MOST_NOTE = 1000
FIRST_LABEL, HEAD = 4, 9  # rows
NAMES_FROZEN = 3  # columns
Column = tuple[str, int]  # its head as core.returned.forms knows it, its width in characters


@dataclass(frozen=True)
class Page:
    """The sheet that is being written, with the looks of its cells."""

    sheet: Worksheet
    looks: Mapping[str, Any]

    def told(self, row: int, texts: Sequence[str]) -> None:
        """Cells that the unit reads, from the first column on."""
        for place, text in enumerate(texts):
            self.sheet.write_string(row, place, text, self.looks["told"])

    def figure(self, row: int, place: int, figure: Fraction | None, look: str = "figure") -> None:
        if figure is None:
            self.sheet.write_blank(row, place, None, self.looks[look])
        else:
            self.sheet.write_number(row, place, float(figure), self.looks[look])

    def figure_to_fill(self, row: int, place: int, figure: Fraction | None) -> None:
        self.figure(row, place, figure)
        self.check(row, place, at_least_zero("decimal", "Ghi số từ 0, không kèm chữ."))

    def words_to_fill(self, row: int, place: int, is_met: bool | None) -> None:
        self.sheet.write_string(row, place, {True: MET, False: NOT_MET, None: ""}[is_met], self.looks["text"])
        self.check(
            row, place, {"validate": "list", "source": [MET, NOT_MET]} | _told(f"Chọn “{MET}” hoặc “{NOT_MET}”.")
        )

    def note_to_fill(self, row: int, place: int, note: str) -> None:
        self.text_to_fill(row, place, note, most=MOST_NOTE, look="text")

    def text_to_fill(self, row: int, place: int, text: str, *, most: int, look: str = "as_typed") -> None:
        """What is typed stays as it is, so that a spreadsheet makes no day of 3/4."""
        self.sheet.write_string(row, place, text, self.looks[look])
        length = {"validate": "length", "criteria": "<=", "value": most}
        self.check(row, place, length | _told(f"Nhiều nhất {most} chữ."))

    def day_to_fill(self, row: int, place: int, day: date | None) -> None:
        if day is None:
            self.sheet.write_blank(row, place, None, self.looks["day"])
        else:
            self.sheet.write_datetime(row, place, day, self.looks["day"])
        self.check(row, place, SINCE_2000 | _told(DAY_AS))

    def check(self, row: int, place: int, what: Mapping[str, Any]) -> None:
        self.sheet.data_validation(row, place, row, place, dict(what))


@dataclass(frozen=True)
class Layout:
    """What is the same in every unit's form of one kind."""

    title: str
    columns: Sequence[Column]
    guide: Sequence[str]


def a_form(
    layout: Layout,
    mark: Mark,
    rows: int,
    write: Callable[[Page], None],
    paper: Mapping[str, str] | None = None,
    stood: Mapping[str, str] | None = None,
) -> bytes:
    """One unit's workbook; `write` fills the rows under the heads, `paper` the facts of the unit's paper, by label.

    The hidden sheet keeps beside the mark what `stood` in cells before anybody typed.
    """
    out = io.BytesIO()
    with Workbook(out, OPTIONS) as book:
        book.set_properties({"title": f"{layout.title}, {mark.unit_name}"})
        sheet = book.add_worksheet(mark.sheet)
        _write_top(book, sheet, mark, layout.title, paper or {})
        write_heads(book, sheet, HEAD, layout.columns)
        write(Page(sheet, _looks(book)))
        sheet.freeze_panes(HEAD + 1, NAMES_FROZEN)
        sheet.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})
        _on_paper(sheet, HEAD + rows, len(layout.columns) - 1)
        write_guide(book, layout.guide)
        _write_mark(book, mark, stood or {})
    return out.getvalue()


def _write_top(book: Workbook, sheet: Worksheet, mark: Mark, title: str, paper: Mapping[str, str]) -> None:
    plain = book.add_format()
    sheet.write_string(0, 0, title.upper(), book.add_format({"bold": True, "font_size": 14}))
    sheet.write_string(1, 0, f"Đơn vị: {mark.unit_name}", book.add_format({"bold": True}))
    about = ". ".join(part for part in (mark.part_name, f"{mark.season_name}, {mark.bloc_name}.") if part)
    sheet.write_string(2, 0, about, plain)
    text = book.add_format(TO_FILL | {"num_format": "@"})
    day = book.add_format(TO_FILL | DAY)
    for row, (key, (label, _)) in enumerate(LABELS.items(), FIRST_LABEL):
        sheet.merge_range(row, 0, row, 1, f"{label}:", plain)
        sheet.write(row, 2, paper.get(key), day if key == "dated_on" else text)
        if key == "dated_on":
            sheet.data_validation(row, 2, row, 2, SINCE_2000 | _told(DAY_AS))


def write_heads(book: Workbook, sheet: Worksheet, row: int, columns: Sequence[Column]) -> None:
    """The heads of a table, each column as wide as it says."""
    look = book.add_format({"bold": True, "text_wrap": True, "align": "center", "border": 1, "bg_color": "#F4F1E9"})
    for place, (label, width) in enumerate(columns):
        sheet.set_column(place, place, width)
        sheet.write_string(row, place, label, look)


def _looks(book: Workbook) -> dict[str, Any]:
    return {
        "told": book.add_format({"border": 1, "text_wrap": True}),
        "figure": book.add_format(TO_FILL | {"num_format": "#,##0.####"}),
        "whole": book.add_format(TO_FILL | {"num_format": "#,##0"}),
        "text": book.add_format(TO_FILL | {"text_wrap": True}),
        "as_typed": book.add_format(TO_FILL | {"text_wrap": True, "num_format": "@"}),
        "day": book.add_format(TO_FILL | DAY),
        "nothing": book.add_format(NO_FIGURE),
    }


def at_least_zero(kind: str, told: str) -> dict[str, Any]:
    return {"validate": kind, "criteria": ">=", "value": 0} | _told(told)


def _told(sentence: str) -> dict[str, Any]:
    return {"error_title": "Biểu mẫu", "error_message": sentence}


def _on_paper(sheet: Worksheet, last_row: int, last_column: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD)
    sheet.print_area(0, 0, last_row, last_column)
    sheet.set_footer("&R&P/&N")


def write_guide(book: Workbook, lines: Sequence[str]) -> None:
    """A sheet of its own that says how to fill in the form."""
    sheet, bold = book.add_worksheet("Hướng dẫn"), book.add_format({"bold": True, "font_size": 14})
    wrapped = book.add_format({"text_wrap": True})
    sheet.set_column(0, 0, 100)
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line, wrapped if row else bold)
    sheet.protect()


def _write_mark(book: Workbook, mark: Mark, stood: Mapping[str, str]) -> None:
    sheet = book.add_worksheet(MARK_SHEET)
    named = zip(mark.__dataclass_fields__, astuple(mark), strict=True)
    for row, (name, value) in enumerate([*named, *stood.items()]):
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, value)
    sheet.very_hidden()
    sheet.protect()
