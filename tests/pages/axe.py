"""The checker of accessibility, put into a page that a browser shows."""

from pathlib import Path

from playwright.sync_api import Page

AXE = (Path(__file__).parents[1] / "vendor" / "axe-core" / "axe.min.js").read_text()
RUN = "() => axe.run(document, {resultTypes: ['violations']}).then((r) => r.violations)"
UNFOLD = "() => document.querySelectorAll('details:not([open])').forEach((one) => { one.open = true })"
A_FRAME = "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
THEMES, LANGUAGES, WIDTHS, HEIGHT = ("light", "dark"), ("vi", "en"), (1280, 390), 844


def faults(page: Page) -> list[str]:
    """What axe finds on the page as it stands now: the rule, and the element that breaks it."""
    page.evaluate("() => document.fonts.ready")
    page.emulate_media(reduced_motion="reduce")
    page.evaluate(A_FRAME)  # a box that scrolls is made so that the keyboard reaches it when it is drawn
    page.evaluate(AXE)
    found = page.evaluate(RUN)
    return [f"{each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"]]


def look(page: Page, theme: str, width: int) -> list[str]:
    """What is wrong with the page in one theme at one width; on a phone nothing may reach beyond the edge."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.evaluate("(theme) => { document.documentElement.dataset.theme = theme }", theme)
    reach = page.evaluate("() => document.documentElement.scrollWidth")
    beyond = [f"reaches to {reach} px"] if reach > width else []
    return [f"{theme}, {width} px: {fault}" for fault in [*beyond, *faults(page)]]


def look_everywhere(page: Page) -> list[str]:
    """What is wrong in any theme at any width, all that folds unfolded; rooms in the hall's theme too."""
    page.evaluate(UNFOLD)
    page.wait_for_load_state("networkidle")
    is_room = page.evaluate("() => document.body.classList.contains('in-room')")
    themes = (*THEMES, "hall") if is_room else THEMES
    return [fault for theme in themes for width in WIDTHS for fault in look(page, theme, width)]
