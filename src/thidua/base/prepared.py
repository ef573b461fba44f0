"""Questions that every request and every act asks, written as SQL once: Django takes a hundred times as long to write
such a statement as a database takes to answer it. See docs/decisions, "questions of every request are written once".
"""

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import wraps
from inspect import signature
from typing import Any, ParamSpec, TypeVar, cast

from django.core.exceptions import EmptyResultSet
from django.db import connection, models

P = ParamSpec("P")
Row = TypeVar("Row")
Asked = int | str | date | Sequence[int] | Sequence[str]
Shape = tuple[str, *tuple[int, ...]]
ALONE = -1  # in a shape, where a value stands and no list
MOST = 20  # a longer list is asked without being kept, so that what is kept stays small

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

    What it is asked with is named, and is an integer, a text, a day, or a list or tuple of integers or texts; each must
    reach the database as it was given (RuntimeError if one does not: a part of a text that is looked for, a day moved
    on), and nothing else may decide what the query looks like. Rows come as the query gives them, models or tuples;
    nothing is fetched after them (`prefetch_related`). Raises TypeError for a value of another kind.
    """
    names = tuple(signature(build).parameters)
    written: dict[Shape, _Statement | None] = {}

    @wraps(build)
    def asked(*_: P.args, **named: P.kwargs) -> list[Row]:
        values = {name: cast(Asked, named[name]) for name in names}  # in one order, whoever asks
        lists = [list(value) if isinstance(value, list | tuple) else None for value in values.values()]
        if any(one is not None and len(one) > MOST for one in lists):
            return list(build(*_, **named))
        shape: Shape = (connection.vendor, *(ALONE if one is None else len(one) for one in lists))
        if shape not in written:
            written[shape] = _written(build, values)
        statement = written[shape]
        return [] if statement is None else statement.answer(_flat(values.values()))

    return asked


def _flat(values: Any) -> list[Any]:
    """The values one after the other, as the database takes them."""
    found: list[Any] = []
    for value in values:
        found.extend(value) if isinstance(value, list | tuple) else found.append(value)
    return [connection.ops.adapt_datefield_value(one) if isinstance(one, date) else one for one in found]


def _written(build: Callable[..., models.QuerySet[Any, Any]], values: dict[str, Asked]) -> _Statement | None:
    """The statement for values of this shape: it is written for values that nothing else has, and these are found
    again. None where it asks for nothing, as with an empty list."""
    marks: dict[str, Any] = {}
    count = 0
    for name, value in values.items():
        if isinstance(value, list | tuple):
            marks[name] = [_mark(one, count + place) for place, one in enumerate(value)]
            count += len(value)
        else:
            marks[name] = _mark(value, count)
            count += 1
    asks = build(**marks)
    compiler = asks.query.get_compiler(using=asks.db)
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:
        return None
    which = {mark: place for place, mark in enumerate(_flat(marks.values()))}
    places = tuple((place, which[param]) for place, param in enumerate(params) if param in which)
    if missing := set(range(count)) - {one for _, one in places}:
        raise RuntimeError(f"{build.__qualname__}: the values {sorted(missing)} do not reach the database as given")
    return _Statement(sql, tuple(params), places, asks, compiler)


def _mark(value: Any, number: int) -> Any:
    match value:
        case bool() | datetime():  # a truth decides what a query looks like; a moment is adapted by each field
            pass
        case int():
            return _FIRST_KEY + number
        case str():
            return f"\x01{number}\x01"
        case date():
            return _FIRST_DAY + timedelta(days=number)
    raise TypeError(f"{type(value).__name__}: only integers, texts and days")
