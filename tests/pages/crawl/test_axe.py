"""axe finds nothing on any page that links lead to: light and dark, two languages, desk and phone, rooms in the hall.

`make test` looks at a few pages always and at a share of the rest that turns with every commit; `make prove` at all.
"""

import hashlib
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.databases import OwnDatabase
from tests.pages.axe import faults
from tests.pages.crawl.founding import AFTER_THE_MERGERS, DAYS, LAST_DAY, ROLES, SIGNING, signed_in
from tests.pages.crawl.walking import visits
from tests.site.serving import serving

Look = tuple[str, str, str, int]  # the name of an address, theme, language, width
THEMES, LANGUAGES, WIDTHS, HEIGHT = ("light", "dark"), ("vi", "en"), (1280, 390), 844
ALWAYS = {
    (LAST_DAY, "thuong-truc"): (
        ("today", "light", "vi", 1280),
        ("progress", "dark", "en", 1280),
        ("ranking", "light", "vi", 390),
    ),
    (SIGNING, "can-bo-don-vi"): (
        ("signing_board", "hall", "vi", 1280),
        ("report", "light", "vi", 390),
        ("commitment_sheet", "dark", "vi", 1280),
    ),
    (AFTER_THE_MERGERS, "quan-tri"): (
        ("reorganisations", "light", "vi", 390),
        ("reorganisation", "dark", "vi", 1280),
        ("merge_units", "dark", "en", 390),
        ("split_unit", "light", "vi", 1280),
        ("unit", "light", "vi", 390),
    ),
}
SHARE = 3  # further looks at each
WHOLE_RUN = 3600  # seconds that a server is left alone in the long form


@dataclass(frozen=True)
class Site:
    """The real server on a day of the founding season, and a browser to look at it."""

    browser: Browser
    base: str

    def tab(self, language: str, session: str) -> Page:
        """A tab with a session of its own, or with none, that reads one language."""
        context = self.browser.new_context(base_url=self.base, reduced_motion="reduce")
        kept = {"language": language} | ({"sessionid": session} if session else {})
        context.add_cookies([{"name": name, "value": value, "url": self.base} for name, value in kept.items()])
        return context.new_page()


@contextmanager
def a_site(browser: Browser, address: str, day: date, data: Path) -> Iterator[Site]:
    environment = OwnDatabase(address, data).environment | {"THIDUA_DEMO_DAY": day.isoformat()}
    with serving(environment, patience=WHOLE_RUN) as server:
        yield Site(browser, f"http://localhost:{server.port}")


def seen_by(role: str, language: str = "vi", each: int = 1) -> tuple[dict[str, list[str]], str]:
    """The addresses of each kind of page that links lead one role to; and the session that saw them."""
    client = signed_in(role, language)
    found: dict[str, list[str]] = {}
    for visit in visits(client, each):
        if visit.reading.lang:
            found.setdefault(visit.name, []).append(visit.address)
    return found, client.cookies["sessionid"].value if role else ""


def look(page: Page, theme: str, width: int) -> list[str]:
    """What is wrong with the page in one theme at one width; on a phone nothing may reach beyond the edge."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.evaluate("(theme) => { document.documentElement.dataset.theme = theme }", theme)
    reach = page.evaluate("() => document.documentElement.scrollWidth")
    beyond = [f"reaches to {reach} px"] if reach > width else []
    return [f"{theme}, {width} px: {fault}" for fault in [*beyond, *faults(page)]]


def turning(cases: list[Look], share: int) -> list[Look]:
    """So many of the cases, others with every commit and the same for one commit."""
    commit = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=False).stdout
    return sorted(cases, key=lambda case: hashlib.sha256(f"{commit}{case}".encode()).digest())[:share]


@pytest.mark.parametrize(("day", "role"), ALWAYS)
def test_axe_finds_nothing_on_a_share_of_the_pages(
    stand_on: Callable[[date], str], browser: Browser, tmp_path: Path, day: date, role: str
) -> None:
    address = stand_on(day)
    found, session = seen_by(role)
    cases = [(name, *how) for name in found for how in product(THEMES, LANGUAGES, WIDTHS)]
    wrong = []
    with a_site(browser, address, day, tmp_path) as site:
        for name, theme, language, width in [*ALWAYS[day, role], *turning(cases, SHARE)]:
            at = found[name][0]
            page = site.tab(language, session)
            page.goto(at)
            wrong += [f"{at}, {language}: {fault}" for fault in look(page, theme, width)]
            page.context.close()
    assert not wrong, "\n".join(wrong)


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("day", DAYS)
def test_axe_finds_nothing_on_any_page(
    stand_on: Callable[[date], str], browser: Browser, tmp_path: Path, day: date, role: str, language: str
) -> None:
    address = stand_on(day)
    found, session = seen_by(role, language, each=2)
    wrong = []
    with a_site(browser, address, day, tmp_path) as site:
        page = site.tab(language, session)
        for at in [at for addresses in found.values() for at in addresses]:
            page.goto(at)
            is_room = page.evaluate("() => document.body.classList.contains('in-room')")
            for theme in (*THEMES, "hall") if is_room else THEMES:
                for width in WIDTHS:
                    wrong += [f"{at}: {fault}" for fault in look(page, theme, width)]
        page.context.close()
    assert not wrong, "\n".join(wrong)
