"""What one request has asked once it need not ask again: a page asks many times who its reader is.

An act ends what was remembered and remembers nothing: under its locks it asks anew, what follows sees what it wrote.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")

_answers: ContextVar[dict[Any, Any] | None] = ContextVar("answers", default=None)


@contextmanager
def remembering() -> Iterator[None]:
    """For as long as one request lasts."""
    mark = _answers.set({})
    try:
        yield
    finally:
        _answers.reset(mark)


@contextmanager
def asking_anew() -> Iterator[None]:
    """Within it everything is asked of the database, and after it too."""
    if (known := _answers.get()) is not None:
        known.clear()
    mark = _answers.set(None)
    try:
        yield
    finally:
        _answers.reset(mark)


def remembered(ask: Callable[P, R]) -> Callable[P, R]:
    """Make of a question one that a request asks once for the same things; rows are the same by their key."""

    @wraps(ask)
    def asked(*args: P.args, **kwargs: P.kwargs) -> R:
        known = _answers.get()
        if known is None:
            return ask(*args, **kwargs)
        question = (ask, args, tuple(sorted(kwargs.items())))
        if question not in known:
            known[question] = ask(*args, **kwargs)
        return cast(R, known[question])

    return asked
