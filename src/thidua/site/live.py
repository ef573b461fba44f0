"""`/live/<cluster>/<season>`: a bell that says that something happened, never what.

The stream (Server-Sent Events) sends `change` with the number of the journal's last line; the page
fetches its part anew under its own access rules. `?after=SEQ` says what the page has seen, so that
a line between page and stream is not missed; without it the first event comes at once.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from io import BytesIO
from typing import Any, TypeVar

from asgiref.sync import sync_to_async
from django.conf import settings
from django.contrib.auth import get_user
from django.core.handlers.asgi import ASGIRequest
from django.db import close_old_connections

from thidua.base.clock import today
from thidua.pages.looking.session import seen_through
from thidua.records.accounts.queries import actor_of
from thidua.records.seasons.access import may
from thidua.records.seasons.models import Season
from thidua.records.seasons.queries.hall import mark
from thidua.site.bell import Bell

PREFIX = "/live/"
KEEP_ALIVE = 15.0  # seconds of silence, after which a comment keeps the connection open
CHECK_AFTER = 60.0  # seconds after which the session and the rights are asked again
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"private, no-store"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-accel-buffering", b"no"),
]
R = TypeVar("R")
_askers = ThreadPoolExecutor(max_workers=2, thread_name_prefix="live")


def _with_connection(ask: Callable[..., R]) -> Callable[..., R]:
    """Outside a request nobody else closes connections that are too old or broken."""

    def asking(*args: Any) -> R:
        close_old_connections()
        try:
            return ask(*args)
        finally:
            close_old_connections()

    return asking


def _may_watch(scope: dict[str, Any]) -> bool:
    """Whether the session in the request's cookie belongs to somebody who may watch the season."""
    slugs = scope["path"].removeprefix(PREFIX).split("/")
    if len(slugs) != 2 or scope["method"] != "GET":
        return False
    request: Any = ASGIRequest(scope, BytesIO())
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(key)
    account = get_user(request)
    season = Season.objects.filter(cluster__slug=slugs[0], slug=slugs[1]).first()
    if not account.is_authenticated or season is None:
        return False
    on = today()
    actor = seen_through(actor_of(account, on=on), request.session, on=on)
    return may(actor, "board.watch", season=season, on=on).is_yes


may_watch = sync_to_async(_with_connection(_may_watch), thread_sensitive=False, executor=_askers)
bell = Bell(_with_connection(mark))


async def live(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """Answers one request for a stream; ends when the reader leaves or may no longer watch."""
    if not await may_watch(scope):
        await send({"type": "http.response.start", "status": 404, "headers": [(b"content-type", b"text/plain")]})
        await send({"type": "http.response.body", "body": b"404\n"})
        return
    await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
    listener = bell.listen()
    ringing = asyncio.ensure_future(_ring(listener.wait, scope, send))
    leaving = asyncio.ensure_future(_left(receive))
    try:
        await asyncio.wait((ringing, leaving), return_when=asyncio.FIRST_COMPLETED)
    finally:
        bell.leave(listener)
        ringing.cancel()
        leaving.cancel()
        await asyncio.gather(ringing, leaving, return_exceptions=True)


async def _ring(wait: Callable[[], Any], scope: dict[str, Any], send: Any) -> None:
    """Events and comments until the right to watch ends."""
    clock = asyncio.get_running_loop().time
    check_at = clock() + CHECK_AFTER
    seen = _seen(scope)
    while True:
        try:
            seq, rehearsed = await asyncio.wait_for(wait(), KEEP_ALIVE)
        except TimeoutError:
            text = ": \n\n"
        else:
            # A page says which line of the journal it knows, never which of a rehearsal's own log.
            text = "" if seq <= seen and not rehearsed else f"event: change\nid: {seq}\ndata: {seq}\n\n"
        if clock() >= check_at:
            if not await may_watch(scope):
                await send({"type": "http.response.body", "body": b""})
                return
            check_at = clock() + CHECK_AFTER
        if text:
            await send({"type": "http.response.body", "body": text.encode(), "more_body": True})


def _seen(scope: dict[str, Any]) -> int:
    """The last number that the page says it knows; -1, so that anything is news, when it says none."""
    after = scope["query_string"].decode("latin-1").removeprefix("after=")
    return int(after) if after.isascii() and after.isdigit() and len(after) < 19 else -1


async def _left(receive: Any) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
