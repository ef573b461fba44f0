"""The register of honours, as our form has it and as offices keep their own: columns, and what is written in them."""

from thidua.core.returned.heads import Wanted

HONOURS = "honours"  # the kind of a run that reads such a register
NAME = Wanted(
    "name", "Họ và tên, tên tập thể",
    (
        "ho va ten", "ho ten", "ten", "ho va ten, don vi", "ho ten, don vi", "ca nhan, tap the", "tap the, ca nhan",
        "ten tap the, ca nhan", "ten ca nhan, tap the", "ten don vi", "ten tap the", "doi tuong", "ho va ten can bo",
        "ho va ten, ten don vi", "nguoi duoc khen", "ca nhan", "tap the",
    ),
)  # fmt: skip
UNIT = Wanted(
    "unit", "Phòng, bộ phận",
    (
        "phong ban", "bo phan", "don vi", "don vi cong tac", "phong, ban", "co quan, don vi", "noi cong tac",
        "phong, don vi",
    ),
    is_needed=False,
)  # fmt: skip
KIND = Wanted("kind", "Loại mục", ("muc", "loai", "loai noi dung"), is_needed=False)
WHAT = Wanted(
    "what", "Nội dung",
    (
        "danh hieu, hinh thuc", "danh hieu, hinh thuc khen thuong", "danh hieu/hinh thuc", "noi dung khen thuong",
        "hinh thuc, danh hieu", "danh hieu thi dua, hinh thuc khen thuong", "danh hieu, hinh thuc khen", "khen thuong",
        "thi dua, khen thuong",
    ),
    is_needed=False,
)  # fmt: skip
RATING = Wanted(
    "rating", "Xếp loại",
    ("xep loai chat luong", "ket qua xep loai", "muc xep loai", "danh gia, xep loai", "danh gia", "xep loai can bo"),
    is_needed=False,
)  # fmt: skip
TITLE = Wanted("title", "Danh hiệu", ("danh hieu thi dua", "danh hieu dat duoc", "danh hieu td"), is_needed=False)
FORM = Wanted("form", "Hình thức khen thưởng", ("hinh thuc khen", "hinh thuc", "hinh thuc kt"), is_needed=False)
WORK = Wanted(
    "work", "Sáng kiến, đề tài", ("sang kien", "ten sang kien", "de tai", "ten sang kien, de tai"), is_needed=False
)
YEAR = Wanted(
    "year", "Năm", ("nam xet", "nam khen thuong", "nam khen", "nam cong nhan", "nam dat", "nam hoc", "nam danh gia"),
    is_needed=False,
)  # fmt: skip
DETAIL = Wanted(
    "detail", "Loại hình, cấp công nhận",
    ("loai hinh", "loai hinh khen thuong", "cap cong nhan", "loai hinh khen", "cap cong nhan sang kien"),
    is_needed=False,
)  # fmt: skip
REWARDED = Wanted(
    "rewarded", "Khen thành tích các năm", ("thanh tich cac nam", "thanh tich nam", "giai doan", "khen cac nam"),
    is_needed=False,
)  # fmt: skip
NUMBER = Wanted(
    "number", "Số quyết định",
    (
        "so qd", "quyet dinh so", "quyet dinh", "so quyet dinh, ngay", "so, ngay quyet dinh", "quyet dinh khen thuong",
        "so quyet dinh, ngay thang nam", "so, ngay, thang, nam quyet dinh", "so quyet dinh, ngay quyet dinh",
        "so, ngay quyet dinh khen thuong", "so, ngay thang quyet dinh", "so quyet dinh khen thuong", "so, ky hieu",
    ),
    is_needed=False,
)  # fmt: skip
DAY = Wanted(
    "day", "Ngày quyết định",
    ("ngay qd", "ngay ky", "ngay, thang, nam", "ngay thang nam", "ngay ban hanh", "ngay", "ngay, thang quyet dinh"),
    is_needed=False,
)  # fmt: skip
BY = Wanted(
    "by", "Cấp quyết định",
    ("co quan quyet dinh", "cap khen thuong", "co quan ban hanh", "cap khen", "noi quyet dinh", "cap ky", "noi cap"),
    is_needed=False,
)  # fmt: skip
SIGNER = Wanted("signer", "Người ký", ("nguoi ky quyet dinh", "ho ten nguoi ky"), is_needed=False)
FROM = Wanted("from", "Từ ngày", ("ngay bat dau", "tu"), is_needed=False)
UNTIL = Wanted("until", "Đến hết ngày", ("den ngay", "ngay ket thuc", "den"), is_needed=False)
SOURCE = Wanted("source", "Căn cứ khác", ("can cu", "ghi chu"), is_needed=False)
USED = Wanted(
    "used", "Sáng kiến đã dùng",
    (
        "sang kien, de tai da dung", "dung sang kien", "can cu sang kien", "sang kien lam can cu", "sang kien su dung",
        "sang kien da su dung", "sang kien duoc dung",
    ),
    is_needed=False,
)  # fmt: skip
COLUMNS = (
    NAME, UNIT, KIND, WHAT, YEAR, DETAIL, REWARDED, USED, NUMBER, DAY, BY, SIGNER, FROM, UNTIL, SOURCE, RATING, TITLE,
    FORM, WORK,
)  # fmt: skip
OURS = COLUMNS[:15]  # those of our own form; an office's own book may part what stands in “Nội dung”
SAYING = (WHAT, RATING, TITLE, FORM, WORK)
MOST = {
    "name": 200, "unit": 200, "kind": 60, "what": 300, "rating": 100, "title": 300, "form": 300, "work": 300,
    "year": 20, "detail": 100, "rewarded": 100, "used": 600, "number": 130, "by": 200, "signer": 120, "source": 300,
}  # fmt: skip
MOST_ROWS = 2000

