"""A Chromium for the tests: the one that is named, else one that is installed."""

import os

from scripts import system

FLAGS = ("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--hide-scrollbars")


def chromium() -> str:
    """Path of the browser. Raises LookupError when there is none; `make test` installs one."""
    found = system.chromium()
    if not found:
        raise LookupError(f"no browser found; install one of {', '.join(system.CHROMIUM_NAMES)} or name it in CHROMIUM")
    return found


def launch_options() -> dict[str, object]:
    """For playwright's `chromium.launch`; as root Chromium runs only without its sandbox."""
    flags = [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    return {"executable_path": chromium(), "args": flags}
