"""The test client's way through the middleware, laid once and not for each client: it lists the static files each time.

A setting that a test changes lays it anew, but for the demo's day, which nobody asks for before a request.
"""

from typing import Any

from django.core.signals import setting_changed
from django.test.client import ClientHandler

WAY = ("_view_middleware", "_template_response_middleware", "_exception_middleware", "_middleware_chain")
ASKED_BY_REQUESTS = {"DEMO_DAY"}


def lay_once() -> None:
    laid: dict[str, Any] = {}
    lay = ClientHandler.load_middleware

    def load_middleware(self: ClientHandler) -> None:
        if not laid:
            lay(self)
            laid.update({name: getattr(self, name) for name in WAY})
        vars(self).update(laid)

    def changed(*, setting: str, **_: Any) -> None:
        if setting not in ASKED_BY_REQUESTS:
            laid.clear()

    ClientHandler.load_middleware = load_middleware  # type: ignore[method-assign]
    setting_changed.connect(changed, weak=False)
