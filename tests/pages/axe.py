"""The checker of accessibility, put into a page that a browser shows."""

from pathlib import Path

from playwright.sync_api import Page

AXE = (Path(__file__).parents[1] / "vendor" / "axe-core" / "axe.min.js").read_text()
RUN = "() => axe.run(document, {resultTypes: ['violations']}).then((r) => r.violations)"


def faults(page: Page) -> list[str]:
    """What axe finds on the page as it stands now: the rule, and the element that breaks it."""
    page.evaluate("() => document.fonts.ready")
    page.emulate_media(reduced_motion="reduce")
    page.evaluate(AXE)
    found = page.evaluate(RUN)
    return [f"{each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"]]
