"""Prepared databases for tests: migrated once for all workers, then copied, never emptied.

Journal tables refuse deletion by trigger, so a flush is no way to clean up. A test takes either

- `db`: one copy per worker, everything rolled back after the test; quick, the usual choice; or
- `own_database`: a fresh copy of its own, with real commits, seen by threads and by processes that
  get `own_database.environment`.
"""

import os
import shutil
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
from filelock import FileLock
from psycopg import sql

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class OwnDatabase:
    """A database that one test may fill as it likes."""

    address: str  # what THIDUA_DATABASE says
    data: Path  # what THIDUA_DATA says: an empty folder of the test's own

    @property
    def environment(self) -> dict[str, str]:
        """The environment for a process of the program that works on this database.

        It hashes a password as quickly as the tests do: else it hashes each anew as soon as somebody signs in.
        """
        bare = {name: value for name, value in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}
        hasty = {"DJANGO_SETTINGS_MODULE": "tests.site.hasty", "PYTHONPATH": str(ROOT)}
        return {**bare, **hasty, "THIDUA_DATABASE": self.address, "THIDUA_DATA": str(self.data)}


class Engine(ABC):
    """Makes databases and copies of them; every database is known by its address."""

    @abstractmethod
    def create(self, name: str) -> str:
        """Make an empty database; gives its address."""

    @abstractmethod
    def copy(self, source: str, name: str) -> str:
        """Make a copy of a database that nobody is connected to; gives its address."""

    @abstractmethod
    def remove(self, address: str) -> None:
        """Remove a database, whoever is still connected to it."""


class SQLite(Engine):
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def create(self, name: str) -> str:
        return f"sqlite://{self._folder / name}.sqlite3"

    def copy(self, source: str, name: str) -> str:
        made = self.create(name)
        shutil.copyfile(_file(source), _file(made))
        return made

    def remove(self, address: str) -> None:
        for ending in ("", "-wal", "-shm", "-journal"):
            Path(f"{_file(address)}{ending}").unlink(missing_ok=True)


class PostgreSQL(Engine):
    def __init__(self, server: str) -> None:
        self._server = server  # the address of a database of the same cluster, up to the name

    def create(self, name: str) -> str:
        return self._make(name, "template1")

    def copy(self, source: str, name: str) -> str:
        return self._make(name, source.rsplit("/", 1)[1])

    def remove(self, address: str) -> None:
        name = address.rsplit("/", 1)[1]
        self._run(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def _make(self, name: str, template: str) -> str:
        made = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY")  # two thirds of the time of the usual one
        self._run(made.format(sql.Identifier(name), sql.Identifier(template)))
        return f"{self._server}/{name}"

    def _run(self, statement: sql.Composed) -> None:
        with psycopg.connect(f"{self._server}/postgres", autocommit=True) as connection:
            connection.execute(statement)


def _file(address: str) -> Path:
    return Path(address.removeprefix("sqlite://"))


def engine_for(address: str, folder: Path) -> Engine:
    """The engine that an address of a database belongs to; SQLite keeps its files in the folder."""
    return PostgreSQL(address.rsplit("/", 1)[0]) if address.startswith("postgresql") else SQLite(folder)


def prepare(engine: Engine, shared: Path) -> str:
    """The address of the migrated database; the first worker of the run makes it, the others wait."""
    note = shared / "prepared"
    with FileLock(shared / "prepared.lock"):
        if not note.exists():
            address = engine.create("prepared")
            with pointed_at(address):
                _bring_up()
            settle(address)
            note.write_text(address)
    return note.read_text()


def _bring_up() -> None:
    from thidua.base.tables import bring_up

    bring_up()


def settle(address: str) -> None:
    """Bring everything into the one file, so that copying the file copies the database."""
    if address.startswith("sqlite"):
        connection = sqlite3.connect(_file(address))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()


@contextmanager
def pointed_at(address: str) -> Iterator[None]:
    """Let Django's default connection, in every thread, mean another database for a while."""
    from django.db import connections

    from thidua.site.settings import _database

    before = connections.settings["default"]
    kept = connections["default"]
    connections.settings["default"] = connections.configure_settings({"default": _database(address)})["default"]
    connections["default"] = connections.create_connection("default")
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings["default"] = before
        connections["default"] = kept


def a_name(worker: str) -> str:
    return f"own_{worker}_{uuid4().hex[:12]}"
