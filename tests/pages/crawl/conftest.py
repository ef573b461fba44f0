"""The founding season on a day, for tests that look at it with a reader's eyes."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date

import pytest

from tests.databases import Engine, a_name
from tests.pages.crawl.founding import founding_database, on_the_day


@pytest.fixture(scope="module")
def stand_on(
    engine: Engine,
    prepared_database: str,
    tmp_path_factory: pytest.TempPathFactory,
    worker_id: str,
    django_db_blocker: object,
) -> Iterator[Callable[[date], str]]:
    """Goes to a day of the founding season: from then on the program runs on that day's database. Gives its address.

    Each module has a copy of each day of its own; the season itself is played once for the whole run.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    copies: dict[date, str] = {}
    with ExitStack() as unblocked:
        unblocked.enter_context(django_db_blocker.unblock())
        present = ExitStack()

        def go(day: date) -> str:
            if day not in copies:
                copies[day] = engine.copy(founding_database(engine, prepared_database, shared, day), a_name(worker_id))
            present.close()
            present.enter_context(on_the_day(copies[day], day))
            return copies[day]

        yield go
        present.close()
        for address in copies.values():
            engine.remove(address)
