"""What one port costs: the sign-in page by granian's WSGI alone, and by the front with its pool of threads."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from bench.clients import Client, Load, at_once
from bench.ground import Ground, prepared
from bench.page import Table, figure
from tests.site.serving import free_port

PAGE = "/dang-nhap"
CLIENTS, SECONDS, ROUNDS = 8, 4.0, 7
GRANIAN = str(Path(sys.executable).with_name("granian"))
WAYS = {
    "WSGI alone, 8 threads": ("--interface", "wsgi", "--blocking-threads", "8", "thidua.site.wsgi:application"),
    "one port: front with pool of 8": ("--interface", "asgi", "thidua.site.asgi:application"),
}


def measure(seconds: float = SECONDS, rounds: int = ROUNDS) -> Table:
    """Rounds alternate between both, in changing order, on one machine in one run."""
    with prepared("SQLite", "bench.filling", "signing", "3") as ground:
        found: dict[str, list[float]] = {name: [] for name in WAYS}
        with (
            _running(ground, "WSGI alone, 8 threads") as one,
            _running(ground, "one port: front with pool of 8") as two,
        ):
            ports = dict(zip(WAYS, (one, two), strict=True))
            for number in range(-1, rounds):  # the first round warms up
                for name in list(WAYS)[:: 1 if number % 2 else -1]:
                    load = at_once(_opening(ports[name], seconds) for _ in range(CLIENTS))
                    assert set(load.statuses) == {200}, load.statuses
                    if number >= 0:
                        found[name].append(load.a_second)
    alone, front = found.values()
    ratios = sorted(b / a for a, b in zip(alone, front, strict=True))
    rows = [(name, figure(median(all_)), f"{figure(min(all_))} to {figure(max(all_))}") for name, all_ in found.items()]
    return Table(
        "What one port costs",
        ("served by", "pages a second, median", "range"),
        tuple(rows),
        f"{CLIENTS} kept-alive clients, {seconds:g} s a round, {rounds} rounds of each in alternating order. Ratio of "
        f"paired rounds: median {figure(median(ratios))}, from {figure(ratios[0])} to {figure(ratios[-1])}.",
    )


@contextmanager
def _running(ground: Ground, way: str) -> Iterator[int]:
    port = free_port()
    options = ("--host", "127.0.0.1", "--port", str(port), "--workers", "1", "--log-level", "error")
    process = subprocess.Popen([GRANIAN, *options, *WAYS[way]], env=ground.environment)
    try:
        while Client(port).send("GET", PAGE)[0] != 200:
            assert process.poll() is None, f"{way} did not start"
            time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait(30)


def _opening(port: int, seconds: float) -> Callable[[Load], None]:
    def work(load: Load) -> None:
        client, end = Client(port), time.perf_counter() + seconds
        while (begun := time.perf_counter()) < end:
            status, _ = client.send("GET", PAGE)
            load.seconds.append(time.perf_counter() - begun)
            load.statuses[status] += 1

    return work
