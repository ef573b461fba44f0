"""One command, one port: granian answers, `/live/` in async code, all else by Django in threads; jobs beside it."""

import os

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from thidua.cli.beside import Beside

PATIENCE = 3  # seconds that open streams and slow answers get when the server is stopped


def serve(*, host: str, port: int, workers: int) -> None:
    """Serves until a signal stops it; the jobs process starts and ends with it."""
    os.environ["THIDUA_SERVER"] = str(os.getpid())  # so that worker and jobs see when it is gone
    with Beside("thidua.jobs", patience=PATIENCE):
        Server(
            target="thidua.site.asgi:application",
            address=host,
            port=port,
            interface=Interfaces.ASGI,
            workers=workers,
            workers_kill_timeout=PATIENCE,
            respawn_failed_workers=True,
            log_access=False,
            log_level=LogLevels.error,
            websockets=False,
        ).serve()
