"""What the set-up needs from the machine: an interpreter, and packages of the distribution."""

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from glob import glob
from pathlib import Path

# The shell is the same engine without the windows: it takes half the processor's time.
CHROMIUM_NAMES = (
    "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
)  # fmt: skip
POSTGRESQL_FOLDERS = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin")
OLDEST_POSTGRESQL = 15


@dataclass(frozen=True)
class Need:
    """Something of the machine: how to see that it is there, and the package that brings it on Debian."""

    what: str
    package: str
    found: Callable[[], str | None]


def chromium() -> str | None:
    """The browser named in CHROMIUM, else one that is installed."""
    return os.environ.get("CHROMIUM") or next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), None)


def postgresql() -> str | None:
    """The folder of the newest PostgreSQL's programs (initdb, postgres), 15 at least."""
    folders = [folder for pattern in POSTGRESQL_FOLDERS for folder in glob(pattern)]
    if beside := shutil.which("initdb"):
        folders.append(str(Path(beside).resolve().parent))
    known = {folder: _version(folder) for folder in folders if os.access(f"{folder}/initdb", os.X_OK)}
    return max((folder for folder in known if known[folder] >= OLDEST_POSTGRESQL), key=known.__getitem__, default=None)


def _version(folder: str) -> int:
    """The major version, from words like `initdb (PostgreSQL) 15.13 (Debian …)`."""
    words = subprocess.run([f"{folder}/initdb", "--version"], capture_output=True, text=True).stdout.split()
    return next((int(word.split(".")[0]) for word in words if word[0].isdigit()), 0)


def calc() -> str | None:
    """LibreOffice with its spreadsheets."""
    return _soffice_with("libsclo.so")


def writer() -> str | None:
    """LibreOffice with its word processor."""
    return _soffice_with("libswlo.so")


def _soffice_with(part: str) -> str | None:
    """Distributions sell the parts apart; where LibreOffice lies elsewhere it is taken to be whole."""
    found = glob(f"/usr/lib/libreoffice/program/{part}") + glob(f"/opt/libreoffice*/program/{part}")
    return shutil.which("soffice") if found or not Path("/usr/lib/libreoffice").exists() else None


TESTS = (
    Need("a Chromium, for the tests in a browser", "chromium-headless-shell", chromium),
    Need("PostgreSQL, for the tests on it", "postgresql", postgresql),
    Need("LibreOffice Calc, for the second calculation of the ranking", "libreoffice-calc", calc),
    Need("LibreOffice Writer, for the PDF of an office's own Word template", "libreoffice-writer", writer),
)


def install_venv_for(python: str) -> None:
    """Debian keeps `venv` of an interpreter in a package of its own."""
    asked = [python, "-c", "import sys; print('python%d.%d-venv' % sys.version_info[:2])"]
    package = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
    install(Need("Python's venv", package, lambda: None))


def install_what_tests_need() -> None:
    missing = [need for need in TESTS if need.found() is None]
    if missing:
        install(*missing)


def install(*needs: Need) -> None:
    """Install packages as root or with sudo, saying so; else print the one line to type, and stop."""
    packages = " ".join(need.package for need in needs)
    print("Missing: " + "; ".join(need.what for need in needs), flush=True)
    line = f"apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends {packages}"
    if not shutil.which("apt-get"):
        raise SystemExit(f"Please install what Debian calls: {packages}")
    if os.geteuid() == 0:
        command = ["sh", "-c", line]
    elif shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        command = ["sudo", "-n", "sh", "-c", line]
    else:
        raise SystemExit(f"Please type, then start again:\n  sudo apt-get install --no-install-recommends {packages}")
    print(f"Installing the distribution's packages: {packages}", flush=True)
    if subprocess.run(command, stdin=subprocess.DEVNULL).returncode != 0:
        raise SystemExit(f"That failed. Please install by hand: {packages}")


def python_from(named: str, oldest: tuple[int, int]) -> str:
    """The interpreter to build on: the one named if it is new enough, else a newer one on the path.

    Inside a virtual environment the interpreter below it is meant, so that an environment never
    hangs on another one.
    """
    for candidate in (named, "python3.11", "python3.12", "python3.13"):
        path = shutil.which(candidate)
        if path is None:
            continue
        asked = "import sys; print(getattr(sys, '_base_executable', sys.executable), *sys.version_info[:2])"
        answer = subprocess.run([path, "-c", asked], capture_output=True, text=True)
        if answer.returncode == 0:
            base, major, minor = answer.stdout.rsplit(maxsplit=2)
            if (int(major), int(minor)) >= oldest:
                return base
    raise SystemExit(f"Python {oldest[0]}.{oldest[1]} or newer is needed (Debian: apt-get install python3).")


def is_newer(source: Path, made: Path) -> bool:
    return not made.exists() or made.stat().st_mtime < source.stat().st_mtime
