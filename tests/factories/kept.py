"""A world that many tests begin with is built once by the ordinary acts; later its rows are put back as they were.

Only where a test begins with it: on a database that holds nothing yet. Rows keep their keys, sequences follow.
"""

import pickle
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, wraps
from typing import Any, ParamSpec, TypeVar, cast

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction

from thidua.base.places import files_folder

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class Kept:
    statements: tuple[str, ...]
    answer: bytes  # what the factory gave, pickled: every test gets rows of its own
    files: Mapping[str, bytes]  # by their names in the folder of stored files


_kept: dict[tuple[Any, ...], Kept] = {}


def kept(build: Callable[P, R]) -> Callable[P, R]:
    """Make of a factory one that builds the same world once for all tests of a worker.

    Its answer depends on nothing but what it is given, and on the demo's day, by which the clock goes. Stored files are
    put back into the folder of the test's own.
    """

    @wraps(build)
    def built(*args: P.args, **kwargs: P.kwargs) -> R:
        what = (build.__module__, build.__name__, args, tuple(sorted(kwargs.items())))
        key = (connection.vendor, settings.DEMO_DAY, *what)
        if not _holds_nothing():
            return build(*args, **kwargs)
        if key not in _kept:
            answer = build(*args, **kwargs)
            _kept[key] = Kept(tuple(_statements()), pickle.dumps(answer), _files())
            return answer
        _put_back(_kept[key])
        return cast(R, pickle.loads(_kept[key].answer))

    return built


def _put_back(world: Kept) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in world.statements:
            cursor.execute(statement)
    for name, content in world.files.items():
        file = files_folder() / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _files() -> dict[str, bytes]:
    """The files that the rows speak of; a folder without such rows may hold another test's."""
    if not _rows("files_storedfile"):
        return {}
    folder = files_folder()
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def _statements() -> Iterator[str]:
    """What makes these rows of a database that was just prepared."""
    for table, at_first in prepared().items():
        key, columns = _columns()[table][0], ", ".join(_columns()[table])
        rows = [row for row in _rows(table) if row not in at_first]
        values = [f"({', '.join(row)})" for row in rows]
        if at_first:
            yield from (
                f"UPDATE {table} SET ({columns}) = {new} WHERE {key} = {new[1:].split(',')[0]}" for new in values
            )
        elif rows:
            yield f"INSERT INTO {table} ({columns}) VALUES {', '.join(values)}"
            if sequence := _sequence(table, key):
                yield f"SELECT setval('{sequence}', greatest(nextval('{sequence}'), (SELECT max({key}) FROM {table})))"


def _sequence(table: str, key: str) -> str | None:
    """What PostgreSQL numbers a table's rows with; SQLite looks at the rows themselves."""
    if connection.vendor == "sqlite":
        return None
    [(name,)] = _asked(f"SELECT pg_get_serial_sequence('{table}', '{key.strip(chr(34))}')")
    return cast(str | None, name)


def _holds_nothing() -> bool:
    [(holds,)] = _asked(_does_it_hold())
    return not holds


@cache
def _does_it_hold() -> str:
    return "SELECT " + " OR ".join(f"EXISTS (SELECT 1 FROM {table})" for table, rows in prepared().items() if not rows)


@cache
def _columns() -> dict[str, list[str]]:
    """Every table with its columns, the key first."""
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    return {
        f'"{model._meta.db_table}"': [f'"{field.column}"' for field in model._meta.concrete_fields] for model in models
    }


@cache
def prepared() -> dict[str, frozenset[tuple[str, ...]]]:
    """What each table holds before the first test; asked for by the fixtures that hand out a fresh database."""
    return {table: frozenset(_rows(table)) for table in _columns()}


def _rows(table: str) -> list[tuple[str, ...]]:
    """A table's rows, each value as SQL writes it."""
    quoted = "quote({})" if connection.vendor == "sqlite" else "quote_nullable({}::text)"
    name = table if table in _columns() else f'"{table}"'
    columns = ", ".join(quoted.format(column) for column in _columns()[name])
    return _asked(f"SELECT {columns} FROM {name} ORDER BY 1")


def _asked(question: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchall()
