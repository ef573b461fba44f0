"""Looks through the text of a file; what may keep its reader busy without end is read in a process of its own.

That process reads the file from its standard input and writes its lines as JSON. It has little time and little
memory: a file made to take more of either ends it, and not the server.
"""

import io
import json
import resource
import subprocess
import sys
import threading
import time
from typing import BinaryIO

from thidua.records.files.kinds import PDF
from thidua.records.files.text import MOST_BYTES_AT_HAND, lines_of, text_bytes_of

SECONDS, MOST_MEMORY, MOST_LETTERS = 20, 1 << 29, 5_000_000
SECONDS_TOGETHER = 60  # for files that come together
AT_ONCE = threading.BoundedSemaphore(2)  # of such processes in one server process


class Patience:
    """Seconds for many files together; each takes what it needs of them, at most SECONDS."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._left = seconds

    @property
    def seconds(self) -> float:
        return max(0.0, min(SECONDS, self._left))

    def took(self, seconds: float) -> None:
        self._left -= seconds


def text_of(content: BinaryIO, kind: str, patience: Patience | None = None) -> list[str] | None:
    """The lines of a file that was accepted; None where reading them took too much time or memory.

    Without `patience` the file has all the time that one may take.
    """
    if kind != PDF and text_bytes_of(content, kind) <= MOST_BYTES_AT_HAND:
        return lines_of(content, kind)
    patience, begun = patience or Patience(), time.monotonic()
    command = [sys.executable, "-P", "-m", "thidua.records.files.looking", kind]
    content.seek(0)
    try:
        with AT_ONCE:
            done = subprocess.run(
                command, input=content.read(), capture_output=True, check=True, timeout=patience.seconds
            )
        lines: list[str] = json.loads(done.stdout)
        return lines
    except (subprocess.SubprocessError, OSError, ValueError):
        return None
    finally:
        patience.took(time.monotonic() - begun)
        content.seek(0)


def _within_limits(lines: list[str]) -> list[str]:
    """Raises MemoryError for more than is looked through: what is cut off would count as read."""
    if sum(map(len, lines)) > MOST_LETTERS:
        raise MemoryError
    return lines


def _look() -> None:
    """What the process of its own does."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    lines = lines_of(io.BytesIO(sys.stdin.buffer.read()), sys.argv[1])
    json.dump(_within_limits(lines), sys.stdout)


if __name__ == "__main__":
    _look()
