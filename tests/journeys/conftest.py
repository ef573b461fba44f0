"""The browser of a journey: what it opened is closed once the server that it looked at is gone.

A page that has lost its server waits for no answer: closed before that, one in sixteen never came to an end.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser


@pytest.fixture(name="browser")
def a_browser(chromium: Browser) -> Iterator[Browser]:
    """For a journey that has a server of its own."""
    yield chromium
    _close(chromium)


@pytest.fixture(scope="module")
def shared_browser(chromium: Browser) -> Iterator[Browser]:
    """For journeys that share a server."""
    yield chromium
    _close(chromium)


def _close(browser: Browser) -> None:
    for context in browser.contexts:
        context.close()
