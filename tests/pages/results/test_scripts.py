"""The scripts of the report and of signing many, on the pages as the server writes them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.factories.results import JULY, a_season_of_results, a_submitted_report
from tests.pages.clients import client_of
from tests.pages.results.addresses import address
from thidua.base.places import PACKAGE

STATIC = PACKAGE / "pages"


@pytest.fixture(autouse=True)
def summer(settings):
    settings.DEMO_DAY = date(2016, 7, 6)


SHARES = {
    "vi": (
        ("39", "40", "97,5 %"),
        ("1.234.567", "1234567", "100 %"),
        ("41", "40", "–"),  # more than all
        ("1", "0", "–"),
        ("1.234", "2000", "–"),  # a thousand or one: the server asks
        ("", "40", "–"),
    ),
    "en": (("2", "3", "66.67 %"),),
}


@contextmanager
def a_tab(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def show(page: Page, html: str, script: str) -> None:
    page.set_content(html, wait_until="domcontentloaded")
    page.add_script_tag(content=(STATIC / script).read_text(), type="module")


def test_the_percentage_follows_the_two_fields(browser, db):
    world = a_season_of_results()
    pages = {
        language: client_of(world.officers[1], language).get(address(world, 1)).content.decode() for language in SHARES
    }
    with a_tab(browser) as page:
        for language, cases in SHARES.items():
            show(page, pages[language], "results/static/results/ratio.js")
            for part, whole, share in cases:
                page.locator("[data-part-of]").fill(part)
                page.locator("[data-whole-of]").fill(whole)
                expect(page.locator("[data-share-of]")).to_have_text(share)


def test_one_box_ticks_all_and_shows_when_only_some_are_ticked(browser, db):
    world = a_season_of_results()
    a_submitted_report(world)
    a_submitted_report(world, 1, "quy-2", JULY)
    html = client_of(world.leaders[1]).get("/ky-nhieu").content.decode()
    with a_tab(browser) as page:
        show(page, html, "shared/static/shared/js/pick.js")
        boxes, every = page.locator("[name=pick]"), page.get_by_label("Chọn tất cả")
        every.check()
        assert [box.is_checked() for box in boxes.all()] == [True, True]
        boxes.nth(0).uncheck()
        assert every.evaluate("(box) => box.indeterminate")
        assert not every.is_checked()


def test_arrows_go_from_figure_to_note_and_leave_the_papers_alone(browser, db):
    world = a_season_of_results()
    html = client_of(world.officers[1]).get(address(world, 1)).content.decode()
    with a_tab(browser) as page:
        show(page, html, "shared/static/shared/js/grid.js")
        page.locator("[data-part-of]").focus()
        for _ in range(2):
            page.keyboard.press("ArrowRight")
        note = page.get_by_label("Ghi chú: Đúng hạn")
        expect(note).to_be_focused()
        page.keyboard.press("ArrowRight")
        expect(note).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(page.get_by_label("Ghi chú: Tuyên truyền")).to_be_focused()
        page.locator("td.proof summary").first.click()
        number = page.get_by_label("Số văn bản").first
        number.focus()
        page.keyboard.press("ArrowDown")
        expect(number).to_be_focused()
