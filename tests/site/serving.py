"""The real `thidua serve` on a free loopback port, for tests."""

import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

COMMAND = str(Path(sys.executable).with_name("thidua"))
PATIENCE = 60  # seconds until a step that never comes fails the test


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Served:
    """A server that has said its address and answers."""

    def __init__(self, process: "subprocess.Popen[str]", port: int) -> None:
        self.process, self.port = process, port

    def get(self, address: str, session: str = "") -> HTTPResponse:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", address, headers={"Cookie": f"sessionid={session}"} if session else {})
        return connection.getresponse()

    def children(self) -> list[int]:
        """Processes that the command has started, whichever of its threads did."""
        files = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        return [int(pid) for file in files for pid in file.read_text().split()]

    def jobs(self) -> int | None:
        """The jobs process, if it runs just now."""
        lines = {pid: _command_line(pid) for pid in self.children()}
        return next((pid for pid, line in lines.items() if line.endswith("-m thidua.jobs")), None)

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)


@contextmanager
def serving(environment: dict[str, str], *command: str, patience: float = PATIENCE) -> Iterator[Served]:
    """`thidua serve`, or another `command` that serves, started with this environment.

    Stopped at the end if the test has not done so, or after `patience` seconds.
    """
    port = free_port()
    process = subprocess.Popen(
        [COMMAND, *(command or ("serve",)), "--port", str(port)], env=environment, stdout=subprocess.PIPE, text=True
    )
    watchdog = threading.Timer(patience, process.kill)
    watchdog.start()
    try:
        assert process.stdout
        if not command:
            assert process.stdout.readline() == f"thidua: http://localhost:{port}\n"
        _wait_for(port, process)
        yield Served(process, port)
    finally:
        watchdog.cancel()
        if process.poll() is None:
            process.terminate()
        process.communicate()


def _wait_for(port: int, process: "subprocess.Popen[str]") -> None:
    pause = threading.Event()
    while process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        pause.wait(0.1)
    raise AssertionError(f"the server ended with {process.returncode}")


def is_alive(pid: int) -> bool:
    """Whether it still runs: one that has ended and only waits to be counted does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def _command_line(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ").strip()
    except (FileNotFoundError, ProcessLookupError):
        return ""
