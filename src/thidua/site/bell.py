"""One reader per process asks the journal for its last number, and tells every open stream."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

log = logging.getLogger(__name__)
PAUSE = 0.2  # seconds between two questions to the journal


class Listener:
    """One stream's ear: the last number it was told, and a wait for the next."""

    def __init__(self) -> None:
        self.seq = 0
        self._rung = asyncio.Event()

    def ring(self, seq: int) -> None:
        self.seq = seq
        self._rung.set()

    async def wait(self) -> int:
        """The newest number, once there is one that has not been told."""
        await self._rung.wait()
        self._rung.clear()
        return self.seq


class Bell:
    """Rings all listeners when `read`, which may block, gives another number than before.

    The reader runs only while somebody listens. A question that fails is asked again after a
    pause: a stream outlives a database that is started anew.
    """

    def __init__(self, read: Callable[[], int], pause: float = PAUSE) -> None:
        self._read = read
        self._pause = pause
        self._listeners: set[Listener] = set()
        self._reader: asyncio.Task[None] | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="bell")

    def listen(self) -> Listener:
        """A listener that hears of every number from now on; must be given to `leave` at the end."""
        listener = Listener()
        self._listeners.add(listener)
        if self._reader is None or self._reader.done():
            self._reader = asyncio.get_running_loop().create_task(self._keep_reading())
        return listener

    def leave(self, listener: Listener) -> None:
        self._listeners.discard(listener)
        if not self._listeners and self._reader is not None:
            self._reader.cancel()
            self._reader = None

    async def _keep_reading(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                seq = await loop.run_in_executor(self._thread, self._read)
            except Exception:
                log.exception("the journal's last number could not be read")
                await asyncio.sleep(10 * self._pause)
                continue
            for listener in self._listeners:
                if listener.seq != seq:  # a new listener stands at 0 and learns the present number
                    listener.ring(seq)
            await asyncio.sleep(self._pause)
