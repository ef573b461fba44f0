"""Everything that must hold: style, types, layers, catalogues, tests on both databases.

Every step runs, whatever the one before it said; at the end stands what failed, and last of all
the line with which pytest summed up.
"""

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
SUMMARY = re.compile(r"^=*\s*(\d+ (passed|failed|error|skipped|deselected|xfailed|warning)|no tests ran).* in [\d.]+s")


@dataclass(frozen=True)
class Step:
    name: str
    command: tuple[str, ...]

    @property
    def is_test(self) -> bool:
        return self.command[0] == "pytest"


CHECKS = (
    Step("style", ("ruff", "check", "--quiet", ".")),
    Step("layout of the code", ("ruff", "format", "--quiet", "--check", ".")),
    Step("types", ("mypy",)),
    Step("layers", ("lint-imports", "--no-logo", "--no-cache")),
    Step("English catalogues", ("python", "scripts/messages.py", "--check")),
)


def tests(which: str, workers: int) -> tuple[Step, Step]:
    """The tests that hold for both databases on PostgreSQL first, then all of them on SQLite."""
    pytest = ("pytest", "-q", "-n", str(workers), "--dist", "worksteal", "-p", "no:cacheprovider")
    return (
        Step("tests on PostgreSQL", (*pytest, "--database", "postgresql", "-m", f"both and {which}")),
        Step("tests on SQLite", (*pytest, "-m", which)),
    )


def run(step: Step) -> tuple[bool, str]:
    """Run one step, its words passing through; gives whether it held, and pytest's last line."""
    begun = time.monotonic()
    print(f"── {step.name}", flush=True)
    last = ""
    program = str(BIN / step.command[0])
    process = subprocess.Popen([program, *step.command[1:]], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    for line in _lines(process):
        print(line, end="", flush=True)
        if SUMMARY.match(line):
            last = line.strip()
    held = process.wait() == 0 or (step.is_test and process.returncode == 5)  # 5: nothing is marked so
    print(f"   {'holds' if held else 'FAILS'}, {time.monotonic() - begun:.1f} s", flush=True)
    return held, last


def _lines(process: subprocess.Popen[bytes]) -> Iterator[str]:
    for raw in process.stdout or ():
        yield raw.decode(errors="replace")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--no-tests", action="store_true", help="only the checks that need no test")
    part.add_argument("--only-tests", action="store_true", help="only the tests")
    part.add_argument("--long", action="store_true", help="only the long forms of the proofs")
    asked = parser.parse_args()
    os.environ["PATH"] = f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"

    steps: tuple[Step, ...] = () if asked.long or asked.only_tests else CHECKS
    if not asked.no_tests:
        steps += tests("long" if asked.long else "not long", workers=2)
    outcomes = [(step, *run(step)) for step in steps]
    failed = [step.name for step, held, _ in outcomes if not held]
    print("Failed: " + ", ".join(failed) if failed else "All hold.", flush=True)

    summaries = [(held, last) for step, held, last in outcomes if step.is_test]
    if summaries:  # of a run that failed, else of the last run, which is the whole on SQLite
        print(next((last for held, last in summaries if not held), summaries[-1][1]), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
