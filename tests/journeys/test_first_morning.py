"""The first morning of a new head's secretary, in a real browser on an empty installation, alone.

From the link that `thidua serve` prints to the reminder in the clipboard, with the second factor that the house asks
for. What it takes is counted; docs/first-morning.md says the same numbers.
"""

import base64
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.factories.people import GOOD_PASSWORD
from tests.site.serving import serving
from thidua.base.clock import outside
from thidua.core.second_factor.codes import code_at
from thidua.documents.forms.units import an_example
from thidua.records.directory.models import Unit
from thidua.records.seasons.models import Season, UnitInvitation

pytestmark = pytest.mark.apart

DOCS = Path(__file__).parents[2] / "docs" / "first-morning.md"
TAKES = re.compile(r"\*\*(\d+) pages, (\d+) presses, (\d+) typed fields, (\d+) chosen\*\*")
CONTENTS = "\n".join(f"Nội dung trọng tâm thứ {number} của năm" for number in range(1, 11))


@dataclass
class Hand:
    """Presses, types and chooses on a page, and counts; a page counts whenever another one has come."""

    page: Page
    pages: int = 0
    presses: int = 0
    typed: int = 0
    chosen: int = 0

    def opens(self, address: str) -> None:
        self.page.goto(address)
        self.pages += 1

    def presses_on(self, name: str, *, role: str = "button", goes: bool = True) -> None:
        self.page.get_by_role(role, name=name).first.click()
        self.presses += 1
        self.pages += goes

    def types(self, **fields: str) -> None:
        for name, text in fields.items():
            self.page.locator(f"[name='{name}']").fill(text)
            self.typed += 1

    def takes(self, name: str, path: Path) -> Path:
        with self.page.expect_download() as coming:
            self.presses_on(name, role="link", goes=False)
        coming.value.save_as(path)
        return path

    def counted(self) -> tuple[int, int, int, int]:
        return self.pages, self.presses, self.typed, self.chosen


@pytest.fixture(name="house")
def an_empty_house(own_database):
    with serving(own_database.environment | {"THIDUA_SECOND_FACTOR": "required"}, patience=280) as served:
        served.process.stdout.readline()  # the sentence before the link
        yield served.process.stdout.readline().strip()


def adds_a_code_app(hand: Hand, second: Page) -> None:
    """In the second tab, as the held form asks; the first tab waits."""
    hand.page, first = second, hand.page
    hand.pages += 1
    hand.presses_on("Thêm ứng dụng", role="link")
    secret = base64.b32decode(second.locator("#app-secret").inner_text().replace(" ", ""))
    hand.types(code=code_at(secret, outside()))
    second.get_by_label("Mật khẩu của bạn").fill(GOOD_PASSWORD)
    hand.typed += 1
    hand.presses_on("Thêm ứng dụng")
    hand.page = first


def test_a_secretary_alone_gets_from_an_empty_house_to_plan_letters_and_reminder(browser, house, tmp_path):
    context = browser.new_context(viewport={"width": 1280, "height": 800}, accept_downloads=True)
    context.set_default_timeout(30_000)
    page = context.new_page()
    hand, wrong = Hand(page), []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    listed = tmp_path / "don-vi.xlsx"
    listed.write_bytes(an_example())

    hand.opens(house)
    hand.types(full_name="Phạm Thị Thư", email="thu@example.vn", password=GOOD_PASSWORD, again=GOOD_PASSWORD)
    hand.presses_on("Mở và bắt đầu")

    hand.presses_on("Đơn vị và người", role="link")
    page.locator("#list").set_input_files(listed)
    hand.chosen += 1
    hand.presses_on("Đọc danh sách")
    hand.presses_on("Ghi vào danh bạ")
    expect(page.get_by_text("Tài khoản chưa có lớp xác nhận thứ hai.")).to_be_visible()
    with page.expect_popup() as opened:
        hand.presses_on("Thêm lớp xác nhận thứ hai", role="link", goes=False)
    adds_a_code_app(hand, opened.value)
    hand.presses_on("Gửi lại")
    expect(page.get_by_text("Đã ghi danh sách vào danh bạ.")).to_be_visible()

    hand.presses_on("Bước tiếp: Cụm, khu vực", role="link")
    hand.types(name="Khu vực thi đua các cơ quan tư pháp Đồng bằng Bắc bộ", short_name="Khu vực Đồng bằng Bắc bộ")
    page.get_by_label("Đơn vị trưởng năm nay").select_option(label="Sở Tư pháp tỉnh Quảng Ninh")
    hand.chosen += 1
    hand.presses_on("Lập cụm, khu vực")
    hand.presses_on("Lưu lịch")
    hand.types(over="UBND tỉnh Quảng Ninh", motto="Đoàn kết, sáng tạo, kỷ cương", contents=CONTENTS)
    hand.presses_on("Lập kế hoạch")
    word = hand.takes("Tải bản Word", tmp_path / "ke-hoach.docx")

    hand.presses_on("Bước tiếp: Mời đơn vị", role="link")
    hand.presses_on("Lập giấy mời cho mọi đơn vị chưa vào")
    letters = hand.takes("Tải giấy mời", tmp_path / "giay-moi.pdf")
    hand.presses_on("Bước tiếp: Lời nhắc", role="link")
    expect(page.get_by_label("Lời nhắc")).to_have_value(re.compile("Các đơn vị chưa vào: STP Bắc Ninh, .*"))
    with page.expect_response(re.compile("/da-chep$")):
        hand.presses_on("Sao chép lời nhắc", goes=False)
    context.close()

    assert wrong == []
    assert (Unit.objects.count(), UnitInvitation.objects.count()) == (22, 21)  # she is in already
    season = Season.objects.get()
    assert [bloc.members.count() for bloc in season.blocs.all()] == [11, 11]
    assert season.reminder_taken_at is not None
    assert (word.read_bytes()[:2], letters.read_bytes()[:5]) == (b"PK", b"%PDF-")
    found = TAKES.search(DOCS.read_text(encoding="utf-8"))
    assert found is not None
    assert hand.counted() == tuple(map(int, found.groups()))
