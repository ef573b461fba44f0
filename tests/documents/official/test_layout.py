"""Every paper is set, read back and held against Decree 30/2020: text, one family of type, margins, signature."""

from datetime import UTC, date, datetime
from functools import cache, cached_property
from io import BytesIO
from typing import Any

import pytest
from pypdf import PageObject, PdfReader

from thidua.base.library import paper_kinds, report_kinds
from thidua.core.papers import FieldKind, PaperKind, as_sheet, unbroken
from thidua.documents.official.layout import pdf_of
from thidua.documents.official.values import day_in_words

AT = datetime(2016, 3, 4, 5, tzinfo=UTC)
MILLIMETRE = 72 / 25.4
MANY = 36  # rows of each table and list: more than one sheet holds
SLACK = 2.0  # points by which a letter may hang over
FRAME = {
    "co_quan_cap_tren": "Ủy ban nhân dân tỉnh Quảng Ninh", "co_quan": "Sở Tư pháp", "so_ky_hieu": "05/KH-STP",
    "ngay_van_ban": "ngày 04 tháng 3 năm 2016",
    "dia_danh_ngay": "Quảng Ninh, ngày 04 tháng 3 năm 2016", "quyen_han": "TM. KHU VỰC ĐỒNG BẰNG BẮC BỘ",
    "chuc_vu_ky": "TRƯỞNG KHU VỰC", "dong_ky": ["TM. KHU VỰC ĐỒNG BẰNG BẮC BỘ", "TRƯỞNG KHU VỰC"],
    "nguoi_ky": "Vũ Đình Khang", "nam": "2016", "khu_vuc": "Khu vực Đồng bằng Bắc bộ", "truong": "Trưởng Khu vực",
}  # fmt: skip
KINDS = paper_kinds() | report_kinds()  # of the season, and what units report in words
CODES = sorted(KINDS)
SIZES = {"a4": [210, 297], "a4-landscape": [297, 210], "a3-landscape": [420, 297]}  # millimetres


def values_for(kind: PaperKind, rows: int = 3) -> dict[str, Any]:
    """Each field with words of its own."""
    made: dict[str, Any] = {}
    for name, field in kind.fields.items():
        if field.kind is FieldKind.TEXT:
            made[name] = f"chữ của {name}"
        elif field.kind is FieldKind.LINES:
            is_name = kind.two is not None and name == kind.two.name
            made[name] = [f"dòng {n} của {name}" for n in range(1, 2 if is_name else rows + 1)]
        else:
            made[name] = [{one: f"{one} {n}" for one in field.columns or {}} for n in range(1, rows + 1)]
    return FRAME | made


Placed = tuple[float, float, float, str]  # left edge, height and size in points, text


class Sheet:
    """A page, read back when somebody asks what stands on it."""

    def __init__(self, page: PageObject) -> None:
        self.page = page

    @property
    def text(self) -> str:
        return self._read[0]

    @property
    def lines(self) -> list[Placed]:
        return self._read[1]

    @cached_property
    def _read(self) -> tuple[str, list[Placed]]:
        lines: list[Placed] = []

        def note(text: str, cm: Any, tm: Any, _font: Any, size: float) -> None:
            if text.strip():
                left, height = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                lines.append((left, height, size, text))

        return self.page.extract_text(visitor_text=note), lines


def sheets_of(content: bytes) -> list[Sheet]:
    return [Sheet(page) for page in PdfReader(BytesIO(content)).pages]


def read(kind: PaperKind, rows: int = 3) -> list[Sheet]:
    """The paper's sheets; to read them takes longer than to set them, so each is read once."""
    return _read(kind.code, rows)


@cache
def _read(code: str, rows: int) -> list[Sheet]:
    return sheets_of(pdf_of(KINDS[code], values_for(KINDS[code], rows), at=AT))


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("code", CODES)
def test_what_is_given_can_be_read_in_the_pdf(code):
    kind = KINDS[code]
    text = words(" ".join(sheet.text for sheet in read(kind)))
    given = as_sheet(kind, values_for(kind))
    told = [given["number"], given["place_date"], given["signer"], *given["signature"], *given["recipients"]]
    told += [given["beside"]["over"], *given["beside"]["names"]] if given["beside"] else []
    told += [block["text"] for block in given["blocks"] if block["kind"] in ("text", "part")]
    told += [row for block in given["blocks"] if block["kind"] == "lines" for row in block["rows"]]
    told += [cell for block in given["blocks"] if block["kind"] == "table" for row in block["rows"] for cell in row]
    squeezed = text.replace(" ", "")
    assert [one for one in told if words(one).replace(" ", "") not in squeezed] == []
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert "Độc lập - Tự do - Hạnh phúc" in text


