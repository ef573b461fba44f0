"""Where the tests keep what lives for minutes: in memory, where there is enough of it."""

import os
import re
import shutil
import tempfile
from pathlib import Path

FOLDER = Path("/dev/shm")  # a folder in memory, on Linux
ENOUGH = 4 * 1024**3  # bytes that a whole run may take


def keep_in_memory() -> None:
    """Temporary files of this process and of those that it starts go there; elsewhere nothing changes.

    Databases are copied for every test that commits: on a disk that is busy one copy takes seconds.
    """
    if os.access(FOLDER, os.W_OK) and shutil.disk_usage(FOLDER).free >= ENOUGH and _available() >= 2 * ENOUGH:
        os.environ["TMPDIR"] = tempfile.tempdir = str(FOLDER)


def _available() -> int:
    """Bytes of memory that programs may still take."""
    said = re.search(r"MemAvailable:\s*(\d+) kB", Path("/proc/meminfo").read_text())
    return int(said[1]) * 1024 if said else 0
