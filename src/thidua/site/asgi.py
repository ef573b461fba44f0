"""The front: pages go to Django's WSGI handler in a pool of threads, live streams to async code."""

import os
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.site.settings")

from a2wsgi import WSGIMiddleware

from thidua.site.wsgi import application as wsgi  # sets Django up: before everything that reads tables

THREADS = 8
pages: Any = WSGIMiddleware(wsgi, workers=THREADS)  # type: ignore[arg-type]  # Django answers with what WSGI wants

from thidua.site.live import PREFIX, live  # noqa: E402  # needs Django set up


async def application(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """The ASGI application that granian runs."""
    if scope["type"] != "http":
        return

    # granian hands out awaitables, a2wsgi wants coroutines.
    async def given() -> Any:
        return await receive()

    async def answered(message: Any) -> None:
        await send(message)

    answer = live if scope["path"].startswith(PREFIX) else pages
    await answer(scope, given, answered)
