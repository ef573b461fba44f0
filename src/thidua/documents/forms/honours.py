"""The register of honours as a workbook: empty with the unit's people and lists of awards inside, or with some rows."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from thidua.base.law import register
from thidua.core.law.history import Kind
from thidua.core.returned.honours import DAY as DECIDED
from thidua.core.returned.honours import (
    DEGREES,
    DETAIL,
    FROM,
    KIND,
    KINDS,
    LEAVES,
    LEVELS,
    MOST,
    NAME,
    OURS,
    RANKS,
    TYPES,
    UNTIL,
    WHAT,
)
from thidua.documents.forms.layout import DAY, FONT, OPTIONS, TO_FILL, write_guide, write_heads

SHEET, PEOPLE, LISTS, TITLE = "Sổ khen thưởng", "Người và đơn vị", "Danh mục", "Sổ theo dõi thi đua, khen thưởng"
WIDTHS = {
    "name": 30, "unit": 22, "kind": 20, "what": 40, "year": 8, "detail": 22, "rewarded": 16, "used": 30, "number": 20,
    "day": 13, "by": 26, "signer": 22, "from": 13, "until": 13, "source": 28,
}  # fmt: skip
DAYS = (DECIDED.key, FROM.key, UNTIL.key)
ROWS, HEAD = 500, 3
GUIDE = (
    "Cách ghi sổ",
    "1. Mỗi xếp loại, danh hiệu, khen thưởng, sáng kiến, kỷ luật, thời gian nghỉ một dòng. Chọn tên ở cột đầu.",
    "2. Nội dung: chọn trong danh sách hoặc ghi tắt như LĐTT, CSTĐCS, BK TTg, HTXS.",
    "3. Loại mục để trống thì phần mềm đoán theo nội dung. Sáng kiến, đề tài: chọn loại mục, ghi tên vào nội dung.",
    "4. Danh hiệu, xếp loại, sáng kiến, nghỉ: ghi năm có thành tích. Bằng khen, giấy khen, huân chương: ghi ngày ký.",
    "5. Loại hình, cấp công nhận: bằng khen, giấy khen ghi loại hình (theo công trạng …); sáng kiến ghi cấp công nhận.",
    "6. Danh hiệu, khen thưởng đã dùng sáng kiến, đề tài nào thì ghi tên hoặc số quyết định của sáng kiến ở cột đó.",
    "7. Kỷ luật: ghi từ ngày, đến hết ngày.",
    "8. Chưa có số, ngày quyết định vẫn ghi được danh hiệu, xếp loại: phần mềm lấy tệp này làm căn cứ, sau bổ sung.",
    "9. Lưu dạng .xlsx rồi thả vào phần mềm; phần mềm chỉ từng ô sai, chưa ghi gì đến khi bạn bấm ghi.",
)


@dataclass(frozen=True)
class Named:
    """Who may stand in the register: the name as the form offers it, and where."""

    name: str
    place: str


def register_form(unit: str, named: Sequence[Named], rows: Sequence[dict[str, Any]] = ()) -> bytes:
    """`rows` by the keys of the columns, days as days."""
    out = io.BytesIO()
    with Workbook(out, OPTIONS) as book:
        book.set_properties({"title": f"{TITLE}, {unit}"})
        sheet = book.add_worksheet(SHEET)
        sheet.write_string(0, 0, TITLE.upper(), book.add_format({"bold": True, "font_size": 14}))
        sheet.write_string(1, 0, f"Đơn vị: {unit}", book.add_format({"bold": True}))
        write_heads(book, sheet, HEAD, [(column.name, WIDTHS[column.key]) for column in OURS])
        _write_rows(book, sheet, rows)
        sheet.freeze_panes(HEAD + 1, 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEAD)
        lists = _write_lists(book, named)
        _check(sheet, lists)
        write_guide(book, GUIDE)
    return out.getvalue()


def _write_rows(book: Workbook, sheet: Worksheet, rows: Sequence[dict[str, Any]]) -> None:
    text = book.add_format({**FONT, **TO_FILL, "num_format": "@", "text_wrap": True})
    day = book.add_format({**FONT, **TO_FILL, **DAY})
    for row in range(ROWS):
        kept = rows[row] if row < len(rows) else {}
        for place, column in enumerate(OURS):
            value, look = kept.get(column.key), day if column.key in DAYS else text
            if value is None:
                sheet.write_blank(HEAD + 1 + row, place, None, look)
            elif column.key in DAYS:
                sheet.write_datetime(HEAD + 1 + row, place, value, look)
            else:
                sheet.write_string(HEAD + 1 + row, place, str(value), look)


def _write_lists(book: Workbook, named: Sequence[Named]) -> dict[str, str]:
    """The sheets that the form offers its choices from; their ranges by the column of the form."""
    people = book.add_worksheet(PEOPLE)
    write_heads(book, people, 0, (("Ghi ở cột đầu", 40), ("Nơi công tác", 40)))
    for row, one in enumerate(named, 1):
        people.write_string(row, 0, one.name)
        people.write_string(row, 1, one.place)
    columns = {
        WHAT.key: [
            *_awards(Kind.INDIVIDUAL),
            *_awards(Kind.COLLECTIVE),
            *_firsts(LEVELS),
            *_firsts(DEGREES),
            *_firsts(LEAVES),
        ],
        KIND.key: _firsts(KINDS),
        DETAIL.key: [*_firsts(TYPES), *_firsts(RANKS)],
    }
    sheet = book.add_worksheet(LISTS)
    write_heads(book, sheet, 0, (("Chọn cho Nội dung", 60), ("Chọn cho Loại mục", 26), ("Chọn cho Loại hình, cấp", 30)))
    ranges = {NAME.key: f"='{PEOPLE}'!$A$2:$A${len(named) + 1}"}
    for place, (key, texts) in enumerate(columns.items()):
        texts = list(dict.fromkeys(texts))
        for row, text in enumerate(texts, 1):
            sheet.write_string(row, place, text)
        letter = "ABC"[place]
        ranges[key] = f"='{LISTS}'!${letter}$2:${letter}${len(texts) + 1}"
    return ranges


def _awards(kind: Kind) -> list[str]:
    return [award.name.vi for award in register().values() if kind in award.to]


def _firsts(table: Mapping[str, tuple[str, ...]]) -> list[str]:
    return [texts[0] for texts in table.values()]


def _check(sheet: Worksheet, ranges: dict[str, str]) -> None:
    """What is chosen from a list may be written otherwise too; texts that are too long are refused."""
    for place, column in enumerate(OURS):
        if column.key in ranges:
            check: dict[str, Any] = {"validate": "list", "source": ranges[column.key], "show_error": False}
        elif column.key in DAYS:
            continue
        else:
            told = {"error_title": TITLE[:32], "error_message": f"Nhiều nhất {MOST[column.key]} chữ."}
            check = {"validate": "length", "criteria": "<=", "value": MOST[column.key]} | told
        sheet.data_validation(HEAD + 1, place, HEAD + ROWS, place, check)
