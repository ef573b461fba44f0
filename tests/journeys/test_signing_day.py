"""The morning of 4 March 2016, played by separate browsers against the real server."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.databases import OwnDatabase
from tests.played import SIGNING
from tests.site.serving import serving

SEASON = "/dong-bang-bac-bo/nam-2016"


@pytest.fixture
def demo(browser, stand_on, tmp_path) -> Iterator[str]:
    """The address of `thidua demo` on the morning of the signing."""
    house = OwnDatabase(stand_on(SIGNING), tmp_path / "data")
    with serving(house.environment, "demo", "--day", SIGNING.isoformat(), patience=300) as server:
        yield f"http://localhost:{server.port}"


def enter(browser: Browser, address: str, role: str) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 720}).new_page()
    page.goto(address)
    page.locator(f"form[action='/thu-dung/{role}'] button").click()
    expect(page).to_have_url(re.compile("/hom-nay$"))
    return page


@pytest.mark.both_in_proof
def test_the_drum_in_the_hall_lights_as_units_sign_and_the_head_closes(browser, demo):
    hall = enter(browser, demo, "pho-truong-khu-vuc")
    hall.goto(f"{demo}{SEASON}/bang-ky")
    expect(hall.locator(".count")).to_have_text("0/22 đơn vị đã ký")

    leader = enter(browser, demo, "lanh-dao-don-vi")
    expect(leader.get_by_text("Ký giao ước thi đua")).to_be_visible()
    leader.goto(f"{demo}{SEASON}/so-tu-phap/giao-uoc")
    leader.get_by_role("button", name="Xác nhận ký cho đơn vị").click()
    expect(leader.get_by_text("Sở Tư pháp tỉnh Nam Định đã ký giao ước.")).to_be_visible()
    expect(leader.get_by_role("button", name="Xác nhận ký cho đơn vị")).to_have_count(0)
    expect(hall.locator(".count b")).to_have_text("1", timeout=15_000)
    expect(hall.locator(".now b")).to_have_text("Sở Tư pháp tỉnh Nam Định")

    secretary = enter(browser, demo, "thuong-truc")
    secretary.goto(f"{demo}{SEASON}/so-tu-phap/giao-uoc")
    secretary.get_by_label("Đơn vị").select_option("stp-hai-duong")
    secretary.get_by_label("Người ký", exact=True).fill("Trần Việt Hòa")
    secretary.get_by_label("Chức vụ người ký").fill("Phó Giám đốc")
    secretary.get_by_label("Tư cách ký").select_option("by_letter")
    secretary.get_by_role("button", name="Ghi đã ký").click()
    expect(secretary.get_by_text("cần số và ngày giấy ủy quyền")).to_be_visible()
    expect(secretary.get_by_label("Người ký", exact=True)).to_have_value("Trần Việt Hòa")
    expect(secretary.get_by_label("Đơn vị")).to_have_value("stp-hai-duong")
    secretary.get_by_label("Giấy ủy quyền").fill("12/GUQ-STP, 02/03/2016")
    secretary.get_by_role("button", name="Ghi đã ký").click()
    expect(hall.locator(".count b")).to_have_text("2", timeout=15_000)

    head = enter(browser, demo, "truong-khu-vuc")
    head.goto(f"{demo}{SEASON}/so-tu-phap/giao-uoc")
    head.get_by_role("button", name="Đóng ký").click()
    expect(head.get_by_text("Đã đóng ký; đơn vị còn lại ký bổ sung.")).to_be_visible()