@pytest.mark.parametrize("code", CODES)
def test_one_family_of_type_is_embedded(code):
    fonts = {
        font.get_object()["/BaseFont"].partition("+")[2]
        for sheet in read(KINDS[code])
        for font in sheet.page["/Resources"]["/Font"].values()
    }
    assert {name.partition("-")[0] for name in fonts} == {"Tinos"}


@pytest.mark.parametrize("code", CODES)
def test_pages_have_the_decrees_size_and_margins(code):
    kind = KINDS[code]
    for sheet in read(kind, rows=MANY):
        assert [round(float(side) / MILLIMETRE) for side in sheet.page.mediabox[2:]] == SIZES[kind.sheet]
        assert min(left for left, *_ in sheet.lines) >= 30 * MILLIMETRE - SLACK
        assert min(height for _, height, *_ in sheet.lines) >= 20 * MILLIMETRE - SLACK


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", (12, 13)),
        ("Độc lập - Tự do - Hạnh phúc", (13, 14)),
        ("SỞ TƯ PHÁP", (12, 13)),
        ("Số: 05/KH-STP", (13, 13)),
        ("Quảng Ninh, ngày 04 tháng 3 năm 2016", (13, 14)),
        ("KẾ HOẠCH", (13, 14)),
        ("I. MỤC ĐÍCH, YÊU CẦU", (13, 14)),
        ("TRƯỞNG KHU VỰC", (13, 14)),
        ("Vũ Đình Khang", (13, 14)),
        ("Nơi nhận:", (12, 12)),
        ("- Lưu: VT.", (11, 11)),
    ],
)
def test_each_part_has_the_decrees_size(text, sizes):
    found = {size for sheet in read(KINDS["ke-hoach"]) for *_, size, one in sheet.lines if one.strip() == text}
    assert len(found) == 1
    assert sizes[0] <= found.pop() <= sizes[1]


@pytest.mark.parametrize("code", CODES)
def test_the_number_of_a_page_is_hidden_on_the_first_and_an_annex_counts_by_itself(code):
    kind = KINDS[code]
    pages = [sheet.text.split("\n")[0].strip() for sheet in read(kind, rows=MANY)]
    annexes = sum(block.kind == "annex" for block in kind.body)
    begins = [place for place, line in enumerate(pages) if not line.isdigit()]
    assert begins[0] == 0
    assert len(begins) == 1 + annexes
    assert [int(line) for line in pages if line.isdigit()] == [
        place - max(begin for begin in begins if begin < place) + 1
        for place, line in enumerate(pages)
        if line.isdigit()
    ]


@pytest.mark.parametrize("code", CODES)
def test_the_signature_stands_right_of_the_recipients_and_never_alone(code):
    kind = KINDS[code]
    for rows in (1, 9, 17, 25):
        first = kind.two.left if kind.two else "Nơi nhận:"
        found, top = next(
            (found, height)
            for found in (sheet.lines for sheet in reversed(read(kind, rows)))
            for _, height, _, text in found
            if text.strip() == first
        )
        assert any(text.strip() == "Nơi nhận:" for *_, text in found)
        signed = [left for left, _, _, text in found if text.strip() == "Vũ Đình Khang"]
        over = [text for _, height, _, text in found if height > top + SLACK and not text.strip().isdigit()]
        assert min(signed) > SIZES[kind.sheet][0] / 2 * MILLIMETRE
        assert over, f"alone with {rows} rows"


