"""What journeys do in the hall: who comes to which device, what is pressed, what the projector must bear."""

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

PROJECTORS = ((1024, 768), (1280, 720), (1920, 1080), (3840, 1080))
SOON = 15_000  # milliseconds within which a live page has followed
LEADER_SIGNS = "Xác nhận ký cho đơn vị"


def enter(browser: Browser, address: str, role: str, width: int = 1280) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 844 if width < 500 else 720}).new_page()
    page.goto(address)
    page.locator(f"form[action='/thu-dung/{role}'] button").click()
    expect(page).to_have_url(re.compile("/hom-nay$"))
    return page


def opened(page: Page, pact: str) -> None:
    page.goto(pact)
    page.get_by_role("button", name="Khóa toàn văn và mở ký").click()
    expect(page.get_by_text("Đã mở ký.")).to_be_visible()


def closed(page: Page, pact: str) -> None:
    page.goto(pact)
    page.get_by_role("button", name="Đóng ký").click()
    expect(page.get_by_text("Đã đóng ký; đơn vị còn lại ký bổ sung.")).to_be_visible()


def called(phone: Page, group: int) -> None:
    phone.get_by_role("button", name=f"Mời lượt {group}").click()
    expect(phone.get_by_role("heading", name=f"Lượt {group} đang ở bàn ký")).to_be_visible()


def lit(phone: Page, unit: str) -> None:
    phone.get_by_role("button", name=re.compile(unit)).click()
    expect(phone.locator(".lit", has_text=unit)).to_be_visible()


def counts(hall: Page, signed: int) -> None:
    """The projector has followed."""
    expect(hall.locator(".count b")).to_have_text(str(signed), timeout=SOON)


def pictured(hall: Page, folder: Path, name: str) -> None:
    """The projector's picture at every size, kept in the folder; nothing stands outside of one."""
    for width, height in PROJECTORS:
        hall.set_viewport_size({"width": width, "height": height})
        hall.screenshot(path=folder / f"{name}-{width}x{height}.png")
        assert _whole(hall), (name, width, height)


def _whole(page: Page) -> bool:
    inside: bool = page.evaluate(
        "() => document.documentElement.scrollWidth <= innerWidth && document.querySelector('.room').scrollHeight"
        " <= innerHeight + 1"
    )
    return inside
