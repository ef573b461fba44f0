"""A whole season, from its planning to the locked ranking, played by separate browsers against `thidua serve`.

Units and people are those of the founding season; the days are those of the year in which the test runs. Nam Định and
Hải Phòng enter for themselves, for Quảng Ninh the secretariat enters from its papers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.serving import serving
from thidua.base.clock import today
from thidua.cli.founding import directory
from thidua.cli.founding.files import BUILDER, Cast
from thidua.records.accounts.actions import open_account

pytestmark = pytest.mark.apart

PASSWORD = "mùa thi đua 22 đơn vị"
CLUSTER, BLOC = "dong-bang", "so-tu-phap"
PEOPLE = {
    "administrator": "STP-QN:A1",
    "head": "STP-QN:L1",
    "secretary": "STP-QN:S1",
    "nam_dinh": "STP-ND:L1",
    "hai_phong": "STP-HP:L1",
}
INDICATORS = (
    # content, name, short name, unit of measure, kind, how periods are added
    ("1", "Tỷ lệ hòa giải thành ở cơ sở", "Hòa giải thành", "%", "number", "ratio"),
    ("1", "Số cuộc phổ biến pháp luật", "Phổ biến PL", "cuộc", "number", "sum"),
    ("2", "Học tập và làm theo tấm gương Bác", "Học tập", "đánh giá", "judged", "last"),
)
SHEET = """\
code: "KHOI-STP"
name: {vi: "Bảng điểm khối Sở Tư pháp", en: "Score sheet of the departments"}
year: 2016
maximum: 40
groups:
  - code: "A"
    name: {vi: "Nhiệm vụ", en: "Tasks"}
    maximum: 40
    criteria:
      - code: "A.1"
        name: {vi: "Hòa giải thành", en: "Disputes settled"}
        maximum: 10
        from: {indicator: hoa-giai-thanh, take: figure}
        formula: {kind: steps, of: percent, at_most: 100, steps: {">=85": 10, ">=80": 8, else: 4}}
      - code: "A.2"
        name: {vi: "Phổ biến pháp luật so với đăng ký", en: "Legal meetings against the registered figure"}
        maximum: 10
        from: {indicator: pho-bien-pl, take: achievement}
        formula: {kind: proportional, cap: 100}
      - code: "A.3"
        name: {vi: "Học tập và làm theo Bác", en: "Study"}
        maximum: 10
        from: {indicator: hoc-tap, take: met}
        formula: {kind: yes_no}
      - code: "A.4"
        name: {vi: "Chất lượng tham mưu", en: "Quality of advice"}
        maximum: 10
        from: entry
        formula:
          kind: judged
          step: 0.5
          bands:
            - {from: 7, to: 10, name: {vi: "Tốt", en: "Good"}}
            - {from: 0, to: 6.5, name: {vi: "Còn lại", en: "The rest"}}
"""


@dataclass
class Hall:
    """The running product, and a browser of its own for each part."""

    address: str
    browser: Browser
    emails: dict[str, str]

    def enter(self, part: str) -> "Seat":
        page = self.browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        page.set_default_timeout(15_000)
        page.goto(f"{self.address}/dang-nhap")
        page.get_by_label("Địa chỉ thư").fill(self.emails[part])
        page.get_by_label("Mật khẩu").fill(PASSWORD)
        page.get_by_role("button", name="Đăng nhập", exact=True).click()
        expect(page).to_have_url(re.compile("/hom-nay$"))
        return Seat(page, self.address)


@dataclass
class Seat:
    """One person at one browser."""

    page: Page
    address: str

    def open(self, *words: str) -> Page:
        self.page.goto("/".join((self.address, *words)))
        return self.page

    def bloc(self, *words: str) -> Page:
        return self.open(CLUSTER, self.season, BLOC, *words)

    @property
    def season(self) -> str:
        return f"nam-{today().year}"

    def fill(self, **fields: str) -> None:
        """Fields by their name in the form."""
        for name, value in fields.items():
            self.page.locator(f"[name='{name}']").fill(value)

    def press(self, name: str, *, exact: bool = False) -> None:
        """Press a button and wait for the page that comes: a second press would meet the old page."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name, exact=exact).first.click()

    def reads(self, text: str) -> None:
        expect(self.page.locator("main, [role=status], .messages").get_by_text(text).first).to_be_visible()


