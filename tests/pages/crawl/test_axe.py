"""axe finds nothing on the pages of the founding season that links lead to, whoever follows them.

`make test` looks at a few pages always and at a share of the rest that turns with every commit; `make prove` at
every page that holds an element which none of its kind before it has shown. The pages of the walk have a test of
their own, test_walk_axe.py.
"""

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.databases import OwnDatabase
from tests.pages.axe import LANGUAGES, THEMES, WIDTHS, look, look_everywhere
from tests.pages.crawl.walking import Visit, visits
from tests.pages.sites import a_site
from tests.played import AFTER_THE_MERGERS, DAYS, LAST_DAY, ROLES, SIGNING, signed_in
from tests.turning import turning

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
SHARE = 1  # further looks of each


def seen_by(role: str, language: str = "vi", each: int = 1) -> tuple[list[Visit], str]:
    """The pages that links lead one role to; and the session that saw them."""
    client = signed_in(role, language)
    found = [visit for visit in visits(client, each) if visit.reading.lang]
    return found, client.cookies["sessionid"].value if role else ""


def environment(address: str, day: date, data: Path) -> dict[str, str]:
    return OwnDatabase(address, data).environment | {"THIDUA_DEMO_DAY": day.isoformat()}


@pytest.mark.parametrize(("day", "role"), ALWAYS)
def test_axe_finds_nothing_on_a_share_of_the_pages(
    stand_on: Callable[[date], str], browser: Browser, tmp_path: Path, day: date, role: str
) -> None:
    address = stand_on(day)
    found, session = seen_by(role)
    at = {visit.name: visit.address for visit in found}
    cases = [(name, *how) for name in at for how in product(THEMES, LANGUAGES, WIDTHS)]
    wrong = []
    with a_site(browser, environment(address, day, tmp_path)) as site:
        for name, theme, language, width in [*ALWAYS[day, role], *turning(cases, SHARE)]:
            with site.tab(language, session) as page:
                page.goto(at[name])
                wrong += [f"{at[name]}, {language}: {fault}" for fault in look(page, theme, width)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("day", [*DAYS, AFTER_THE_MERGERS])
def test_axe_finds_nothing_on_any_page(
    stand_on: Callable[[date], str], browser: Browser, tmp_path: Path, day: date, language: str
) -> None:
    address, wrong = stand_on(day), []
    shown: dict[str, set[str]] = defaultdict(set)
    with a_site(browser, environment(address, day, tmp_path)) as site:
        for role in ROLES:
            found, session = seen_by(role, language, each=2)
            with site.tab(language, session) as page:
                for visit in found:
                    if visit.reading.shapes <= shown[visit.name]:
                        continue
                    shown[visit.name] |= visit.reading.shapes
                    page.goto(visit.address)
                    wrong += [f"{visit.address}, {role}: {fault}" for fault in look_everywhere(page)]
    assert not wrong, "\n".join(wrong)
