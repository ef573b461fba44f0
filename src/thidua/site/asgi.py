"""The front: pages go to Django's WSGI handler in a pool of threads, live streams to async code."""

import asyncio
import os
import signal
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.site.settings")

from a2wsgi import WSGIMiddleware

from thidua.site.wsgi import application as wsgi  # sets Django up: before everything that reads tables

THREADS = 8
PATIENCE = 3  # seconds that answers under way get once the command that started us is gone
pages: Any = WSGIMiddleware(wsgi, workers=THREADS)  # type: ignore[arg-type]  # Django answers with what WSGI wants

from thidua.site.live import PREFIX, live  # noqa: E402  # needs Django set up


async def application(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """The ASGI application that granian runs."""

    # granian hands out awaitables, a2wsgi wants coroutines.
    async def given() -> Any:
        return await receive()

    async def answered(message: Any) -> None:
        await send(message)

    if scope["type"] == "lifespan":
        await _life(given, answered)
    elif scope["type"] == "http":
        answer = live if scope["path"].startswith(PREFIX) else pages
        await answer(scope, given, answered)


async def _life(receive: Any, send: Any) -> None:
    """A worker's life, from the server's start to its stop."""
    await receive()
    watching = asyncio.ensure_future(_end_with(int(os.environ.get("THIDUA_SERVER", os.getppid()))))
    await send({"type": "lifespan.startup.complete"})
    await receive()
    watching.cancel()
    await send({"type": "lifespan.shutdown.complete"})


async def _end_with(parent: int) -> None:
    """When the command was killed outright, its worker would keep the port without anybody minding it."""
    while os.getppid() == parent:
        await asyncio.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.sleep(PATIENCE)
    os._exit(1)
