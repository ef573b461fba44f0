"""Looks through the text of a file; what may keep its reader busy without end is read in a process of its own.

That process reads the file from its standard input and writes its lines as JSON. It has little time and little
memory: a file made to take more of either ends it, and not the server.
"""

import io
import json
import resource
import subprocess
import sys
from typing import BinaryIO

from thidua.records.files.kinds import PDF
from thidua.records.files.text import MOST_BYTES_AT_HAND, lines_of, text_bytes_of

SECONDS, MOST_MEMORY, MOST_LETTERS = 20, 1 << 30, 5_000_000


def text_of(content: BinaryIO, kind: str) -> list[str] | None:
    """The lines of a file that was accepted; None where reading them took too much time or memory."""
    if kind != PDF and text_bytes_of(content, kind) <= MOST_BYTES_AT_HAND:
        return lines_of(content, kind)
    command = [sys.executable, "-P", "-m", "thidua.records.files.looking", kind]
    content.seek(0)
    try:
        done = subprocess.run(command, input=content.read(), capture_output=True, check=True, timeout=SECONDS)
    except (subprocess.SubprocessError, OSError):
        return None
    finally:
        content.seek(0)
    lines: list[str] = json.loads(done.stdout)
    return lines


def _within_limits(lines: list[str]) -> list[str]:
    kept, letters = [], 0
    for line in lines:
        letters += len(line)
        if letters > MOST_LETTERS:
            break
        kept.append(line)
    return kept


def _look() -> None:
    """What the process of its own does."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    lines = lines_of(io.BytesIO(sys.stdin.buffer.read()), sys.argv[1])
    json.dump(_within_limits(lines), sys.stdout)


if __name__ == "__main__":
    _look()
