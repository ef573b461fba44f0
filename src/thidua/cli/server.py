"""One command, one port: granian answers, `/live/` in async code, all else by Django in threads."""

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server


def serve(*, host: str, port: int, workers: int) -> None:
    """Serves until a signal stops it."""
    Server(
        target="thidua.site.asgi:application",
        address=host,
        port=port,
        interface=Interfaces.ASGI,
        workers=workers,
        log_access=False,
        log_level=LogLevels.warning,
        websockets=False,
    ).serve()
