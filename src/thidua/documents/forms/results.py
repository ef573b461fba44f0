"""The form of a unit's results of one period."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from thidua.core.measuring import Form
from thidua.core.returned.forms import STOOD, Mark
from thidua.documents.forms.layout import HEAD, Layout, Page, a_form, at_least_zero
from thidua.records.results.reached import MOST_ISSUER, MOST_NUMBER, Proof

SHEET = "Kết quả"
TITLE = "Biểu báo cáo kết quả thi đua"
COLUMNS = (("STT", 5), ("Mã", 12), ("Chỉ tiêu", 46), ("Đơn vị tính", 12), ("Cam kết năm", 14), ("Số đạt", 11),
           ("Tổng số", 11), ("Kết quả", 13), ("Ghi chú", 36), ("Số văn bản minh chứng", 18),
           ("Ngày văn bản minh chứng", 13), ("Cơ quan ban hành", 24))  # fmt: skip
TOP, BOTTOM, VALUE, NOTE, PROOF, PROOF_DAY, PROOF_BY = 5, 6, 7, 8, 9, 10, 11
GUIDE = (
    "Cách ghi biểu",
    "1. Chỉ ghi vào các ô nền vàng; các ô khác đã khóa. Không đổi tên, không xóa trang tính.",
    "2. Ghi số văn bản, ngày văn bản, người ký, chức vụ người ký như trên báo cáo đã ký.",
    "3. Chỉ tiêu là tỷ lệ: ghi “Số đạt” và “Tổng số”, hệ thống tự tính phần trăm.",
    "4. Chỉ tiêu là số: ghi vào “Kết quả”. Chỉ tiêu đánh giá: chọn “đạt” hoặc “chưa đạt”.",
    "5. Chỉ tiêu chưa có số liệu: để trống số, ghi lý do ở “Ghi chú”.",
    "6. Có văn bản chứng minh kết quả: ghi số, ngày, cơ quan ban hành; văn bản thành minh chứng của chỉ tiêu.",
    "7. Lưu dạng .xlsx, không đặt mật khẩu, gửi lại bộ phận thường trực cùng bản ký.",
)

LAYOUT = Layout(TITLE, COLUMNS, GUIDE)


@dataclass(frozen=True)
class Line:
    """One row: what it measures, what the unit has undertaken, what stands there already."""

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
    proof: Proof | None = None


def results_form(mark: Mark, lines: Sequence[Line], paper: Mapping[str, str] | None = None) -> bytes:
    """The form of one unit and period, with what stands in its report already, and perhaps with its paper."""

    def write(page: Page) -> None:
        for row, line in enumerate(lines, HEAD + 1):
            page.told(row, (str(row - HEAD), line.code, line.name, line.unit_of_measure, line.undertaken))
            _write_figures(page, row, line)
            page.note_to_fill(row, NOTE, line.note)
            _write_proof(page, row, line.proof)

    stood = {f"{STOOD}{line.code}": line.proof.as_marked for line in lines if line.proof}
    return a_form(LAYOUT, mark, len(lines), write, paper, stood)


def _write_proof(page: Page, row: int, proof: Proof | None) -> None:
    page.text_to_fill(row, PROOF, proof.number if proof else "", most=MOST_NUMBER)
    page.day_to_fill(row, PROOF_DAY, proof.dated_on if proof else None)
    page.text_to_fill(row, PROOF_BY, proof.issuer if proof else "", most=MOST_ISSUER)


def _write_figures(page: Page, row: int, line: Line) -> None:
    is_ratio = line.form is Form.RATIO
    for place, figure in ((TOP, line.numerator), (BOTTOM, line.denominator)):
        page.figure(row, place, figure, "whole" if is_ratio else "nothing")
        if is_ratio:
            page.check(row, place, at_least_zero("integer", "Ghi số nguyên từ 0."))
    if is_ratio:
        page.figure(row, VALUE, None, "nothing")
    elif line.form is Form.WORDS:
        page.words_to_fill(row, VALUE, line.is_met)
    else:
        page.figure_to_fill(row, VALUE, line.value)
