"""Which database the tests run on, where their data lie, copies of prepared databases, and the browser."""

import atexit
import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright

from tests import ahead, databases
from tests.chromium import launch_options
from tests.databases import Engine, OwnDatabase
from tests.hashing import QUICKLY
from tests.memory import keep_in_memory
from tests.played import on_the_day, played_database
from tests.postgres import Cluster

# No test asserts time: a busy machine takes longer over an example.
hypothesis.settings.register_profile("thidua", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("thidua")

LONG = 3600  # seconds that the long form of a proof may take


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=("sqlite", "postgresql"),
        default="sqlite",
        help="the engine to run on; PostgreSQL is started for the run unless THIDUA_DATABASE names one",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Before anything reads the settings: environment of our own, which workers inherit from the first process.

    Until all tests are collected nearly nothing is garbage, and none is looked for.
    """
    gc.disable()
    if not hasattr(config, "workerinput"):
        _set_the_environment(config)
    # pytest-django sets Django up, in its turn after this, only if the settings have been read by then.
    from django.conf import settings

    # A server that a test starts reads such a hash too: the cost stands inside it.
    settings.PASSWORD_HASHERS = [QUICKLY, *settings.PASSWORD_HASHERS]


def _set_the_environment(config: pytest.Config) -> None:
    named = os.environ.get("THIDUA_DATABASE", "")
    for name in [name for name in os.environ if name.startswith("THIDUA_")]:
        del os.environ[name]
    keep_in_memory()
    data = tempfile.mkdtemp(prefix="thidua-tests-")
    atexit.register(shutil.rmtree, data, ignore_errors=True)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "thidua.site.settings",
        "THIDUA_DATA": data,
        "THIDUA_SECRET_KEY": "only-for-tests-" + "x" * 40,
        # Accounts of the factories have no second factor; tests of it ask for the setting that they mean.
        "THIDUA_SECOND_FACTOR": "offered",
        # A browser of Playwright keeps its event loop running in the thread of the tests that follow.
        "DJANGO_ALLOW_ASYNC_UNSAFE": "1",
    }
    if config.getoption("database") == "postgresql" and not (config.option.collectonly or config.option.help):
        os.environ["THIDUA_DATABASE"] = named if named.startswith("postgresql") else _started_cluster()


def _started_cluster() -> str:
    cluster = Cluster()
    atexit.register(cluster.stop)
    cluster.start()
    return cluster.address()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Emptying tables breaks on append-only ones: a test that commits asks for `own_database`. Long forms get time."""
    items[:] = ahead.late_enough(items)
    emptying = {"transactional_db", "live_server", "django_db_reset_sequences", "django_db_serialized_rollback"}
    for item in items:
        marker = item.get_closest_marker("django_db")
        if emptying & set(getattr(item, "fixturenames", ())) or (marker and (marker.args or marker.kwargs)):
            raise pytest.UsageError(f"{item.nodeid} would empty tables; use own_database instead")
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.timeout(LONG))


def pytest_collection_finish() -> None:
    from thidua.base.garbage import seldom_look_for_garbage

    gc.enable()
    seldom_look_for_garbage()


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder that all workers of a run share."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session", autouse=True)
def _quickly(request: pytest.FixtureRequest, worker_id: str, shared: Path, django_test_environment: None) -> None:
    """What would be done again and again is done once, and what takes long from the beginning."""
    from tests.middleware import lay_once
    from tests.rendered import note_pages_alone

    note_pages_alone()
    lay_once()
    ahead.play_ahead(worker_id, request.session.items, shared)


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return databases.engine_for(os.environ.get("THIDUA_DATABASE", ""), tmp_path_factory.mktemp("databases"))


@pytest.fixture(scope="session")
def prepared_database(engine: Engine, shared: Path, django_db_blocker: object) -> str:
    """The address of the migrated database of this run; to be copied, never to be opened."""
    with django_db_blocker.unblock():
        return databases.prepare(engine, shared)


@pytest.fixture(scope="session")
def django_db_setup(
    engine: Engine, prepared_database: str, worker_id: str, django_db_blocker: object
) -> Iterator[None]:
    """Instead of pytest-django's: `db` works on this worker's copy of the prepared database."""
    address = engine.copy(prepared_database, f"shared_{worker_id}")
    with django_db_blocker.unblock(), databases.pointed_at(address):
        _look_at_the_empty_tables()
        yield
    engine.remove(address)


@pytest.fixture
def own_database(
    engine: Engine, prepared_database: str, worker_id: str, tmp_path: Path, django_db_blocker: object
) -> Iterator[OwnDatabase]:
    """A database of the test's own, with real commits; Django's default connection means it, in all threads."""
    with django_db_blocker.unblock(), _a_copy(engine, prepared_database, worker_id, tmp_path / "data") as own:
        yield own


@pytest.fixture(scope="module")
def module_database(
    engine: Engine,
    prepared_database: str,
    worker_id: str,
    tmp_path_factory: pytest.TempPathFactory,
    django_db_blocker: object,
) -> Iterator[OwnDatabase]:
    """The same for all tests of a module: they share one server, and each keeps to rows of its own."""
    data = tmp_path_factory.mktemp("module") / "data"
    with django_db_blocker.unblock(), _a_copy(engine, prepared_database, worker_id, data) as own:
        yield own


@contextmanager
def _a_copy(engine: Engine, prepared: str, worker: str, data: Path) -> Iterator[OwnDatabase]:
    address = engine.copy(prepared, databases.a_name(worker))
    data.mkdir()
    with databases.pointed_at(address):
        _look_at_the_empty_tables()
        yield OwnDatabase(address, data)
    engine.remove(address)


def _look_at_the_empty_tables() -> None:
    """Once for each worker, so that factories know what was there before them."""
    from tests.factories.kept import prepared

    prepared()


@pytest.fixture(scope="module")
def stand_on(
    engine: Engine, prepared_database: str, shared: Path, worker_id: str, django_db_blocker: object
) -> Iterator[Callable[[date], str]]:
    """Goes to a day of the founding season: from then on the program runs on that day's database. Gives its address.

    Each module has a copy of each day of its own; the season itself is played once for the whole run.
    """
    copies: dict[date, str] = {}
    with ExitStack() as unblocked:
        unblocked.enter_context(django_db_blocker.unblock())
        present = ExitStack()

        def go(day: date) -> str:
            if day not in copies:
                copies[day] = engine.copy(
                    played_database(engine, prepared_database, shared, day), databases.a_name(worker_id)
                )
            present.close()
            present.enter_context(on_the_day(copies[day], day))
            return copies[day]

        yield go
        present.close()
        for address in copies.values():
            engine.remove(address)


@pytest.fixture(scope="session")
def browser(chromium: Browser) -> Browser:
    return chromium


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests of a worker; each opens contexts of its own.

    Only one Playwright can run in a thread. It starts before a test's own database is pointed at, because Django
    keeps another default connection beside a running event loop.
    """
    with sync_playwright() as play:
        launched = play.chromium.launch(**launch_options())
        yield launched
        launched.close()


def pytest_unconfigure() -> None:
    """What stands now ends with the process: to look through all of it for garbage, as pytest does, takes seconds."""
    gc.freeze()