@pytest.fixture
def hall(browser, own_database) -> Iterator[Hall]:
    cast, at = Cast(), datetime(2016, 1, 15, 2, tzinfo=UTC)
    directory.build(cast, at)
    directory.open_accounts(cast, at)
    emails = {}
    for part, code in PEOPLE.items():
        person = cast.people[code]
        account = getattr(person, "account", None) or open_account(
            person=person, email=person.email, by=BUILDER, at=at, key=f"journey:{part}"
        )
        account.set_password(PASSWORD)
        account.save()
        emails[part] = person.email
    with serving(own_database.environment, patience=600) as served:
        yield Hall(f"http://localhost:{served.port}", browser, emails)


def vi(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


@pytest.mark.both
def test_a_season_from_its_plan_to_the_locked_ranking(hall):
    administrator, secretary, head = (hall.enter(part) for part in ("administrator", "secretary", "head"))
    plan(administrator, secretary)
    nam_dinh, hai_phong = hall.enter("nam_dinh"), hall.enter("hai_phong")
    register(secretary, {"stp-nam-dinh": nam_dinh, "stp-hai-phong": hai_phong})
    sign(secretary, head, (nam_dinh, hai_phong))
    report(secretary, {"stp-nam-dinh": nam_dinh, "stp-hai-phong": hai_phong})
    score(secretary, {"stp-nam-dinh": nam_dinh, "stp-hai-phong": hai_phong})
    verify_and_rank(secretary, head, nam_dinh)


def plan(administrator: Seat, secretary: Seat) -> None:
    """Cluster and season by the administrator, who appoints; what is in them by the secretariat."""
    page = administrator.open("nam-thi-dua", "cum-moi")
    administrator.fill(
        name="Khu vực thi đua Đồng bằng Bắc bộ", short_name="Đồng bằng", slug=CLUSTER,
        head_word="Trưởng Khu vực", deputy_word="Phó Trưởng Khu vực", blocs="Sở Tư pháp",
    )  # fmt: skip
    administrator.press("Lập cụm, khu vực")
    administrator.open("nam-thi-dua", "lap", CLUSTER)
    administrator.fill(
        name=f"Năm thi đua {today().year}",
        year=str(today().year),
        slug=administrator.season,
        motto="Đoàn kết, sáng tạo, kỷ cương",
    )
    administrator.press("Lập năm thi đua")
    expect(page).not_to_have_url(re.compile("/lap/"))
    administrator.open(CLUSTER, administrator.season, "phan-viec")
    administrator.fill(head="Vũ Đình Khang", ground_number="9/QĐ-BTP", ground_dated_on=f"{today():%d/%m/%Y}")
    administrator.press("Ghi trưởng")
    administrator.reads("Đã ghi Vũ Đình Khang là trưởng.")
    page.locator("select[name=role]").select_option("secretariat")
    administrator.fill(person="Phạm Hồng Minh")
    administrator.press("Giao phần việc")
    administrator.reads("Đã giao Phạm Hồng Minh")

    year = secretary.open(CLUSTER, secretary.season, "noi-dung")
    for number, text in enumerate(("Hoàn thành nhiệm vụ chính trị", "Học tập và làm theo Bác"), 1):
        year.get_by_label(f"Nội dung, {number}", exact=True).fill(text)
        year.get_by_label(f"Tên gọn, {number}", exact=True).fill(text[:20])
    secretary.press("Lưu nội dung")
    secretary.reads("Đã lưu các nội dung trọng tâm.")
    secretary.bloc("thanh-vien")
    secretary.fill(units="STP-QN\nSTP-ND\nSTP-HP")
    secretary.press("Lưu các đơn vị")
    secretary.reads("Đã lưu 3 đơn vị của khối.")
    secretary.bloc("chi-so")
    for number, (content, name, short, unit, kind, aggregation) in enumerate(INDICATORS, 1):
        year.get_by_label(f"Nội dung, {number}", exact=True).fill(content)
        year.get_by_label(f"Tên chỉ số, {number}", exact=True).fill(name)
        year.get_by_label(f"Tên gọn, {number}", exact=True).fill(short)
        year.get_by_label(f"Đơn vị tính, {number}", exact=True).fill(unit)
        year.get_by_label(f"Loại, {number}", exact=True).select_option(kind)
        year.get_by_label(f"Cách cộng kỳ, {number}", exact=True).select_option(aggregation)
    secretary.press("Lưu chỉ số")
    secretary.reads("Đã lưu 3 chỉ số của khối.")
    secretary.bloc("lich")
    first, last = today() - timedelta(days=300), today() + timedelta(days=60)
    secretary.fill(starts_on=vi(first), ends_on=vi(last))
    for label, day in (("Từ ngày, 1", first), ("Đến ngày, 1", today()), ("Hạn nộp, 1", today() + timedelta(days=5))):
        year.get_by_label(label, exact=True).fill(vi(day))
    year.get_by_label("Tên kỳ, 1", exact=True).fill("Cả năm")
    secretary.press("Lưu lịch")
    secretary.reads("Đã lưu lịch của khối.")
    for stage in ("phát động", "đăng ký"):
        secretary.bloc("")
        secretary.press(f"Chuyển sang {stage}")
        secretary.reads(f"Khối đã sang giai đoạn {stage}.")


def on_paper(seat: Seat, what: str) -> None:
    """The fields by which the secretariat says from which paper it enters for Quảng Ninh."""
    seat.fill(
        paper_source=what, paper_number="12/STP-VP", paper_dated_on=vi(today()), paper_signer="Vũ Đình Khang",
        paper_title="Giám đốc",
    )  # fmt: skip
    seat.press("Ghi thay đơn vị")


def register(secretary: Seat, units: dict[str, Seat]) -> None:
    """Two units type, submit and sign; for the third the secretariat enters."""
    for slug, seat in units.items():
        page = seat.bloc("dang-ky", slug)
        commit(page)
        seat.press("Lưu bản nháp")
        seat.press("Trình lãnh đạo ký")
        seat.press("Ký", exact=True)
        expect(page.locator("main")).to_contain_text("đã ký")
    page = secretary.bloc("dang-ky", "stp-quang-ninh")
    commit(page)
    on_paper(secretary, "Bản đăng ký thi đua")
    expect(page.get_by_text("Nhập thay theo Bản đăng ký thi đua số 12/STP-VP")).to_be_visible()


def commit(page: Page) -> None:
    page.get_by_label("Mức đăng ký: Hòa giải thành").fill("82")
    page.get_by_label("Mức đăng ký: Phổ biến PL").fill("40")
    page.get_by_label("Mức đăng ký: Học tập").select_option("met")


def sign(secretary: Seat, head: Seat, units: tuple[Seat, ...]) -> None:
    """The text is fixed, the units sign, the drum in the hall lights without being touched, the head closes."""
    secretary.bloc("giao-uoc")
    secretary.fill(preamble="GIAO ƯỚC THI ĐUA", place="Hạ Long")
    secretary.press("Lưu phần mở đầu")
    secretary.press("Khóa toàn văn và mở ký")
    drum = secretary.open(CLUSTER, secretary.season, "bang-ky")
    expect(drum.locator(".count")).to_have_text("0/3 đơn vị đã ký")
    for number, seat in enumerate((*units, head), 1):
        seat.bloc("giao-uoc")
        seat.press("Xác nhận ký cho đơn vị")
        expect(drum.locator(".count b")).to_have_text(str(number), timeout=15_000)
    head.bloc("giao-uoc")
    head.press("Đóng ký")
    secretary.bloc("")
    secretary.press("Chuyển sang thực hiện")


def report(secretary: Seat, units: dict[str, Seat]) -> None:
    """Results of the period; a wrong figure is told and nothing typed is lost."""
    figures = {"stp-nam-dinh": ("90", "40"), "stp-hai-phong": ("85", "40")}
    for slug, seat in units.items():
        page = seat.bloc("ket-qua", "ca-nam", slug)
        settled, meetings = figures[slug]
        reach(page, "101", meetings)
        seat.press("Lưu bản nháp")
        expect(page.get_by_label("Số đạt: Hòa giải thành")).to_have_value("101")
        expect(page.get_by_label("Kết quả: Phổ biến PL")).to_have_value(meetings)
        expect(page.get_by_role("alert").first).to_be_visible()
        page.get_by_label("Số đạt: Hòa giải thành").fill(settled)
        seat.press("Lưu và trình lãnh đạo ký")
        seat.press("Ký báo cáo")
        expect(page.locator("main")).to_contain_text("đã ký")
    page = secretary.bloc("ket-qua", "ca-nam", "stp-quang-ninh")
    reach(page, "78", "30")
    on_paper(secretary, "Báo cáo kết quả năm")
    expect(page.get_by_text("Nhập thay theo Báo cáo kết quả năm số 12/STP-VP")).to_be_visible()
    board = secretary.bloc("tien-do")
    expect(board.get_by_role("row").filter(has_text="Nam Định")).to_contain_text("90")


def reach(page: Page, settled: str, meetings: str) -> None:
    page.get_by_label("Số đạt: Hòa giải thành").fill(settled)
    page.get_by_label("Tổng số: Hòa giải thành").fill("100")
    page.get_by_label("Kết quả: Phổ biến PL").fill(meetings)
    page.get_by_label("Kết quả: Học tập").select_option("met")


def score(secretary: Seat, units: dict[str, Seat]) -> None:
    """The sheet is adopted, the cards come filled in from the results, the rest is judged."""
    page = secretary.bloc("bang-diem")
    secretary.fill(text=SHEET.replace("pho-bien-pl", "khong-co"))
    secretary.press("Áp dụng bảng điểm")
    expect(page.get_by_role("alert").first).to_contain_text("khong-co")
    secretary.fill(text=SHEET)
    secretary.press("Áp dụng bảng điểm")
    expect(page.get_by_text("Bảng điểm khối Sở Tư pháp").first).to_be_visible()
    secretary.bloc("")
    secretary.press("Chuyển sang tự chấm điểm")
    for (slug, seat), points in zip(units.items(), ("9", "9"), strict=True):
        page = seat.bloc("cham-diem", slug)
        judge(page, points)
        seat.press("Lưu và trình lãnh đạo ký")
        seat.press("Ký bảng chấm")
        expect(page.locator("main")).to_contain_text("đã ký")
    page = secretary.bloc("cham-diem", "stp-quang-ninh")
    judge(page, "8")
    on_paper(secretary, "Bảng tự chấm điểm")
    expect(page.get_by_text("Nhập thay theo Bảng tự chấm điểm số 12/STP-VP")).to_be_visible()


def judge(page: Page, points: str) -> None:
    page.get_by_label("A.4. Chất lượng tham mưu", exact=True).fill(points)
    page.get_by_label("Lý do: A.4. Chất lượng tham mưu").fill("Tham mưu kịp thời")


def verify_and_rank(secretary: Seat, head: Seat, unit: Seat) -> None:
    """Verification lowers one line, the head locks, and a unit unfolds what it was given."""
    secretary.bloc("")
    secretary.press("Chuyển sang thẩm định điểm")
    page = secretary.bloc("cham-diem", "stp-hai-phong", "tham-dinh")
    line = page.get_by_role("row").filter(has_text="A.4 Chất lượng tham mưu")
    line.get_by_text("Kết luận khác").click()
    line.get_by_label("A.4. Chất lượng tham mưu", exact=True).fill("8")
    line.get_by_label("Lý do", exact=True).fill("Hai văn bản phải làm lại")
    line.get_by_label("Số văn bản").fill("7/BB-TĐ")
    line.get_by_label("Ngày văn bản").fill(vi(today()))
    line.get_by_label("Tên văn bản").fill("Biên bản thẩm định")
    line.get_by_role("button", name="Ghi kết luận").click()
    expect(line).to_contain_text("▼ hạ")
    for slug in ("stp-hai-phong", "stp-nam-dinh"):
        secretary.bloc("cham-diem", slug, "tham-dinh")
        secretary.press("Xong thẩm định đơn vị này")
    head.bloc("xep-hang")
    lock(head)
    expect(head.page.get_by_role("alert").first).to_contain_text("Quảng Ninh")
    secretary.bloc("cham-diem", "stp-quang-ninh", "tham-dinh")
    secretary.press("Xong thẩm định đơn vị này")
    head.bloc("xep-hang")
    lock(head)
    places = unit.bloc("xep-hang").locator("tbody tr")
    # Nam Định 10 + 10 + 10 + 9, Hải Phòng 10 + 10 + 10 + 8, Quảng Ninh 4 + 7,5 + 10 + 8
    for row, (place, name, total) in enumerate(
        (("1", "Nam Định", "39"), ("2", "Hải Phòng", "38"), ("3", "Quảng Ninh", "29,5"))
    ):
        expect(places.nth(row)).to_contain_text(place)
        expect(places.nth(row)).to_contain_text(name)
        expect(places.nth(row)).to_contain_text(total)
    places.first.locator("summary").first.click()
    places.first.get_by_text("A. Nhiệm vụ").click()
    expect(places.first.get_by_text("Chất lượng tham mưu")).to_be_visible()
    secretary.bloc("")
    secretary.press("Chuyển sang bình xét")
    secretary.reads("Khối đã sang giai đoạn bình xét.")


def lock(head: Seat) -> None:
    head.page.get_by_text("Chốt xếp hạng").first.click()
    head.press("Chốt", exact=True)
