"""The list of units and people as a workbook: empty with its own checks, or filled with made-up units as an example."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from thidua.base import places
from thidua.core.returned.lists import COLUMNS, MOST
from thidua.documents.forms.layout import FONT, OPTIONS, TO_FILL, write_guide, write_heads

SHEET, TITLE = "Danh sách", "Danh sách đơn vị và người đầu mối"
WIDTHS = {
    "name": 42, "code": 12, "short_name": 18, "bloc": 24, "leader": 24, "title": 18, "officer": 24, "email": 34,
}  # fmt: skip
ROWS, HEAD = 300, 2
GUIDE = (
    "Cách ghi danh sách",
    "1. Mỗi đơn vị một dòng, theo thứ tự trong văn bản. Chỉ cột “Tên đơn vị” là bắt buộc.",
    "2. Mã, tên gọn để trống thì phần mềm đặt theo tên đơn vị.",
    "3. “Khối”: các đơn vị ghi cùng tên khối thì cùng một khối; để trống nếu cụm, khu vực không chia khối.",
    "4. “Cán bộ đầu mối” kèm “Thư điện tử” để gửi thư mời; chưa có địa chỉ thì in giấy mời.",
    "5. Lưu dạng .xlsx, thả vào phần mềm; phần mềm đọc, chỉ từng ô sai, chưa ghi gì đến khi bạn bấm ghi.",
)
BLOCS = {"so-tu-phap": "Khối Sở Tư pháp", "thads": "Khối Thi hành án dân sự"}


def an_empty_list() -> bytes:
    return unit_list(())


def an_example() -> bytes:
    """The 22 agencies of the founding season; their people are made up."""
    return unit_list(list(_made_up()))


def unit_list(rows: Sequence[Mapping[str, str]]) -> bytes:
    out = io.BytesIO()
    with Workbook(out, OPTIONS) as book:
        book.set_properties({"title": TITLE})
        sheet = book.add_worksheet(SHEET)
        sheet.write_string(0, 0, TITLE.upper(), book.add_format({"bold": True, "font_size": 14}))
        write_heads(book, sheet, HEAD, [(column.name, WIDTHS[column.key]) for column in COLUMNS])
        look = book.add_format({**FONT, **TO_FILL, "num_format": "@"})
        for row in range(max(ROWS, len(rows))):
            kept = rows[row] if row < len(rows) else {}
            for place, column in enumerate(COLUMNS):
                sheet.write_string(HEAD + 1 + row, place, kept.get(column.key, ""), look)
        _check(sheet, HEAD + max(ROWS, len(rows)))
        sheet.freeze_panes(HEAD + 1, 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        write_guide(book, GUIDE)
    return out.getvalue()


def _check(sheet: Worksheet, last: int) -> None:
    """Texts that are too long and addresses without their sign are refused while they are typed."""
    for place, column in enumerate(COLUMNS):
        told: dict[str, object] = {"error_title": TITLE[:32], "error_message": f"Nhiều nhất {MOST[column.key]} chữ."}
        check = {"validate": "length", "criteria": "<=", "value": MOST[column.key]} | told
        if column.key == "email":
            first = f"{chr(ord('A') + place)}{HEAD + 2}"
            check = {"validate": "custom", "value": f'=ISNUMBER(FIND("@",{first}))'} | told
            check["error_message"] = "Ghi địa chỉ như ten@donvi.gov.vn."
        sheet.data_validation(HEAD + 1, place, last, place, check)


def _made_up() -> Iterator[dict[str, str]]:
    people = {row["code"]: row for row in _table("people")}
    for unit in _table("units"):
        leader, officer = people.get(f"{unit['code']}:L1"), _officer(unit["code"], people)
        yield {
            "name": unit["name"], "code": unit["code"], "short_name": unit["short_name"], "bloc": BLOCS[unit["bloc"]],
            "leader": leader["name"] if leader else "", "title": leader["post"] if leader else "",
            "officer": officer["name"] if officer else "", "email": officer["email"] if officer else "",
        }  # fmt: skip


def _officer(unit: str, people: Mapping[str, Mapping[str, str]]) -> Mapping[str, str] | None:
    return next((row for row in people.values() if row["unit"] == unit and row["kind"] == "officer"), None)


def _table(name: str) -> list[dict[str, str]]:
    with (places.library("demo") / "founding" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
