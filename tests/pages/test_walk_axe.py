"""axe finds nothing on any page of the walk: light and dark, two languages, desk and phone, rooms in the hall.

`make test` looks at a share that turns with every commit, `make prove` at all.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product

import pytest
from django.db import transaction
from playwright.sync_api import Browser, Page

from tests.databases import OwnDatabase
from tests.factories.seasons import World
from tests.pages.axe import LANGUAGES, THEMES, WIDTHS, look, look_everywhere
from tests.pages.clients import client_of
from tests.pages.sites import Site, a_site
from tests.pages.walk.addresses import addresses, words_of
from tests.pages.walk.answers import NOWHERE
from tests.pages.walk.people import ADMINISTRATOR, LEADER, OFFICER, SECRETARY, SIGNED_OUT, walkers
from tests.pages.walk.rules import PAGE, RULES
from tests.pages.walk.season import a_season_with_everything, at_stage
from tests.turning import turning

SHARE = 12  # looks of `make test`
READERS = (SECRETARY, ADMINISTRATOR, OFFICER, LEADER, SIGNED_OUT)
PAGES = [name for name, rule in RULES.items() if rule.gives == PAGE]
UNKNOWN, REFUSED, HELD = REFUSALS = "unknown", "refused", "held"
SEND_UNSIGNED = """() => {
    const form = document.createElement('form')
    form.method = 'post'
    form.action = '/thong-bao/da-doc'
    document.body.append(form)
    form.submit()
}"""


class Walk:
    """The season with everything on a real server, and who reads it."""

    def __init__(self, world: World, site: Site) -> None:
        self.world, self.site = world, site
        with transaction.atomic():
            people = walkers(world)
            self.sessions = {who: client_of(people[who]).cookies["sessionid"].value for who in READERS[:-1]}
            self.found = addresses(world, words_of(world))

    @contextmanager
    def page(self, name: str, language: str) -> Iterator[Page]:
        """A page, or one of the refusals, before the eyes of somebody who may act there, else of who may read it."""
        who = SECRETARY if name in REFUSALS else self._reader(name)
        with self.site.tab(language, self.sessions.get(who, "")) as page:
            if name == UNKNOWN:
                page.goto(NOWHERE)
            elif name == REFUSED:
                page.goto(self.found["keep_unit"])
            elif name == HELD:
                page.goto(self.found["today"])
                with page.expect_navigation():
                    page.evaluate(SEND_UNSIGNED)
            else:
                at_stage(self.world, RULES[name].stage)
                answer = page.goto(self.found[name])
                assert answer is not None
                assert answer.status == 200, name
            yield page

    def _reader(self, name: str) -> str:
        rule = RULES[name]
        return next(who for who in READERS if who in (rule.acts or rule.reads))


@pytest.fixture
def walk(browser: Browser, own_database: OwnDatabase, monkeypatch: pytest.MonkeyPatch) -> Iterator[Walk]:
    monkeypatch.setenv("THIDUA_DATA", str(own_database.data))
    with transaction.atomic():  # one commit for all
        world = a_season_with_everything()
    with a_site(browser, own_database.environment) as site:
        yield Walk(world, site)


def test_axe_finds_nothing_on_a_share_of_the_walk(walk: Walk) -> None:
    wrong = []
    for name, theme, language, width in turning(product([*PAGES, *REFUSALS], THEMES, LANGUAGES, WIDTHS), SHARE):
        with walk.page(name, language) as page:
            wrong += [f"{name}, {language}: {fault}" for fault in look(page, theme, width)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_any_page_of_the_walk(walk: Walk, language: str) -> None:
    wrong = []
    for name in [*PAGES, *REFUSALS]:
        with walk.page(name, language) as page:
            wrong += [f"{name}, {language}: {fault}" for fault in look_everywhere(page)]
    assert not wrong, "\n".join(wrong)
