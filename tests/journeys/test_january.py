"""A January: one conference closes 2016 and opens 2017, in two blocs; two units sign a week later.

Rehearsed first on the very devices. The hand-over has made Nam Định's director head of 2017, Quảng Ninh's is late;
Hải Dương's deputy has a letter; the enforcement department of Ninh Bình never logs in, and the secretariat lights it
from its paper.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.databases import OwnDatabase
from tests.factories.files import PDF
from tests.journeys import january
from tests.journeys.hall import LEADER_SIGNS, SOON, called, closed, counts, enter, lit, opened, pictured
from tests.played import LAST_DAY
from tests.site.serving import serving
from thidua.records.accounts.models import Account
from thidua.records.journal.models import Entry
from thidua.records.seasons.models import RehearsalLine, Signature

CLUSTER = "/dong-bang-bac-bo"
CONFERENCE, BOARD = f"{CLUSTER}/hoi-nghi/hoi-nghi-2017", f"{CLUSTER}/nam-2017/bang-ky"
JUSTICE, ENFORCEMENT = (f"{CLUSTER}/nam-2017/{bloc}/giao-uoc" for bloc in ("so-tu-phap", "thads"))
NEW_HEAD, HEAD_BEFORE = "lanh-dao-don-vi", "truong-khu-vuc"
LATE, LATE_ON_PAPER = "Sở Tư pháp tỉnh Quảng Ninh", "Cục Thi hành án dân sự tỉnh Hưng Yên"
NEVER_LOGS_IN = "Cục Thi hành án dân sự tỉnh Ninh Bình"
SCAN = {"name": "giao-uoc.pdf", "mimeType": "application/pdf", "buffer": PDF}
GROUPS = (1, 2, 3)
FLAGS = (
    ("Sở Tư pháp", "Sở Tư pháp tỉnh Quảng Ninh", "Cờ thi đua ngành Tư pháp", "10"),
    ("Thi hành án", "Cục Thi hành án dân sự thành phố Hà Nội", "Cờ thi đua ngành Tư pháp", "9"),
)


@pytest.fixture
def served(browser, stand_on, tmp_path) -> Callable[[date], AbstractContextManager[str]]:
    """Serves the house on a day of the demo's clock."""
    house = OwnDatabase(stand_on(LAST_DAY), tmp_path / "data")
    january.build()

    @contextmanager
    def on(day: date) -> Iterator[str]:
        with serving(house.environment, "demo", "--day", day.isoformat(), patience=120) as server:
            yield f"http://localhost:{server.port}"

    return on


def called_one_after_another(phone: Page, *, late: str) -> None:
    """All groups of a bloc; the speaker's phone lights whoever has signed at the table."""
    for group in GROUPS:
        called(phone, group)
        for unit in phone.locator("button.call b").all_inner_texts():
            if unit != late:
                lit(phone, unit)


def rehearsed(phone: Page, leader: Page, hall: Page, address: str) -> None:
    phone.goto(f"{address}{JUSTICE}/goi-ky")
    phone.get_by_role("button", name="Bắt đầu tập dượt").click()
    expect(hall.locator(".rehearsal")).to_be_visible(timeout=SOON)
    called(phone, 1)
    lit(phone, "Sở Tư pháp tỉnh Bắc Ninh")
    leader.goto(address + JUSTICE)
    leader.get_by_role("button", name=LEADER_SIGNS).click()
    phone.goto(f"{address}{ENFORCEMENT}/goi-ky")
    called(phone, 1)
    lit(phone, "Cục Thi hành án dân sự tỉnh Bắc Ninh")
    counts(hall, 3)


def erased(phone: Page, hall: Page) -> None:
    phone.get_by_role("button", name="Hết tập dượt").click()
    expect(hall.locator(".rehearsal")).to_have_count(0, timeout=SOON)
    counts(hall, 0)
    assert not RehearsalLine.objects.exists()
    assert not Signature.objects.filter(pact__bloc_season__season__slug="nam-2017").exists()
    [line] = Entry.objects.filter(kind="rehearsal.ended")
    assert '"lit":"3"' in line.body.text


