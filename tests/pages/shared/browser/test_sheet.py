"""The sheet of parts, the room and the paper as a browser draws them."""

import pytest
from playwright.sync_api import expect

from tests.pages.axe import faults

pytestmark = pytest.mark.apart
SIZES_OF_WORDS = """() => [...document.querySelectorAll(".room .say *")]
    .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
    .map((e) => parseFloat(getComputedStyle(e).fontSize))"""
ROOMS = [(1024, 768), (1280, 720), (1920, 1080), (3840, 1080)]


@pytest.mark.parametrize("theme", ["light", "dark", "hall"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_on_the_sheet_of_parts(page, served_at, theme, width):
    page.context.add_cookies([{"name": "theme", "value": theme, "url": served_at}])
    page.set_viewport_size({"width": width, "height": 844})
    page.goto("/mau")
    assert faults(page) == []


@pytest.mark.parametrize("theme", ["light", "hall"])
@pytest.mark.parametrize("address", ["/mau/phong?con=1", "/mau/giay"])
def test_axe_finds_nothing_in_a_room_and_on_a_paper(page, served_at, theme, address):
    page.context.add_cookies([{"name": "theme", "value": theme, "url": served_at}])
    page.goto(address)
    assert faults(page) == []


@pytest.mark.parametrize("address", ["/mau", "/mau/giay", "/mau/phong"])
def test_a_phone_never_scrolls_sideways(page, address):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address)
    assert page.evaluate("() => document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize(("width", "height"), ROOMS)
@pytest.mark.parametrize("address", ["/mau/phong", "/mau/phong?con=1", "/mau/phong?con=1&so=700"])
def test_a_room_fits_its_wall_and_no_word_is_smaller_than_a_fiftieth_of_it(page, width, height, address):
    page.set_viewport_size({"width": width, "height": height})
    page.goto(address)
    page.evaluate("() => document.fonts.ready")
    assert page.evaluate("() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]") == [
        width,
        height,
    ]
    sizes = page.evaluate(SIZES_OF_WORDS)
    assert min(sizes) >= width / 50 - 0.01
    box = page.locator(".room svg.drum").bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= height


def test_the_page_prints_without_what_can_be_pressed(page):
    page.goto("/mau")
    page.emulate_media(media="print")
    assert page.locator("header.top").is_hidden()
    assert page.locator(".foot").is_hidden()
    assert page.locator("h1").is_visible()


def test_a_theme_is_chosen_in_the_person_s_menu_and_kept(page):
    page.goto("/mau")
    page.locator("details.me > summary").click()
    page.get_by_role("button", name="Tối", exact=True).click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.goto("/mau/giay")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_the_menu_closes_with_escape_and_gives_the_focus_back(page):
    page.goto("/mau")
    summary = page.locator("details.me > summary")
    summary.click()
    page.keyboard.press("Escape")
    assert page.locator("details.me").get_attribute("open") is None
    assert summary.evaluate("(e) => e === document.activeElement")


def test_the_first_tab_leads_past_the_menu(page):
    page.goto("/mau")
    page.evaluate("() => document.activeElement.blur()")
    page.goto("/mau/giay")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "main"
