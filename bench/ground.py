"""The ground of a measurement: a filled database of either engine, and the real server on it."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.postgres import Cluster
from tests.site.serving import Served, serving

ROOT = Path(__file__).resolve().parents[1]
ENGINES = ("SQLite", "PostgreSQL")


@dataclass(frozen=True)
class Ground:
    """`told` is what the filling said about the season: addresses, and sessions of people who are signed in."""

    environment: dict[str, str]
    told: dict[str, Any]

    @contextmanager
    def served(self) -> Iterator[Served]:
        with serving(self.environment, patience=7200) as server:
            yield server

    def ask(self, module: str, *arguments: str) -> dict[str, Any]:
        """What `python -m module` prints on this database, as JSON."""
        return asked(self.environment, module, *arguments)


@contextmanager
def prepared(engine: str, filling: str, *arguments: str) -> Iterator[Ground]:
    """A migrated database, filled by `python -m filling arguments`, removed at the end."""
    with ExitStack() as stack:
        data = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="thidua-bench-")))
        environment = {name: value for name, value in os.environ.items() if not name.startswith("THIDUA_")} | {
            "DJANGO_SETTINGS_MODULE": "bench.settings",
            "PYTHONPATH": str(ROOT),  # the installed command does not look into the current folder
            "THIDUA_DATA": str(data),
            "THIDUA_SECRET_KEY": "only-for-measurements-" + "x" * 40,
            "THIDUA_SECOND_FACTOR": "offered",  # the signers' sessions are made by the filling, without one
        }
        if engine == "PostgreSQL":
            cluster = stack.enter_context(Cluster(haste=False))
            environment["THIDUA_DATABASE"] = cluster.address()
        subprocess.run([sys.executable, "-m", "django", "migrate", "-v0"], env=environment, check=True)
        yield Ground(environment, asked(environment, filling, *arguments))


def asked(environment: dict[str, str], module: str, *arguments: str) -> dict[str, Any]:
    """What `python -m module` prints, as JSON; an empty environment is this process's own."""
    command = [sys.executable, "-m", module, *arguments]
    said = subprocess.run(command, env=environment or None, check=True, stdout=subprocess.PIPE, text=True).stdout
    told: dict[str, Any] = json.loads(said)
    return told
