"""From a signature on one server process to the slowest of many viewers on another."""

import asyncio
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from bench.clients import Client
from bench.ground import ENGINES, prepared
from bench.page import Table, figure

VIEWERS, SIGNATURES = 700, 5
PATIENCE = 60  # seconds


@dataclass
class Viewers:
    """Open streams in an event loop of their own; each notes when it heard of a new line, and when it had the board."""

    port: int
    address: str
    board: str
    session: str
    count: int

    def __post_init__(self) -> None:
        self.heard: dict[int, list[float]] = {}
        self.seen: dict[int, list[float]] = {}
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        # Kept: the loop itself holds its tasks by weak references only.
        self._tasks = [asyncio.run_coroutine_threadsafe(self._watch(), self._loop) for _ in range(self.count)]

    async def _watch(self) -> None:
        reader, _ = await self._asking(self.address)
        async for line in reader:
            if line.startswith(b"HTTP/1.1"):
                assert b"200" in line, line
            if line.startswith(b"data: "):
                seq = int(line[6:])
                self.heard.setdefault(seq, []).append(time.perf_counter())
                await self._look()
                self.seen.setdefault(seq, []).append(time.perf_counter())

    async def _look(self) -> None:
        """Fetches the board's part, as the page does when the bell rings."""
        reader, writer = await self._asking(self.board, "HX-Request: true\r\nConnection: close\r\n")
        answer = await reader.read()
        assert answer.startswith(b"HTTP/1.1 200"), answer[:80]
        writer.close()

    async def _asking(self, address: str, more: str = "") -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        reader, writer = await asyncio.open_connection("localhost", self.port)
        writer.write(
            f"GET {address} HTTP/1.1\r\nHost: localhost\r\nCookie: sessionid={self.session}\r\n{more}\r\n".encode()
        )
        return reader, writer

    def wait_until_open(self) -> None:
        """Each stream begins by telling the present number."""
        _until(lambda: sum(map(len, self.seen.values())) >= self.count)

    def slowest_after(self, begun: float, known: set[int]) -> tuple[float, float]:
        """Seconds from `begun` until the last viewer had heard of a line that was not `known`, and had the board."""
        _until(lambda: any(len(all_) == self.count for seq, all_ in self.seen.items() if seq not in known))
        told = (max(max(all_) for seq, all_ in found.items() if seq not in known) for found in (self.heard, self.seen))
        heard, seen = told
        return heard - begun, seen - begun


def measure(viewers: int = VIEWERS, signatures: int = SIGNATURES) -> Table:
    """Units sign one after another on server A; all viewers watch on server B, same database."""
    rows = []
    for engine in ENGINES:
        with prepared(engine, "bench.filling", "signing", str(signatures + 1)) as ground:
            with ground.served() as here, ground.served() as there:
                streams = Viewers(there.port, *(ground.told[one] for one in ("live", "board", "viewer")), viewers)
                streams.wait_until_open()
                slowest = []
                for unit, leader in ground.told["signers"][:signatures]:
                    known = set(streams.heard)
                    client = Client(here.port, f"sessionid={leader}")
                    _, page = client.send("GET", ground.told["pact"])
                    token = page.partition(b'name="csrfmiddlewaretoken" value="')[2].partition(b'"')[0].decode()
                    begun = time.perf_counter()
                    fields = {"csrfmiddlewaretoken": token, "key": f"bench-{unit}", "unit": unit}
                    status, _ = client.send("POST", ground.told["sign"], fields)
                    assert status == 303, status
                    slowest.append(streams.slowest_after(begun, known))
            for what, all_ in zip(("bell", "board"), zip(*slowest, strict=True), strict=True):
                rows.append((engine, what, *(figure(one) for one in sorted(all_))))
    return Table(
        f"From a signature to the slowest of {viewers} viewers",
        ("engine", "until", *(f"signature {number + 1}, s" for number in range(signatures))),
        tuple(rows),
        "Signer and viewers are on two server processes that share only the database. Seconds from sending the "
        "signature until the last stream told of it (bell), and until the last viewer had fetched the new board; "
        "fastest first. The bell asks the journal every 0.2 s.",
    )


def _until(holds: Callable[[], bool]) -> None:
    end = time.perf_counter() + PATIENCE
    while not holds():
        assert time.perf_counter() < end, "the viewers heard nothing"
        time.sleep(0.005)
