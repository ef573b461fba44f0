"""Many clients at once against a server on loopback: each keeps its connection and sends one form after another."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from statistics import quantiles
from urllib.parse import urlencode

PATIENCE = 120  # seconds after which an answer counts as lost


@dataclass
class Load:
    """What came back: seconds of each answer, how many of each status, and how long the whole took."""

    seconds: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    lasted: float = 0.0

    @property
    def a_second(self) -> float:
        return len(self.seconds) / self.lasted

    def within(self, percent: int) -> float:
        """Seconds within which so many per cent of the answers came."""
        return quantiles(self.seconds, n=100)[percent - 1]


@dataclass
class Client:
    """One browser: its cookies, its connection."""

    port: int
    cookies: str = ""
    connection: HTTPConnection | None = None

    def send(self, method: str, address: str, fields: dict[str, str] | None = None) -> tuple[int, bytes]:
        """Status and body; 0 when no answer came."""
        headers = {"Cookie": self.cookies, "Content-Type": "application/x-www-form-urlencoded"}
        self.connection = self.connection or HTTPConnection("localhost", self.port, timeout=PATIENCE)
        try:
            self.connection.request(method, address, urlencode(fields) if fields else None, headers)
            answer = self.connection.getresponse()
            for cookie in answer.headers.get_all("Set-Cookie") or ():
                name, _, rest = cookie.partition("=")
                if name == "csrftoken" and "csrftoken=" not in self.cookies:
                    self.cookies += f"; csrftoken={rest.split(';')[0]}"
            return answer.status, answer.read()
        except (HTTPException, OSError):
            self.connection.close()
            self.connection = None
            return 0, b""


def at_once(works: Iterable[Callable[[Load], None]]) -> Load:
    """All works, each in a thread of its own; gives what they found together."""
    loads: list[Load] = []
    threads = []
    for work in works:
        loads.append(Load())
        threads.append(threading.Thread(target=work, args=(loads[-1],)))
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    whole = Load(lasted=time.perf_counter() - begun)
    for one in loads:
        whole.seconds += one.seconds
        whole.statuses += one.statuses
    return whole
