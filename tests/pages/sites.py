"""The real server, and tabs of a browser that look at it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from tests.site.serving import serving

WHOLE_RUN = 3600  # seconds that a server is left alone in the long forms


@dataclass(frozen=True)
class Site:
    browser: Browser
    base: str

    @contextmanager
    def tab(self, language: str, session: str) -> Iterator[Page]:
        """A tab with a session of its own, or with none, that reads one language."""
        context = self.browser.new_context(base_url=self.base, reduced_motion="reduce")
        kept = {"language": language} | ({"sessionid": session} if session else {})
        context.add_cookies([{"name": name, "value": value, "url": self.base} for name, value in kept.items()])
        yield context.new_page()
        context.close()


@contextmanager
def a_site(browser: Browser, environment: dict[str, str]) -> Iterator[Site]:
    with serving(environment, patience=WHOLE_RUN) as server:
        yield Site(browser, f"http://localhost:{server.port}")
