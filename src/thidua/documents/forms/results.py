"""Workbooks that units fill in and send back: own lists and checks inside, everything else locked, and a hidden mark.

The labels and columns are those of core.returned.forms, by which the form is read again.
"""

import io
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from fractions import Fraction
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from thidua.core.measuring import Form
from thidua.core.returned.forms import LABELS, MARK_SHEET, MET, NOT_MET, Mark

FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
TO_FILL = {"bg_color": "#FFF9E5", "border": 1, "locked": False}
NO_FIGURE = {"bg_color": "#E9E6DF", "border": 1}
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "default_format_properties": FONT}
SHEET = "Kết quả"
MOST_NOTE = 1000


@dataclass(frozen=True)
class Line:
    """One row of a form of results: what it measures, what the unit has undertaken, what stands there already."""

    code: str
    name: str
    unit_of_measure: str
    form: Form
    undertaken: str
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    value: Fraction | None = None
    is_met: bool | None = None
    note: str = ""


# Heads as core.returned.forms knows them, with widths in characters.
COLUMNS = (("STT", 5), ("Mã", 12), ("Chỉ tiêu", 46), ("Đơn vị tính", 12), ("Cam kết năm", 14), ("Số đạt", 11),
           ("Tổng số", 11), ("Kết quả", 13), ("Ghi chú", 36))  # fmt: skip
TOP, BOTTOM, VALUE, NOTE = 5, 6, 7, 8
FIRST_LABEL, HEAD = 4, 9


def results_form(mark: Mark, title: str, lines: Sequence[Line]) -> bytes:
    """The form of one unit and period, with what stands in its report already."""
    out = io.BytesIO()
    with Workbook(out, OPTIONS) as book:
        book.set_properties({"title": f"{title}, {mark.unit_name}"})
        sheet = book.add_worksheet(SHEET)
        _write_top(book, sheet, mark, title)
        _write_lines(book, sheet, lines)
        _on_paper(sheet, HEAD + len(lines))
        _write_guide(book)
        _write_mark(book, mark)
    return out.getvalue()


def _write_top(book: Workbook, sheet: Worksheet, mark: Mark, title: str) -> None:
    bold, plain = book.add_format({"bold": True, "font_size": 14}), book.add_format()
    sheet.write_string(0, 0, title.upper(), bold)
    sheet.write_string(1, 0, f"Đơn vị: {mark.unit_name}", book.add_format({"bold": True}))
    sheet.write_string(2, 0, f"{mark.part_name}. {mark.season_name}, {mark.bloc_name}.", plain)
    to_fill = {
        "text": book.add_format(TO_FILL | {"num_format": "@"}),
        "day": book.add_format(TO_FILL | {"num_format": "dd/mm/yyyy", "align": "left"}),
    }
    for row, (key, (label, _)) in enumerate(LABELS.items(), FIRST_LABEL):
        sheet.merge_range(row, 0, row, 1, f"{label}:", plain)
        sheet.write_blank(row, 2, None, to_fill["day" if key == "dated_on" else "text"])
        if key == "dated_on":
            sheet.data_validation(row, 2, row, 2, _a_day())


def _a_day() -> dict[str, Any]:
    return {
        "validate": "date", "criteria": ">", "value": "=DATE(2000,1,1)", "error_title": "Ngày báo cáo",
        "error_message": "Ghi ngày theo dạng 5/4/2016.",
    }  # fmt: skip


def _write_lines(book: Workbook, sheet: Worksheet, lines: Sequence[Line]) -> None:
    head = book.add_format({"bold": True, "text_wrap": True, "align": "center", "border": 1, "bg_color": "#F4F1E9"})
    for place, (label, width) in enumerate(COLUMNS):
        sheet.set_column(place, place, width)
        sheet.write_string(HEAD, place, label, head)
    looks = {
        "told": book.add_format({"border": 1, "text_wrap": True}),
        "figure": book.add_format(TO_FILL | {"num_format": "#,##0.####"}),
        "whole": book.add_format(TO_FILL | {"num_format": "#,##0"}),
        "text": book.add_format(TO_FILL | {"text_wrap": True}),
        "nothing": book.add_format(NO_FIGURE),
    }
    for row, line in enumerate(lines, HEAD + 1):
        told = (str(row - HEAD), line.code, line.name, line.unit_of_measure, line.undertaken)
        for place, text in enumerate(told):
            sheet.write_string(row, place, text, looks["told"])
        _write_fields(sheet, row, line, looks)
    sheet.freeze_panes(HEAD + 1, 3)
    sheet.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})


