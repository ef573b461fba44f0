"""The sheet of parts served by the product itself, and a server of drafts that keeps them in memory."""

import threading
from collections.abc import Iterator
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from playwright.sync_api import Browser, Page


class Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the test says what failed."""


class Threaded(ThreadingMixIn, WSGIServer):
    daemon_threads = True


@pytest.fixture(scope="module")
def served_at() -> Iterator[str]:
    """Address of a server on a free port, with the product's settings and middleware and `served`'s addresses.

    For one module only: while it runs, the addresses of the whole process are those of `served`.
    """
    from django.core.wsgi import get_wsgi_application
    from django.test import override_settings

    from tests.pages.shared.browser import served

    with override_settings(ROOT_URLCONF=served.__name__, ALLOWED_HOSTS=["127.0.0.1"]):
        server = make_server("127.0.0.1", 0, get_wsgi_application(), Threaded, Quiet)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def page(browser: Browser, served_at: str) -> Iterator[Page]:
    """A tab of its own; a breach of the content policy or an error of a script fails the test."""
    from tests.pages.shared.browser.served import DRAFTS

    DRAFTS.reset()
    context = browser.new_context(base_url=served_at, viewport={"width": 1280, "height": 800})
    context.set_default_timeout(10_000)
    tab = context.new_page()
    wrong: list[str] = []
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.on("console", lambda line: wrong.append(line.text) if "Content Security Policy" in line.text else None)
    yield tab
    context.close()
    assert wrong == []
