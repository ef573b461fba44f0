"""A process beside the server: started with it, started again when it falls over, ended with it."""

import subprocess
import sys
import threading
from types import TracebackType

PAUSE = 2.0  # seconds before it is started again


class Beside:
    """`with Beside("thidua.jobs", patience=5):` runs `python -m thidua.jobs` for as long as the block lasts.

    At the end the process gets SIGTERM, and SIGKILL after `patience` seconds.
    """

    def __init__(self, module: str, *, patience: float) -> None:
        self._command = [sys.executable, "-m", module]
        self._patience = patience
        self._stopped = threading.Event()
        self._watcher = threading.Thread(target=self._keep_running, name=module, daemon=True)

    def __enter__(self) -> "Beside":
        self._process = self._start()
        self._watcher.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopped.set()
        self._process.terminate()
        self._watcher.join(self._patience)
        if self._watcher.is_alive():
            self._process.kill()
            self._watcher.join()

    def _start(self) -> "subprocess.Popen[bytes]":
        # A session of its own: Ctrl C reaches the server, which then ends this process in order.
        return subprocess.Popen(self._command, start_new_session=True)

    def _keep_running(self) -> None:
        while True:
            self._process.wait()
            if self._stopped.wait(PAUSE):
                return
            self._process = self._start()
            if self._stopped.is_set():  # told to stop while starting
                self._process.terminate()