# What stands in “Loại mục”; the first of each kind is what our form offers.
KINDS = {
    "rating": ("Xếp loại", "xep loai chat luong", "danh gia", "danh gia, xep loai"),
    "honour": (
        "Danh hiệu, khen thưởng", "danh hieu", "khen thuong", "danh hieu thi dua", "hinh thuc khen thuong", "thi dua",
        "hinh thuc",
    ),
    "initiative": ("Sáng kiến", "sang kien kinh nghiem", "giai phap"),
    "research": ("Đề tài, đề án", "de tai", "de an", "de tai khoa hoc", "nghien cuu khoa hoc"),
    "discipline": ("Kỷ luật", "hinh thuc ky luat"),
    "leave": ("Nghỉ được tính", "nghi", "nghi phep dai ngay"),
}  # fmt: skip
LEVELS = {
    "HTXS": ("Hoàn thành xuất sắc nhiệm vụ", "htxs", "htxsnv", "hoan thanh xuat sac", "xuat sac", "htsx"),
    "HTT": ("Hoàn thành tốt nhiệm vụ", "htt", "httnv", "hoan thanh tot", "tot"),
    "HT": ("Hoàn thành nhiệm vụ", "ht", "htnv", "hoan thanh"),
    "KHT": ("Không hoàn thành nhiệm vụ", "kht", "khtnv", "khong hoan thanh", "chua hoan thanh nhiem vu"),
    "NONE": ("Không xếp loại", "kxl", "chua xep loai", "khong danh gia"),
}  # fmt: skip
TYPES = {
    "CONG_TRANG": ("Theo công trạng", "cong trang", "thuong xuyen", "theo cong trang va thanh tich dat duoc"),
    "DOT_XUAT": ("Đột xuất", "khen dot xuat"),
    "PHONG_TRAO": (
        "Theo phong trào, chuyên đề", "phong trao", "chuyen de", "theo dot", "theo phong trao", "theo chuyen de",
    ),
    "CONG_HIEN": ("Quá trình cống hiến", "cong hien"),
    "NIEN_HAN": ("Theo niên hạn", "nien han"),
    "DOI_NGOAI": ("Đối ngoại", "doi ngoai"),
}  # fmt: skip
RANKS = {
    "base": ("cấp cơ sở", "co so", "so", "cuc", "don vi", "cap so", "cap don vi"),
    "ministry": ("cấp bộ, tỉnh", "bo", "tinh", "nganh", "cap bo", "cap tinh", "cap nganh", "ubnd tinh"),
    "nation": ("toàn quốc", "cap nha nuoc", "nha nuoc", "quoc gia", "cap quoc gia"),
}  # fmt: skip
DEGREES = {
    "pending": ("Đang xem xét kỷ luật",),
    "reprimand": ("Khiển trách",),
    "warning": ("Cảnh cáo",),
    "lower_pay": ("Hạ bậc lương",),
    "demotion": ("Giáng chức",),
    "removal": ("Cách chức",),
    "dismissal": ("Buộc thôi việc",),
}  # fmt: skip
LEAVES = {
    "maternity": ("Nghỉ thai sản", "thai san"),
    "illness": ("Điều trị bệnh dài ngày", "om dau", "dieu tri benh", "chua benh"),
    "study": ("Đi học, bồi dưỡng", "di hoc", "hoc tap", "dao tao"),
    "mission": ("Biệt phái, công tác dài ngày", "biet phai"),
}  # fmt: skip
