"""The last hour before a deadline: thousands of score entries from clients who all save at once."""

import time
from collections.abc import Callable
from typing import Any

from bench.clients import Client, Load, at_once
from bench.ground import ENGINES, Ground, prepared
from bench.page import Table, figure

ENTRIES, CLIENTS = 10_000, 100
MOVED_ON = 303


def measure(entries: int = ENTRIES, clients: int = CLIENTS) -> Table:
    """Every entry an ordinary act by an officer; beside it the bare view with the same clients and bodies.

    Raises AssertionError if an entry is lost, doubled or refused, or if the journal's chain does not hold.
    """
    rows = []
    for engine in ENGINES:
        with prepared(engine, "bench.filling", "scoring", str(clients)) as ground:
            before = ground.ask("bench.counting")
            with ground.served() as server:
                cards = [_saving(server.port, one, entries // clients) for one in ground.told["cards"]]
                acts = at_once(cards)
                bare = at_once(_bare(server.port, one, entries // clients) for one in ground.told["cards"])
            _nothing_lost(ground, before, acts, entries)
        rows.append(
            (
                engine,
                figure(acts.a_second),
                *(figure(acts.within(percent)) for percent in (50, 95, 99)),
                figure(bare.a_second),
                figure(acts.a_second / bare.a_second),
            )
        )
    return Table(
        f"{entries:,} score entries from {clients} clients at once",
        ("engine", "entries a second", "median s", "95 % s", "99 % s", "bare rows a second", "ratio"),
        tuple(rows),
        "An entry saves a whole card: session, rights, lock, reckoning, journal line, receipt, commit. The bare view "
        "writes the same bytes as one row and commits. Receipts, journal lines and versions of the cards were "
        "counted afterwards: none is missing, none is there twice, no page of error came, and the chain holds.",
    )


def _saving(port: int, card: dict[str, Any], times: int) -> Callable[[Load], None]:
    def work(load: Load) -> None:
        client = Client(port, f"sessionid={card['session']}")
        _, page = client.send("GET", card["page"])
        token = page.partition(b'name="csrfmiddlewaretoken" value="')[2].partition(b'"')[0].decode()
        version = card["version"]
        for number in range(times):
            fields = card["fields"] | {
                "csrfmiddlewaretoken": token,
                "key": f"bench-{card['unit']}-{number}",
                "version": str(version + number),
            }
            _timed(load, client, card["address"], fields)

    return work


def _bare(port: int, card: dict[str, Any], times: int) -> Callable[[Load], None]:
    def work(load: Load) -> None:
        client = Client(port)
        for _ in range(times):
            _timed(load, client, "/tran", card["fields"])

    return work


def _timed(load: Load, client: Client, address: str, fields: dict[str, str]) -> None:
    begun = time.perf_counter()
    status, _ = client.send("POST", address, fields)
    load.seconds.append(time.perf_counter() - begun)
    load.statuses[status] += 1


def _nothing_lost(ground: Ground, before: dict[str, Any], acts: Load, entries: int) -> None:
    after = ground.ask("bench.counting")
    assert acts.statuses == {MOVED_ON: entries}, acts.statuses
    assert after["saved"] - before["saved"] == entries, (before, after)
    assert after["versions"] - before["versions"] == entries, (before, after)
    assert after["bare"] == entries, after
    assert after["chain"] == "holds", after
