"""A Chromium for the tests: the one that is named, else one that is installed."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--hide-scrollbars")


def chromium() -> str:
    """Path of the browser. Raises LookupError when there is none; `make test` installs one."""
    named = os.environ.get("CHROMIUM")
    found = named or next((path for name in NAMES if (path := shutil.which(name))), None)
    if not found:
        raise LookupError(f"no browser found; install one of {', '.join(NAMES)} or name it in CHROMIUM")
    return found


def launch_options() -> dict[str, object]:
    """For playwright's `chromium.launch`; as root Chromium runs only without its sandbox."""
    flags = [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    return {"executable_path": chromium(), "args": flags}