def _write_fields(sheet: Worksheet, row: int, line: Line, looks: dict[str, Any]) -> None:
    is_ratio = line.form is Form.RATIO
    for place, figure in ((TOP, line.numerator), (BOTTOM, line.denominator)):
        _write_figure(sheet, row, place, figure, looks["whole"] if is_ratio else looks["nothing"])
    if is_ratio:
        sheet.data_validation(row, TOP, row, BOTTOM, _at_least_zero("integer", "Ghi số nguyên từ 0."))
        sheet.write_blank(row, VALUE, None, looks["nothing"])
    elif line.form is Form.WORDS:
        met = {True: MET, False: NOT_MET, None: ""}[line.is_met]
        sheet.write_string(row, VALUE, met, looks["text"])
        sheet.data_validation(row, VALUE, row, VALUE, {
            "validate": "list", "source": [MET, NOT_MET], "error_message": f"Chọn “{MET}” hoặc “{NOT_MET}”.",
        })  # fmt: skip
    else:
        _write_figure(sheet, row, VALUE, line.value, looks["figure"])
        sheet.data_validation(row, VALUE, row, VALUE, _at_least_zero("decimal", "Ghi số từ 0, không kèm chữ."))
    sheet.write_string(row, NOTE, line.note, looks["text"])
    sheet.data_validation(row, NOTE, row, NOTE, {
        "validate": "length", "criteria": "<=", "value": MOST_NOTE, "error_message": f"Nhiều nhất {MOST_NOTE} chữ.",
    })  # fmt: skip


def _write_figure(sheet: Worksheet, row: int, place: int, figure: Fraction | None, look: Any) -> None:
    if figure is None:
        sheet.write_blank(row, place, None, look)
    else:
        sheet.write_number(row, place, float(figure), look)


def _at_least_zero(kind: str, told: str) -> dict[str, Any]:
    return {"validate": kind, "criteria": ">=", "value": 0, "error_title": "Số liệu", "error_message": told}


def _on_paper(sheet: Worksheet, last: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD)
    sheet.print_area(0, 0, last, NOTE)
    sheet.set_footer("&R&P/&N")


GUIDE = (
    "Cách ghi biểu",
    "1. Chỉ ghi vào các ô nền vàng; các ô khác đã khóa. Không đổi tên, không xóa trang tính.",
    "2. Ghi số báo cáo, ngày báo cáo, người ký, chức vụ người ký như trên văn bản đã ký.",
    "3. Chỉ tiêu là tỷ lệ: ghi “Số đạt” và “Tổng số”, hệ thống tự tính phần trăm.",
    "4. Chỉ tiêu là số: ghi vào “Kết quả”. Chỉ tiêu đánh giá: chọn “đạt” hoặc “chưa đạt”.",
    "5. Chỉ tiêu chưa có số liệu: để trống số, ghi lý do ở “Ghi chú”.",
    "6. Lưu dạng .xlsx, không đặt mật khẩu, gửi lại bộ phận thường trực cùng bản ký.",
)


def _write_guide(book: Workbook) -> None:
    sheet, bold = book.add_worksheet("Hướng dẫn"), book.add_format({"bold": True, "font_size": 14})
    wrapped = book.add_format({"text_wrap": True})
    sheet.set_column(0, 0, 100)
    for row, line in enumerate(GUIDE):
        sheet.write_string(row, 0, line, wrapped if row else bold)
    sheet.protect()


def _write_mark(book: Workbook, mark: Mark) -> None:
    sheet = book.add_worksheet(MARK_SHEET)
    for row, (name, value) in enumerate(zip(mark.__dataclass_fields__, astuple(mark), strict=True)):
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, value)
    sheet.very_hidden()
    sheet.protect()