@pytest.mark.parametrize("code", [code for code in CODES if KINDS[code].two])
def test_minutes_are_signed_by_who_wrote_them_and_who_chaired_side_by_side(code):
    kind = KINDS[code]
    assert kind.two
    values = values_for(kind) | {kind.two.name: ["Đỗ Thị Hạnh"], "dong_ky": ["CHỦ TRÌ", "TRƯỞNG KHU VỰC"]}
    last = sheets_of(pdf_of(kind, values, at=AT))[-1]
    at = {text.strip(): (left, height) for left, height, _, text in last.lines}
    middle = (SIZES[kind.sheet][0] + 30 - 15) / 2 * MILLIMETRE
    assert max(at["THƯ KÝ"][0], at["Đỗ Thị Hạnh"][0]) < middle
    assert at["CHỦ TRÌ"][0] > middle < at["Vũ Đình Khang"][0]
    assert at["THƯ KÝ"][1] == at["CHỦ TRÌ"][1] > at["TRƯỞNG KHU VỰC"][1]
    assert at["Đỗ Thị Hạnh"][1] == at["Vũ Đình Khang"][1] > at["Nơi nhận:"][1]
    assert at["TRƯỞNG KHU VỰC"][1] - at["Vũ Đình Khang"][1] > 20 * MILLIMETRE


def test_the_minutes_of_meetings_are_the_papers_with_two_signatures():
    assert [code for code in CODES if KINDS[code].two] == ["bien-ban-hoi-nghi", "bien-ban-tham-dinh"]


def test_the_signature_is_not_alone_where_the_last_lines_say_nothing():
    kind = KINDS["du-toan"]
    for rows in range(12, 30):
        values = values_for(kind, rows) | {"nguon": ["Nguồn."], "dong_gop": [], "dieu_chinh": [], "can_cu": []}
        pages = [sheet.lines for sheet in sheets_of(pdf_of(kind, values, at=AT))]
        [signed] = [found for found in pages if any(text.strip() == "Nơi nhận:" for *_, text in found)]
        assert any(text.strip() == "Nguồn." for *_, text in signed), f"alone with {rows} rows"


@pytest.mark.parametrize(
    ("on", "written"),
    [
        (date(2016, 2, 5), "ngày 05 tháng 02 năm 2016"),
        (date(2016, 10, 15), "ngày 15 tháng 10 năm 2016"),
        (date(2016, 3, 4), "ngày 04 tháng 3 năm 2016"),
    ],
)
def test_days_and_months_have_their_zeros(on, written):
    assert day_in_words(on) == written


def test_before_the_day_is_known_its_year_is_open_too():
    assert day_in_words(None).split() == ["ngày", "tháng", "năm"]


def test_the_name_of_a_province_stands_on_one_line_of_the_letterhead():
    kind = KINDS["ke-hoach"]
    names = {"co_quan_cap_tren": unbroken("Ủy ban nhân dân tỉnh Hà Nam"), "co_quan": "Cục Y tế dự phòng tỉnh Hà Nam"}
    first = sheets_of(pdf_of(kind, values_for(kind) | names, at=AT))[0]
    lines = [words(line) for line in first.text.splitlines()]
    assert [line for line in lines if "HÀ NAM" in line] == ["TỈNH HÀ NAM", "TỈNH HÀ NAM"]


def test_a_decision_names_who_decides_over_its_grounds():
    text = words(read(KINDS["doan-kiem-tra"])[0].text)
    assert text.index("TRƯỞNG KHU VỰC") < text.index("dòng 1 của can_cu") < text.index("QUYẾT ĐỊNH:")


def test_no_table_stands_empty_where_nobody_was_nominated():
    kind = KINDS["bien-ban-hoi-nghi"]
    said = words(sheets_of(pdf_of(kind, values_for(kind) | {"suy_ton": []}, at=AT))[0].text)
    assert "III. DIỄN BIẾN" in said
    assert "SUY TÔN" not in said


def test_a_row_of_a_table_is_not_parted_between_two_sheets():
    kind = KINDS["cong-van-don-doc"]
    owed = "; ".join(["Báo cáo đợt thi đua cao điểm, giải quyết án tồn đọng"] * 4)
    rows = [{"stt": str(n), "don_vi": f"Đơn vị {n}", "viec": f"Đầu{n}. {owed} cuối{n}.", "han": ""} for n in range(30)]
    texts = [sheet.text for sheet in sheets_of(pdf_of(kind, values_for(kind) | {"con_thieu": rows}, at=AT))]
    assert len(texts) > 2
    for row in range(30):
        assert sum(f"Đầu{row}." in text and f"cuối{row}." in text for text in texts) == 1
