"""The browser of a journey: what it opened is closed after it, once the server that it looked at is gone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser


@pytest.fixture(name="browser")
def a_browser(browser: Browser) -> Iterator[Browser]:
    """A page that has lost its server waits for no answer: closed before that, one in sixteen never came to an end."""
    yield browser
    for context in browser.contexts:
        context.close()
