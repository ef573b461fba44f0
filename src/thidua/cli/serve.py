"""`thidua serve`: pages, live streams and background work on one port, started and stopped together."""

import argparse
import os
import socket
import sys
from collections.abc import Callable

from thidua.cli import ready, server


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("serve", help="pages, live streams and background work on one port")
    add_address(parser)
    parser.set_defaults(run=run)


def add_address(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="the port to listen on (8000)")
    parser.add_argument("--workers", type=int, default=1, help="processes that answer requests (1)")


def run(given: argparse.Namespace) -> int:
    """Serves until it is told to stop; a port that is taken is said in one sentence."""
    os.environ["THIDUA_LISTENS_AT"] = address_at(given)
    return serving(given, lambda: _tell(given))


def address_at(given: argparse.Namespace) -> str:
    """Where it listens: links begin with it as long as nobody says by which address others open the program."""
    return f"http://{shown_host(given.host)}:{given.port}"


def _tell(given: argparse.Namespace) -> None:
    """Where it is; while nobody has an account, the link by which the first one comes in."""
    print(f"thidua: {address_at(given)}", flush=True)
    if (first := way_in()) is not None:
        print(f"Nobody has an account yet. Open this to begin, and give it to nobody else:\n  {first}", flush=True)


def way_in() -> str | None:
    """The link of the first account, None once there is one."""
    from django.urls import reverse

    from thidua.records.accounts.queries import first_secret, has_accounts
    from thidua.records.desk.house import house_address

    return None if has_accounts() else house_address() + reverse("first_account", args=(first_secret(),))


def serving(given: argparse.Namespace, told: Callable[[], None]) -> int:
    if not _is_free(given.host, given.port):
        print(f"Port {given.port} is taken. Stop the other program, or give another port: --port 8001", file=sys.stderr)
        return 1
    ready.prepare()
    if ready.is_mixed_up() or _shows_its_inside(given.host):
        return 1
    ready.load_pages()
    told()
    ready.close_connections()
    server.serve(host=given.host, port=given.port, workers=given.workers)
    return 0


def shown_host(host: str) -> str:
    """Passkeys refuse bare numbers, so the loopback is shown by its name."""
    return "localhost" if host in ("127.0.0.1", "::1") else host


def _is_free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _shows_its_inside(host: str) -> bool:
    """Whether everybody on the network would be shown settings and stack at each error; says so."""
    from django.conf import settings

    wrong = settings.DEBUG and shown_host(host) != "localhost"
    if wrong:
        print("THIDUA_DEBUG shows the program's inside: serve it on 127.0.0.1 only, or unset it.", file=sys.stderr)
    return bool(wrong)
