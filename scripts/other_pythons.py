"""Run the tests on the other Pythons that the program names, where such an interpreter is found.

Each gets an environment of its own (`.venv-3.12`, …) with the same pins.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OTHERS = ("3.12", "3.13")


def interpreter(version: str) -> str | None:
    """One that runs: on the path, else among those that pyenv has installed, the newest first."""
    by_pyenv = sorted((Path.home() / ".pyenv" / "versions").glob(f"{version}.*"), key=_parts, reverse=True)
    candidates = [shutil.which(f"python{version}"), *(str(folder / "bin" / f"python{version}") for folder in by_pyenv)]
    return next((path for path in candidates if path and _is(path, version)), None)


def _parts(folder: Path) -> list[int]:
    return [int(part) for part in folder.name.split(".") if part.isdigit()]


def _is(path: str, version: str) -> bool:
    asked = [path, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    try:
        return subprocess.run(asked, capture_output=True, text=True).stdout.strip() == version
    except OSError:
        return False


def tests_hold_on(python: str, version: str) -> bool:
    venv = ROOT / f".venv-{version}"
    set_up = [sys.executable, "scripts/setup.py", "dev", "--venv", str(venv), "--python", python]
    check = [str(venv / "bin" / "python"), "scripts/check.py", "--only-tests"]
    return all(subprocess.run(command, cwd=ROOT).returncode == 0 for command in (set_up, check))


def main() -> int:
    outcomes = {}
    for version in OTHERS:
        if python := interpreter(version):
            print(f"══ Python {version}: {python}", flush=True)
            outcomes[version] = "holds" if tests_hold_on(python, version) else "FAILS"
        else:
            outcomes[version] = "not found"
    print("; ".join(f"Python {version}: {outcome}" for version, outcome in outcomes.items()))
    return 1 if "FAILS" in outcomes.values() else 0


if __name__ == "__main__":
    sys.exit(main())