def entered_from_the_minutes(page: Page, address: str) -> None:
    """The vote was on paper: who was nominated, then minutes and conclusions with the numbers of the head's office."""
    page.goto(f"{address}{CONFERENCE}/")
    page.get_by_role("button", name="Ghi đã họp").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Ghi đã họp").click()
    for bloc, name, what, votes in FLAGS:
        page.goto(f"{address}{CONFERENCE}/ket-luan")
        page.locator("section", has=page.get_by_role("heading", name=re.compile(f"Suy tôn.*{bloc}"))).get_by_role(
            "link"
        ).click()
        for field, typed in {"name-0": name, "what-0": what, "votes-0": votes, "of-0": "11"}.items():
            page.locator(f"input[name={field}]").fill(typed)
        page.get_by_role("button", name="Lưu", exact=True).click()
        expect(page.get_by_role("row", name=re.compile(name))).to_contain_text(f"{votes}/11")
    for kind, number in (("bien-ban", "01/BB-KV"), ("thong-bao", "02/TB-KV")):
        page.goto(f"{address}{CONFERENCE}/ket-luan/{kind}")
        page.get_by_label("Nội dung").fill("Hội nghị thống nhất kết quả năm 2016; 20 đơn vị đã ký, hai đơn vị ký sau.")
        page.get_by_label("Số, ký hiệu").fill(number)
        page.get_by_label("Ngày văn bản").fill("13/1/2017")
        page.get_by_role("button", name="Lưu", exact=True).click()
        expect(page.get_by_text(number)).to_be_visible()
    page.get_by_role("button", name="Khép hội nghị").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Khép hội nghị").click()
    expect(page.get_by_role("button", name="Khép hội nghị")).to_have_count(0)


def the_day_itself(browser: Browser, address: str, pictures: Path) -> None:
    secretary, phone = enter(browser, address, "thuong-truc"), enter(browser, address, "thuong-truc", 390)
    head = enter(browser, address, NEW_HEAD, 390)
    hall = enter(browser, address, "pho-truong-khu-vuc")
    secretary.goto(f"{address}{CONFERENCE}/chuong-trinh")
    for item in ("Báo cáo tổng kết năm 2016", "Bình xét, suy tôn năm 2016", "Ký giao ước thi đua năm 2017"):
        expect(secretary.get_by_text(item)).to_be_visible()

    hall.goto(address + BOARD)
    rehearsed(phone, head, hall, address)
    pictured(hall, pictures, "rehearsal")
    erased(phone, hall)

    for pact in (JUSTICE, ENFORCEMENT):
        opened(secretary, address + pact)
    phone.goto(f"{address}{JUSTICE}/goi-ky")
    called(phone, 1)
    expect(hall.locator(".called")).to_contain_text("STP Hải Dương", timeout=SOON)
    expect(phone.get_by_role("button", name=re.compile("Hải Dương"))).to_contain_text(january.LETTER)
    phone.get_by_role("button", name="Thôi mời").click()
    called_one_after_another(phone, late=LATE)
    phone.goto(f"{address}{ENFORCEMENT}/goi-ky")
    called_one_after_another(phone, late=LATE_ON_PAPER)
    counts(hall, 20)
    expect(hall.locator(".place")).to_have_text("Hải Phòng, ngày 13 tháng 1 năm 2017")
    for pact in (JUSTICE, ENFORCEMENT):
        closed(head, address + pact)
    entered_from_the_minutes(secretary, address)


def a_week_later(browser: Browser, address: str, pictures: Path) -> None:
    hall, leader = enter(browser, address, "pho-truong-khu-vuc"), enter(browser, address, HEAD_BEFORE, 390)
    secretary = enter(browser, address, "thuong-truc")
    leader.goto(f"{address}{CONFERENCE}/ket-luan")
    for _, name, _, votes in FLAGS:
        expect(leader.get_by_role("row", name=re.compile(name))).to_contain_text(f"{votes}/11")
    hall.goto(address + BOARD)
    counts(hall, 20)
    leader.goto(address + JUSTICE)
    leader.get_by_role("button", name=LEADER_SIGNS).click()
    expect(leader.get_by_text(f"{LATE} đã ký giao ước.")).to_be_visible()
    counts(hall, 21)
    secretary.goto(f"{address}{ENFORCEMENT}?don-vi=thads-hung-yen#ghi-giay")
    secretary.locator("input[name=scan]").set_input_files(files=[SCAN])
    secretary.get_by_role("button", name="Ghi đã ký").click()
    counts(hall, 22)
    pictured(hall, pictures, "locked")


@pytest.mark.both_in_proof
def test_one_conference_closes_the_old_year_and_opens_the_new_one(browser, served, tmp_path):
    with served(january.THE_DAY) as address:
        the_day_itself(browser, address, tmp_path)
    with served(january.A_WEEK_LATER) as address:
        a_week_later(browser, address, tmp_path)

    signatures = {one.member_name: one for one in Signature.objects.filter(pact__bloc_season__season__slug="nam-2017")}
    assert len(signatures) == 22
    assert {one.pact.stage for one in signatures.values()} == {"locked"}
    assert signatures["Sở Tư pháp tỉnh Hải Dương"].letter.startswith(january.LETTER)
    assert (signatures[LATE].kind, signatures[LATE_ON_PAPER].kind) == ("internal", "on_paper")
    assert signatures[LATE_ON_PAPER].scan.name == "giao-uoc.pdf"
    assert signatures[NEVER_LOGS_IN].kind == "on_paper"
    assert not Account.objects.filter(person__posts__unit__name=NEVER_LOGS_IN).exists()
