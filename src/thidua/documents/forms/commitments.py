"""The form on which a unit registers what it undertakes for the year."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from thidua.core.returned.forms import Mark
from thidua.documents.forms.layout import HEAD, Layout, Page, a_form

SHEET = "Đăng ký"
TITLE = "Biểu đăng ký thi đua"
COLUMNS = (("STT", 5), ("Mã", 12), ("Chỉ tiêu", 46), ("Đơn vị tính", 12), ("Mức được giao", 13), ("Năm trước", 12),
           ("Mức đăng ký", 13), ("Lý do", 36))  # fmt: skip
LAST_YEAR, REGISTERED, REASON = 5, 6, 7
GUIDE = (
    "Cách ghi biểu",
    "1. Chỉ ghi vào các ô nền vàng; các ô khác đã khóa. Không đổi tên, không xóa trang tính.",
    "2. Ghi số văn bản, ngày văn bản, người ký, chức vụ người ký như trên bản đăng ký đã ký.",
    "3. Mức đăng ký không thấp hơn mức được giao bằng quyết định; cao hơn thì ghi lý do nếu cần.",
    "4. Chỉ tiêu là tỷ lệ: ghi phần trăm, thí dụ 95. Chỉ tiêu đánh giá: chọn “đạt” hoặc “chưa đạt”.",
    "5. Lưu dạng .xlsx, không đặt mật khẩu, gửi lại bộ phận thường trực cùng bản ký.",
)

LAYOUT = Layout(TITLE, COLUMNS, GUIDE)


@dataclass(frozen=True)
class Line:
    """One row: what it measures, what was assigned, what stands there already."""

    code: str
    name: str
    unit_of_measure: str
    in_words: bool
    assigned: str
    last_year: Fraction | None = None
    registered: Fraction | None = None
    is_met: bool | None = None
    reason: str = ""


def commitments_form(mark: Mark, lines: Sequence[Line]) -> bytes:
    """The form of one unit, with what stands on its sheet already."""

    def write(page: Page) -> None:
        for row, line in enumerate(lines, HEAD + 1):
            page.told(row, (str(row - HEAD), line.code, line.name, line.unit_of_measure, line.assigned))
            _write_figures(page, row, line)
            page.note_to_fill(row, REASON, line.reason)

    return a_form(LAYOUT, mark, len(lines), write)


def _write_figures(page: Page, row: int, line: Line) -> None:
    if line.in_words:
        page.figure(row, LAST_YEAR, None, "nothing")
        page.words_to_fill(row, REGISTERED, line.is_met)
    else:
        page.figure_to_fill(row, LAST_YEAR, line.last_year)
        page.figure_to_fill(row, REGISTERED, line.registered)
