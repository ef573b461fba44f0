"""A year ends: evaluated by the level above, handed over item by item, copied into a next that answers what is left.

The founding season on 2 December 2016, its rankings locked; each part at a browser of its own.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.databases import OwnDatabase
from tests.played import LAST_DAY
from tests.site.serving import serving

CLUSTER = "/dong-bang-bac-bo"
SEASON, NEXT = f"{CLUSTER}/nam-2016", f"{CLUSTER}/nam-2017"
HANDOVER = f"{SEASON}/ban-giao"
LEFT = 3  # things that the evaluation says are left


@pytest.fixture
def demo(browser, stand_on, tmp_path) -> Iterator[str]:
    """The address of `thidua demo` on the day on which the rankings are locked."""
    house = OwnDatabase(stand_on(LAST_DAY), tmp_path / "data")
    with serving(house.environment, "demo", "--day", LAST_DAY.isoformat(), patience=180) as server:
        yield f"http://localhost:{server.port}"


class Seat:
    """One part of the demo at one browser."""

    def __init__(self, browser: Browser, address: str, role: str) -> None:
        self.page: Page = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900}).new_page()
        self.page.set_default_timeout(15_000)
        self.page.goto("/")
        self.page.locator(f"form[action='/thu-dung/{role}'] button").click()
        expect(self.page).to_have_url(re.compile("/hom-nay$"))

    def open(self, address: str) -> None:
        self.page.goto(address)

    def follows(self, task: str) -> None:
        """From *Hôm nay* by the button of one task."""
        self.open("/hom-nay")
        self.page.locator(".tasks li", has_text=task).get_by_role("link").first.click()

    def press(self, name: str) -> None:
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name, exact=True).first.click()

    def press_each(self, name: str) -> None:
        """A button of every group, until none is left."""
        while self.page.get_by_role("button", name=name, exact=True).count():
            self.press(name)

    def reads(self, text: str) -> None:
        expect(self.page.locator("main").get_by_text(text).first).to_be_visible()


@pytest.mark.both_in_proof
def test_from_the_locked_ranking_to_the_next_plan(browser, demo):
    secretary, head, officer, leader, observer = (
        Seat(browser, demo, role)
        for role in ("thuong-truc", "truong-khu-vuc", "can-bo-don-vi", "lanh-dao-don-vi", "quan-sat-vien")
    )
    evaluate(observer)
    tick(secretary, officer)
    sign(head, leader)
    settle(secretary, officer)
    copy(secretary)
    answer(secretary)


def evaluate(observer: Seat) -> None:
    observer.follows("Đánh giá cả năm của cụm, khu vực")
    observer.press("Ký đánh giá")
    observer.reads("Đã ký đánh giá; mọi đơn vị đọc được từ bây giờ.")


def tick(secretary: Seat, officer: Seat) -> None:
    """What the evaluation leaves is gathered too; the receiver notes one thing as missing and takes the rest."""
    secretary.open(HANDOVER)
    secretary.press("Tập hợp lại")
    secretary.reads("Đánh giá cả năm của cấp trên, đã ký")
    expect(secretary.page.get_by_role("row", name=re.compile("Việc còn lại theo đánh giá"))).to_have_count(LEFT)
    secretary.press_each("Giao tất cả mục trong nhóm")
    officer.follows("mục bàn giao")
    officer.page.get_by_role("row", name=re.compile("01 USB ảnh")).get_by_role("link", name="ghi thiếu").click()
    officer.page.get_by_text("Còn thiếu", exact=True).click()
    officer.page.get_by_label("Ghi chú").fill("Mới có ảnh, chưa có phim")
    officer.page.get_by_label("Bên giao trả trước ngày").fill("15/1/2017")
    officer.press("Ghi ý kiến bên nhận")
    officer.press_each("Nhận tất cả mục trong nhóm")
    officer.reads("Mọi mục đã có hai dấu hoặc ngày trả.")


def sign(head: Seat, leader: Seat) -> None:
    head.follows("Ký bàn giao, bên giao")
    head.press("Ký bên giao")
    leader.follows("Ký bàn giao, bên nhận")
    leader.press("Ký bên nhận")
    leader.reads("Hai bên đã ký. Danh mục giữ nguyên từ nay.")
    leader.open(f"{HANDOVER}/bien-ban")
    expect(leader.page.locator(".a4").get_by_text("(đã ký)")).to_have_count(2)
    expect(leader.page.locator(".a4")).to_contain_text("bên giao trả trước ngày 15/1/2017")


def settle(secretary: Seat, officer: Seat) -> None:
    """The giver is asked for what is missing until the receiver has it."""
    secretary.open("/hom-nay")
    secretary.reads("Trả 1 mục còn nợ sau bàn giao")
    officer.follows("Đòi 1 mục bên giao còn nợ")
    officer.page.get_by_role("link", name=re.compile("^01 USB ảnh")).click()
    officer.press("Xác nhận đã nhận")
    officer.reads("đã nhận bù")
    secretary.open("/hom-nay")
    expect(secretary.page.get_by_text("mục còn nợ sau bàn giao")).to_have_count(0)


def copy(secretary: Seat) -> None:
    """With the head whom the hand-over names."""
    secretary.follows("Chép sang năm thi đua sau")
    secretary.reads("Bàn giao đã ghi trưởng năm sau:")
    secretary.press("Lập năm sau")
    assert urlsplit(secretary.page.url).path == f"{NEXT}/"
    head = secretary.page.get_by_role("row").filter(has_text="Trần Thị Bích Liên")
    expect(head).to_contain_text("Trưởng Khu vực")


def answer(secretary: Seat) -> None:
    """The plan is open, and its guide asks for an answer to all that is left."""
    secretary.open(f"{NEXT}/so-tu-phap/")
    secretary.page.get_by_role("link", name=re.compile("Trả lời những việc còn lại từ năm trước")).click()
    secretary.reads(f"Đã trả lời 0 trên {LEFT} việc.")
    secretary.page.get_by_label("Ghi rõ").first.fill("Nhắc trước hạn ba ngày làm việc")
    secretary.press("Ghi vào kế hoạch")
    secretary.reads(f"Đã trả lời 1 trên {LEFT} việc.")
