"""The list of units and their people, as our sample has it and as offices write their own."""

from thidua.core.returned.heads import Wanted

UNITS = "units"  # the kind of a run that reads such a list
NAME = Wanted(
    "name", "Tên đơn vị",
    (
        "don vi", "ten co quan", "ten co quan, don vi", "co quan, don vi", "don vi thanh vien", "ten don vi thanh vien",
        "unit name",
    ),
)  # fmt: skip
CODE = Wanted("code", "Mã đơn vị", ("ma", "ma so", "code"), is_needed=False)
SHORT_NAME = Wanted("short_name", "Tên gọn", ("ten tat", "ten viet tat", "viet tat", "short name"), is_needed=False)
BLOC = Wanted("bloc", "Khối", ("khoi thi dua", "thuoc khoi", "bloc"), is_needed=False)
LEADER = Wanted(
    "leader", "Lãnh đạo",
    (
        "ho ten lanh dao", "ho va ten lanh dao", "lanh dao don vi", "lanh dao phu trach",
        "lanh dao co quan", "thu truong", "thu truong don vi", "nguoi dung dau",
        "leader",
    ),
    is_needed=False,
)  # fmt: skip
TITLE = Wanted("title", "Chức vụ lãnh đạo", ("chuc vu", "chuc danh", "post of the leader"), is_needed=False)
OFFICER = Wanted(
    "officer", "Cán bộ đầu mối",
    (
        "dau moi", "can bo", "can bo thi dua", "nguoi lien he", "ho ten can bo", "ho va ten can bo", "officer",
        "phu trach", "can bo phu trach", "nguoi phu trach", "theo doi", "can bo theo doi", "nguoi theo doi",
        "nguoi dau moi", "dau moi lien he", "can bo lien he", "chuyen vien", "chuyen vien theo doi",
    ),
    is_needed=False,
)  # fmt: skip
EMAIL = Wanted(
    "email", "Thư điện tử",
    (
        "email", "e-mail", "thu", "mail", "hop thu", "thu cong vu", "dia chi thu", "thu dien tu can bo",
        "thu dien tu cong vu", "dia chi thu dien tu", "dia chi email", "dia chi e-mail", "email cong vu",
    ),
    is_needed=False,
)  # fmt: skip
COLUMNS = (NAME, CODE, SHORT_NAME, BLOC, LEADER, TITLE, OFFICER, EMAIL)
MOST = {
    "name": 200, "code": 32, "short_name": 80, "bloc": 120, "leader": 120, "title": 120, "officer": 120, "email": 254,
}  # fmt: skip
NUMBERING = frozenset({"stt", "tt", "so tt", "so thu tu", "no"})  # a column that is left aside without a word
TITLE_OF_LEADER, TITLE_OF_OFFICER = "Lãnh đạo đơn vị", "Cán bộ thi đua, khen thưởng"  # where the list gives none
MOST_UNITS = 2000
