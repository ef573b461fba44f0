"""What a cell explains shows on hover and on focus, and a press keeps it; arrow keys go from cell to cell."""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.factories.results import a_season_of_results, a_signed_report
from tests.pages.clients import client_of
from thidua.base.places import PACKAGE

PEEK = PACKAGE / "pages" / "progress" / "static" / "progress" / "peek.js"


@pytest.fixture
def html(db, settings) -> str:
    settings.DEMO_DAY = date(2016, 4, 20)
    world = a_season_of_results()
    a_signed_report(world, 1)
    address = f"/{world.season.cluster.slug}/{world.season.slug}/{world.bloc.bloc.slug}/tien-do"
    return client_of(world.officers[1]).get(address).content.decode()


@pytest.fixture
def page(browser, html) -> Iterator[Page]:
    tab = browser.new_page()
    tab.set_content(html, wait_until="domcontentloaded")
    tab.add_script_tag(content=PEEK.read_text(), type="module")
    yield tab
    tab.close()


def test_hovering_shows_and_leaving_hides(page):
    page.locator(".board td > button").nth(5).hover()
    expect(page.locator(":popover-open")).to_contain_text("Tỷ lệ đúng hạn")
    page.mouse.move(1, 1)
    expect(page.locator(":popover-open")).to_have_count(0)


def test_a_press_keeps_it_until_escape(page):
    page.locator(".board td > button").nth(5).click()
    page.mouse.move(1, 1)
    page.wait_for_timeout(400)
    expect(page.locator(":popover-open")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(":popover-open")).to_have_count(0)


def test_arrows_go_from_cell_to_cell_and_each_tells_its_own(page):
    page.keyboard.press("Tab")
    page.locator(".board td > button").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".board tbody tr").nth(1).locator("td > button").nth(1)).to_be_focused()
    expect(page.locator(":popover-open")).to_have_count(1)
    expect(page.locator(":popover-open")).to_contain_text("Số cuộc tuyên truyền")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".board tbody tr").nth(1).locator("td > button").nth(0)).to_be_focused()
