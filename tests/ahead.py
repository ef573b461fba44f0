"""The demo's seasons, played in a process of their own while the workers run other tests.

A worker that needs one before it is there waits, or plays it itself if nobody does: see `tests.played`.
"""

import atexit
import os
import subprocess
import sys
from pathlib import Path

import pytest

ASKS_FOR_A_SEASON = "stand_on"  # the fixture
FIRST_WORKER = "gw0"


def late_enough(items: list[pytest.Item]) -> list[pytest.Item]:
    """The same tests, those that need a season after a small part of the others: by then it is nearly played.

    They wait most, for browsers, so none of them may come last, when few other processes are left that work meanwhile.
    """
    waiting = [item for item in items if _needs_a_season(item)]
    others = [item for item in items if not _needs_a_season(item)]
    first = len(others) // 16
    return [*others[:first], *waiting, *others[first:]]


def play_ahead(worker: str, items: list[pytest.Item], shared: Path) -> None:
    """Begins in the first worker of a run in which some test needs a season; ends with it."""
    if worker == FIRST_WORKER and any(_needs_a_season(item) for item in items):
        with (shared / "ahead.log").open("w") as log:
            player = subprocess.Popen([sys.executable, "-m", __name__, str(shared)], stdout=log, stderr=log)
        atexit.register(player.kill)


def _needs_a_season(item: pytest.Item) -> bool:
    return ASKS_FOR_A_SEASON in getattr(item, "fixturenames", ())


def main(shared: Path) -> None:
    import django
    from django.conf import settings

    from tests import databases, hashing, played

    settings.PASSWORD_HASHERS = [hashing.QUICKLY, *settings.PASSWORD_HASHERS]
    django.setup()
    from thidua.base.garbage import seldom_look_for_garbage

    seldom_look_for_garbage()
    folder = shared / "ahead"
    folder.mkdir()
    engine = databases.engine_for(os.environ.get("THIDUA_DATABASE", ""), folder)
    prepared = databases.prepare(engine, shared)
    played.played_database(engine, prepared, shared, played.AFTER_THE_MERGERS)  # goes on from the end of 2016


if __name__ == "__main__":
    main(Path(sys.argv[1]))
