"""Questions that every request and every act asks, written as SQL once: Django takes a hundred times as long to write
such a statement as a database takes to answer it. See docs/decisions, "questions of every request are written once".
"""

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import wraps
from inspect import signature
from typing import Any, ParamSpec, TypeVar, cast

from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.transaction import TransactionManagementError

P = ParamSpec("P")
Row = TypeVar("Row")
Asked = int | str | date | Sequence[int] | Sequence[str]
Build = Callable[..., models.QuerySet[Any, Any]]

LENGTHS = (0, 1, 2, 4, 8, 16, 32)  # of lists: a shorter one is filled up with its last value, so that few are kept
MOST = LENGTHS[-1]  # a longer list is asked without being kept
QUESTIONS: list[tuple[Build, Callable[..., list[Any]]]] = []  # all there are, each beside its query; for their test

_FIRST_KEY = 7_310_000_001
_FIRST_DAY = date(7310, 1, 1)


@dataclass(frozen=True)
class _Statement:
    """`params` as the database takes them; of what changes, `places` tells where it stands in what is asked."""

    sql: str
    params: tuple[Any, ...]
    places: tuple[tuple[int, int], ...]  # where in `params`, and which of the values
    query: models.QuerySet[Any, Any]  # that it was written for
    compiler: Any  # Django's, that has written it and knows which column belongs where

    def answer(self, values: Sequence[Any]) -> list[Any]:
        locks = self.query.query.select_for_update and connection.features.has_select_for_update
        if locks and connection.get_autocommit():
            raise TransactionManagementError("rows are locked in a transaction only")
        params = list(self.params)
        for place, which in self.places:
            params[place] = values[which]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, params)
            rows = cursor.fetchall()
        made: Any = self.query._iterable_class
        return list(made(_Fetched(self.query, self.compiler, rows)))


class _Fetched:
    """A query whose rows are there already: as much of it as Django looks at when it makes models or tuples of them."""

    def __init__(self, query: Any, compiler: Any, rows: list[Any]) -> None:
        self.model, self.db, self._known_related_objects = query.model, query.db, query._known_related_objects
        self._compiler = copy(compiler)
        self._compiler.connection, self._compiler.execute_sql = connection, lambda *_, **__: [rows]

    @property
    def query(self) -> "_Fetched":
        return self

    def get_compiler(self, *_: Any, **__: Any) -> Any:
        return self._compiler


def prepared(build: Callable[P, models.QuerySet[Any, Row]]) -> Callable[P, list[Row]]:
    """Make of a query a question whose SQL is written once and asked with other values; gives the list of its rows.

    What it is asked with is named, and is an integer, a text, a day, or a list or tuple of integers or texts, which may
    stand only where doubles change nothing (`IN`). Each must reach the database as it was given: RuntimeError if one
    does not, such as a part of a text that is looked for, or a day moved on. Nothing else may decide what the query
    looks like. Rows come as the query gives them, models or tuples; RuntimeError for one that fetches more after them
    (`prefetch_related`) or selects more than it gives (`distinct` ordered by another column). Raises TypeError for a
    value of another kind, and TransactionManagementError for a lock outside a transaction.
    """
    names = tuple(signature(build).parameters)
    written: dict[tuple[Any, ...], _Statement | None] = {}

    @wraps(build)
    def asked(*args: P.args, **named: P.kwargs) -> list[Row]:
        if args or named.keys() != set(names):
            raise TypeError(f"{build.__qualname__} is asked with {', '.join(names)}, by name")
        values = {name: cast(Asked, named[name]) for name in names}  # in one order, whoever asks
        if any(isinstance(value, list | tuple) and len(value) > MOST for value in values.values()):
            return list(build(*args, **named))
        filled = {name: _filled(value) for name, value in values.items()}
        shape = (connection.vendor, *map(_shape, filled.values()))
        if shape not in written:
            written[shape] = _written(build, filled)
        statement = written[shape]
        return [] if statement is None else statement.answer(_flat(filled.values()))

    QUESTIONS.append((build, asked))
    return asked


def first(rows: Sequence[Row]) -> Row | None:
    return rows[0] if rows else None


def _filled(value: Any) -> Any:
    if not isinstance(value, list | tuple):
        return value
    length = next(length for length in LENGTHS if length >= len(value))
    return [*value, *value[-1:] * (length - len(value))]


def _shape(value: Any) -> Any:
    """What a statement is written for: the kind of a value; of a list its length as well."""
    return (len(value), *set(map(type, value))) if isinstance(value, list) else type(value)


def _flat(values: Any) -> list[Any]:
    """The values one after the other, as the database takes them."""
    found: list[Any] = []
    for value in values:
        found.extend(value) if isinstance(value, list) else found.append(value)
    return [connection.ops.adapt_datefield_value(one) if isinstance(one, date) else one for one in found]


def _written(build: Build, values: Mapping[str, Any]) -> _Statement | None:
    """The statement for values of this shape: it is written for values that nothing else has, and these are found
    again. None where it asks for nothing, as with an empty list."""
    marks: dict[str, Any] = {}
    count = 0
    for name, value in values.items():
        if isinstance(value, list):
            marks[name] = [_mark(one, count + place) for place, one in enumerate(value)]
            count += len(value)
        else:
            marks[name] = _mark(value, count)
            count += 1
    query = build(**marks)
    compiler = query.query.get_compiler(using=query.db)
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:
        if [] in values.values():
            return None
        raise RuntimeError(f"{build.__qualname__}: a column cannot hold what is asked for") from None
    if query._prefetch_related_lookups or compiler.has_extra_select:  # type: ignore[attr-defined]
        raise RuntimeError(f"{build.__qualname__}: more is fetched than its rows")
    which = {mark: place for place, mark in enumerate(_flat(marks.values()))}
    places = tuple((place, which[param]) for place, param in enumerate(params) if param in which)
    if missing := set(range(count)) - {one for _, one in places}:
        raise RuntimeError(f"{build.__qualname__}: the values {sorted(missing)} do not reach the database as given")
    compiler.connection = None  # of this thread; each answer gets that of its own
    return _Statement(sql, tuple(params), places, query, compiler)


def _mark(value: Any, number: int) -> Any:
    match value:
        case bool() | datetime():  # a truth decides what a query looks like; a moment is adapted by each field
            pass
        case int():
            return _FIRST_KEY + number
        case str():  # another one as soon as it is stripped, folded or escaped
            return f" \x01%_\\Đ{number} "
        case date():
            return _FIRST_DAY + timedelta(days=number)
    raise TypeError(f"{type(value).__name__}: only integers, texts and days")
