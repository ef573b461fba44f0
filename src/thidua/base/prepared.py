"""Questions that every request and every act asks, written as SQL once: Django takes a hundred times as long to write
such a statement as a database takes to answer it. See docs/decisions, "questions of every request are written once".
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import wraps
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection, models

Asked = int | str | date | Sequence[int]
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

    def answer(self, values: Sequence[Any]) -> list[Any]:
        params = list(self.params)
        for place, which in self.places:
            params[place] = values[which]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, params)
            rows: list[Any] = cursor.fetchall()
        return rows


def prepared(build: Callable[..., models.QuerySet[Any, Any]]) -> Callable[..., list[Any]]:
    """Make of a query, given as `values_list`, a question whose SQL is written once and asked with other values.

    What it is asked with is named, and is an integer, a text, a day, or a list or tuple of integers; each must reach
    the database as it was given (RuntimeError if one does not: a part of a text that is looked for, a day moved on),
    and nothing else may decide what the query looks like. Rows come as tuples of what the database gives, so ask for
    integers, texts and truths only. Raises TypeError for a value of another kind.
    """
    written: dict[Shape, _Statement | None] = {}

    @wraps(build)
    def asked(**values: Asked) -> list[Any]:
        lists = [list(value) if isinstance(value, list | tuple) else None for value in values.values()]
        if any(one is not None and len(one) > MOST for one in lists):
            return list(build(**values))
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
    try:
        sql, params = build(**marks).query.sql_with_params()
    except EmptyResultSet:
        return None
    which = {mark: place for place, mark in enumerate(_flat(marks.values()))}
    places = tuple((place, which[param]) for place, param in enumerate(params) if param in which)
    if missing := set(range(count)) - {one for _, one in places}:
        raise RuntimeError(f"{build.__qualname__}: the values {sorted(missing)} do not reach the database as given")
    return _Statement(sql, tuple(params), places)


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
