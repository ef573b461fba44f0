"""Everything that must hold: style, types, layers, catalogues, tests on both databases.

Every step runs, whatever another said, and nearly all at the same time: while the tests on one database wait for a
browser or a server, those on the other work. At the end stands what failed, and last of all the line with which
pytest summed up.
"""

import argparse
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
SUMMARY = re.compile(r"^=*\s*(\d+ (passed|failed|error|skipped|deselected|xfailed|warning)|no tests ran).* in [\d.]+s")


@dataclass(frozen=True)
class Step:
    name: str
    command: tuple[str, ...]
    after: str = ""  # the name of the step whose end it waits for

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


def tests(*, long: bool) -> tuple[Step, ...]:
    """All tests on SQLite in two workers, and beside them on PostgreSQL those that hold for both databases.

    One process for PostgreSQL is enough: whenever a worker waits, for a browser or a server, another works. It ends
    before the two, so what needs nothing of theirs, and waits most, comes after it in a process of its own.
    Where few tests are asked for, only files are read that speak of their mark: to read them all takes many seconds.
    """
    pytest = ("pytest", "-q", "-p", "no:cacheprovider")
    workers = ("-n", "2", "--dist", "worksteal")
    on_postgresql = (*pytest, "--database", "postgresql", "-m")
    if long:
        both = "(both and long) or both_in_proof"
        return (
            Step("tests on PostgreSQL", (*on_postgresql, both, *marked("both"))),
            Step("tests on SQLite", (*pytest, *workers, "-m", "long")),
        )
    first = Step("tests on PostgreSQL", (*on_postgresql, "both and not long", *marked("both")))
    apart = (*pytest, "-m", "apart and not long", *marked("apart"))
    return (
        first,
        Step("what waits most, on SQLite", apart, after=first.name),
        Step("tests on SQLite", (*pytest, *workers, "-m", "not apart and not long")),
    )


def marked(name: str) -> list[str]:
    """The files of tests in which a mark of that name, or one that begins so, is given."""
    files = sorted((ROOT / "tests").rglob("test_*.py"))
    return [str(file.relative_to(ROOT)) for file in files if f"mark.{name}" in file.read_text(encoding="utf-8")]


class Running:
    """A step that has been started, or will be when `after` has ended; what it says is kept until somebody listens."""

    def __init__(self, step: Step, after: "Running | None") -> None:
        self.step, self._after, self._said = step, after, SimpleQueue[str | None]()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        if self._after:
            self._after._thread.join()
        begun = time.monotonic()
        command = (str(BIN / self.step.command[0]), *self.step.command[1:])
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
            for raw in process.stdout or ():
                self._said.put(raw.decode(errors="replace"))
        self._code, self._took = process.returncode, time.monotonic() - begun
        self._said.put(None)

    def outcome(self) -> tuple[bool, str]:
        """Pass on its words until it ends; gives whether it held, and pytest's last line."""
        print(f"── {self.step.name}", flush=True)
        last = ""
        while (line := self._said.get()) is not None:
            print(line, end="", flush=True)
            last = line.strip() if SUMMARY.match(line) else last
        nothing_marked = self.step.is_test and self._code == 5
        held = self._code == 0 or nothing_marked
        print(f"   {'holds' if held else 'FAILS'}, {self._took:.1f} s", flush=True)
        return held, last


def outcomes(steps: Iterable[Step]) -> list[tuple[Step, bool, str]]:
    """All at the same time but those that wait for another, each told of in its turn."""
    running: dict[str, Running] = {}
    for step in steps:
        running[step.name] = Running(step, running.get(step.after))
    return [(each.step, *each.outcome()) for each in running.values()]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--no-tests", action="store_true", help="only the checks that need no test")
    part.add_argument("--only-tests", action="store_true", help="only the tests")
    part.add_argument("--long", action="store_true", help="only the long forms of the proofs")
    asked = parser.parse_args()
    os.environ["PATH"] = f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"
    # Tests start the program a hundred times: it is compiled once, whatever the machine is set to.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

    checks = () if asked.long or asked.only_tests else CHECKS
    told = outcomes((*checks, *(() if asked.no_tests else tests(long=asked.long))))
    failed = [step.name for step, held, _ in told if not held]
    print("Failed: " + ", ".join(failed) if failed else "All hold.", flush=True)

    summaries = [(held, last) for step, held, last in told if step.is_test]
    if summaries:  # of a run that failed, else of the last run, which is the whole on SQLite
        print(next((last for held, last in summaries if not held), summaries[-1][1]), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
