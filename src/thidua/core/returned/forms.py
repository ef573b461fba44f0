"""The forms that go out to units and come back: their columns, labels and hidden mark, for writer and reader alike."""

from dataclasses import dataclass

from thidua.core.returned.grid import Grid
from thidua.core.returned.heads import Wanted

MARK_SHEET = "_thidua"
VERSION = "1"
STOOD = "proof:"  # before an indicator's code, in the hidden sheet: what stood beside it when the form went out

RESULTS = "results"
CODE = Wanted("code", "Mã", ("ma so", "ma chi tieu", "ky hieu"), is_needed=False)
NAME = Wanted(
    "name", "Chỉ tiêu", ("noi dung", "ten chi tieu", "chi tieu thi dua", "noi dung chi tieu", "noi dung thi dua")
)
TOP = Wanted("numerator", "Số đạt", ("tu so", "so luong dat", "so dat duoc"), is_needed=False)
BOTTOM = Wanted("denominator", "Tổng số", ("mau so", "tong"), is_needed=False)
VALUE = Wanted(
    "value", "Kết quả",
    ("so lieu", "thuc hien", "ket qua thuc hien", "so thuc hien", "so lieu thuc hien", "ket qua so lieu"),
)  # fmt: skip
PROOF = Wanted("proof", "Số văn bản minh chứng", ("so minh chung", "so, ky hieu minh chung"), is_needed=False)
PROOF_DAY = Wanted("proof_day", "Ngày văn bản minh chứng", ("ngay minh chung",), is_needed=False)
PROOF_BY = Wanted("proof_by", "Cơ quan ban hành", ("co quan ban hanh van ban", "noi ban hanh"), is_needed=False)
NOTE = Wanted("note", "Ghi chú", ("giai trinh", "ly do", "ghi chu, giai trinh"), is_needed=False)
RESULT_COLUMNS = (CODE, NAME, TOP, BOTTOM, VALUE, NOTE, PROOF, PROOF_DAY, PROOF_BY)

COMMITMENTS = "commitments"
LAST_YEAR = Wanted(
    "last_year", "Năm trước", ("ket qua nam truoc", "thuc hien nam truoc", "nam lien truoc"), is_needed=False
)
REGISTERED = Wanted("registered", "Mức đăng ký", ("dang ky", "muc dang ky nam nay", "chi tieu dang ky", "muc phan dau"))
REASON = Wanted("reason", "Lý do", ("ghi chu", "giai trinh", "co so de xuat"), is_needed=False)
COMMITMENT_COLUMNS = (CODE, NAME, LAST_YEAR, REGISTERED, REASON)

# What the unit writes of its paper, beside these words.
NUMBER, DATED, SIGNER, TITLE = "Số văn bản", "Ngày văn bản", "Người ký", "Chức vụ người ký"
LABELS: dict[str, tuple[str, tuple[str, ...]]] = {
    "number": (NUMBER, ("so, ky hieu", "so ky hieu", "so bao cao")),
    "dated_on": (DATED, ("ngay ky", "ngay bao cao", "ngay, thang, nam")),
    "signer_name": (SIGNER, ("nguoi ky bao cao", "ho ten nguoi ky")),
    "signer_title": (TITLE, ("chuc vu", "chuc danh")),
}
MET, NOT_MET = "đạt", "chưa đạt"


@dataclass(frozen=True)
class Mark:
    """What the hidden sheet of a form says: which form, for whom, and the names as a reader knows them."""

    form: str
    version: str
    cluster: str
    season: str
    bloc: str
    unit: str
    part: str
    sheet: str
    season_name: str
    bloc_name: str
    unit_name: str
    part_name: str

    @classmethod
    def read(cls, grid: Grid) -> "Mark | None":
        """The mark in a hidden sheet; None where it is not ours or not whole."""
        found = {str(row[0]): str(row[1] or "") for row in grid.rows if len(row) > 1 and row[0] is not None}
        if not set(cls.__dataclass_fields__) <= set(found):
            return None
        return cls(**{name: found[name] for name in cls.__dataclass_fields__})


def stood_in(grid: Grid | None) -> dict[str, str]:
    """The documents that stood beside the indicators when the form went out, by the indicator's code."""
    rows = [row for row in grid.rows if len(row) > 1] if grid else []
    return {str(row[0]).removeprefix(STOOD): str(row[1]) for row in rows if str(row[0]).startswith(STOOD)}
