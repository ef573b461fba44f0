"""One reader per process asks for the last numbers of the journal and of a rehearsal, and tells every open stream."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

log = logging.getLogger(__name__)
PAUSE = 0.2  # seconds between two questions to the journal
Mark = tuple[int, int]  # the journal's last number, and that of the log of rehearsals


class Listener:
    """One stream's ear: the last number it was told, and a wait for the next."""

    def __init__(self) -> None:
        self.mark: Mark = (0, 0)
        self._rung = asyncio.Event()

    def ring(self, mark: Mark) -> None:
        self.mark = mark
        self._rung.set()

    async def wait(self) -> Mark:
        """The newest numbers, once there are some that have not been told."""
        await self._rung.wait()
        self._rung.clear()
        return self.mark


class Bell:
    """Rings all listeners when `read`, which may block, gives other numbers than before.

    The reader runs only while somebody listens. A question that fails is asked again after a
    pause: a stream outlives a database that is started anew.
    """

    def __init__(self, read: Callable[[], Mark], pause: float = PAUSE) -> None:
        self._read = read
        self._pause = pause
        self._listeners: set[Listener] = set()
        self._reader: asyncio.Task[None] | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="bell")

    def listen(self) -> Listener:
        """A listener that hears of all numbers from now on; must be given to `leave` at the end."""
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
                mark = await loop.run_in_executor(self._thread, self._read)
            except Exception:
                log.exception("the journal's last number could not be read")
                await asyncio.sleep(10 * self._pause)
                continue
            for listener in self._listeners:
                if listener.mark != mark:  # a new listener stands at 0 and learns the present numbers
                    listener.ring(mark)
            await asyncio.sleep(self._pause)
