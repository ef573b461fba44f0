"""Set a checkout up: `.venv`, the pinned packages, the project itself, the catalogues.

Run by `make` with any python3; needs nothing but the standard library and pip. A second run that
finds nothing changed does nothing. Say `run`, `dev` or `bench` for how much is wanted.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scripts import system  # noqa: E402

LEVELS = ("run", "dev", "bench")  # each holds the one before it
OLDEST = (3, 11)


def pins(level: str) -> Path:
    return ROOT / "requirements" / f"{level}.txt"


def mark_of(level: str, python: str) -> str:
    """What a finished set-up depends on: pins, the project's own description, place and interpreter."""
    digest = hashlib.sha256(f"{ROOT}\n{python}\n".encode())
    for file in (pins(level), ROOT / "pyproject.toml"):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def is_done(venv: Path, level: str, python: str) -> bool:
    """Whether this level, or one that holds it, is already there."""
    return (venv / "bin" / "python").exists() and any(
        (stamp := venv / f"stamp-{higher}").is_file() and stamp.read_text() == mark_of(higher, python)
        for higher in LEVELS[LEVELS.index(level) :]
    )


def make_venv(venv: Path, python: str) -> None:
    """An environment of this interpreter: one that hangs on another, or has lost its pip, is made anew."""
    made, asked = venv / "bin" / "python", "import pip, os, sys; print(os.path.realpath(sys._base_executable))"
    if made.exists():
        below = subprocess.run([made, "-c", asked], capture_output=True, text=True).stdout.strip()
        if below == os.path.realpath(python):
            return
    if subprocess.run([python, "-c", "import ensurepip"], capture_output=True).returncode != 0:
        system.install_venv_for(python)
    subprocess.run([python, "-m", "venv", "--clear", venv], check=True)


def pip(venv: Path, *arguments: str | Path) -> None:
    quiet = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "PIP_ROOT_USER_ACTION": "ignore"}
    subprocess.run([venv / "bin" / "python", "-m", "pip", *arguments], check=True, env={**os.environ, **quiet})


def fetch(venv: Path, level: str, into: Path) -> tuple[float, float]:
    """Download the wheels of a level, hashes checked; gives seconds and megabytes."""
    begun = time.monotonic()
    pip(
        *(venv, "download", "--quiet", "--require-hashes", "--no-deps", "--only-binary", ":all:"),
        *("--dest", into, "--requirement", pins(level)),
    )
    return time.monotonic() - begun, sum(file.stat().st_size for file in into.iterdir()) / 1e6


def install(venv: Path, level: str, wheels: Path) -> None:
    """Python compiles a module when it is first used: most of what the packages hold never is."""
    pip(
        *(venv, "install", "--quiet", "--no-compile", "--no-index", "--find-links", wheels, "--require-hashes"),
        *("--no-deps", "--requirement", pins(level)),
    )
    pip(venv, "install", "--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--editable", ROOT)


def set_up(venv: Path, level: str, python: str) -> None:
    begun = time.monotonic()
    print(f"Setting up {venv.name} ({level}) …", flush=True)
    make_venv(venv, python)
    wheels = venv / "wheels"
    shutil.rmtree(wheels, ignore_errors=True)
    wheels.mkdir()
    seconds, megabytes = fetch(venv, level, wheels)
    install(venv, level, wheels)
    shutil.rmtree(wheels)
    (venv / f"stamp-{level}").write_text(mark_of(level, python))
    rest = time.monotonic() - begun - seconds
    print(f"Downloads: {seconds:.1f} s, {megabytes:.0f} MB. The rest of the set-up: {rest:.1f} s.", flush=True)


def compile_catalogues(venv: Path) -> None:
    """Only those that are newer than what was compiled from them."""
    sources = (ROOT / "src" / "thidua").rglob("locale/*/LC_MESSAGES/django.po")
    if any(system.is_newer(source, source.with_suffix(".mo")) for source in sources):
        subprocess.run([venv / "bin" / "python", ROOT / "scripts" / "messages.py", "--compile"], check=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("level", choices=LEVELS)
    parser.add_argument("--venv", type=Path, default=ROOT / ".venv")
    parser.add_argument("--python", default=sys.executable)
    asked = parser.parse_args()

    python = system.python_from(asked.python, OLDEST)
    if asked.level != "run":
        system.install_what_tests_need()
    if not is_done(asked.venv, asked.level, python):
        set_up(asked.venv, asked.level, python)
    compile_catalogues(asked.venv)
    return 0


if __name__ == "__main__":
    sys.exit(main())
