"""`act`: one screen, one transaction, its journal lines last."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

from django.apps import apps
from django.db import DatabaseError, IntegrityError, models, transaction

from thidua.base.noticing import noticing
from thidua.base.remembered import asking_anew
from thidua.base.rows import called_now
from thidua.core.answer import Sentence, refuse
from thidua.records.journal.models import ActKey
from thidua.records.journal.steps import in_an_act

P = ParamSpec("P")
R = TypeVar("R")

TRIES = 3
# What PostgreSQL says of a transaction that another one was quicker than: serialization, deadlock, a row that has
# come or gone since it was looked for. SQLite lets one transaction write at a time and never says so.
OVERTAKEN = frozenset({"40001", "40P01", "23505", "23503"})


def act(function: Callable[P, R]) -> Callable[P, R]:
    """Make of a function an act: a transaction of its own, and once only for one `key`.

    The function takes `by`, `at` and `key` by name and returns a row, a list of rows or None:
    that is its receipt, given again when the key comes again (a double click, a lost answer).
    An act that another one was quicker than begins again, and then says what it finds.
    Raises NotPossible if another actor or another act has used the key, and for whoever looks through other eyes.
    """
    name = f"{function.__module__.removeprefix('thidua.records.')}.{function.__name__}"

    def once(*args: P.args, **kwargs: P.kwargs) -> R:
        by, at, key = (cast(Any, kwargs[word]) for word in ("by", "at", "key"))
        with transaction.atomic(), noticing():
            used, is_new = _used(key, act=name, actor=by.token, at=at)
            if not is_new:
                if (used.act, used.actor) != (name, by.token):
                    raise refuse("key.used_elsewhere")
                return cast(R, _rows(used.receipt))
            result = function(*args, **kwargs)
            used.receipt = _written(result)
            used.save(update_fields=["receipt"])
            return result

    @wraps(function)
    def acting(*args: P.args, **kwargs: P.kwargs) -> R:
        if in_an_act.get():
            raise RuntimeError(f"{name}: an act never calls an act; use the record's steps")
        if (eyes := cast(Any, kwargs["by"]).eyes) is not None:
            raise refuse("looking.writes_nothing", role=Sentence(f"role.{eyes.role}"))
        mark = in_an_act.set(True)
        try:
            with asking_anew():
                return _with_patience(once, *args, **kwargs)
        finally:
            in_an_act.reset(mark)

    return acting


def _with_patience(once: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    for _ in range(TRIES - 1):
        try:
            return once(*args, **kwargs)
        except DatabaseError as lost:
            if getattr(lost.__cause__, "sqlstate", None) not in OVERTAKEN:
                raise
    return once(*args, **kwargs)


def _used(key: str, **first: Any) -> tuple[ActKey, bool]:
    """The use of a key, and whether it is the first. Nearly every one is, so none is looked for before it is written;
    where two come at once, the second waits for the first here."""
    try:
        with transaction.atomic():
            return ActKey.objects.create(key=key, **first), True
    except IntegrityError:
        return ActKey.objects.get(key=key), False


def _written(result: Any) -> Any:
    if result is None:
        return None
    if isinstance(result, list):
        return [_written(row) for row in result]
    assert isinstance(result, models.Model), "an act returns a row, rows or nothing"
    return {"row": result._meta.label, "pk": result.pk}


def _rows(receipt: Any) -> Any:
    if isinstance(receipt, list):
        return [_rows(one) for one in receipt]
    return None if receipt is None else apps.get_model(called_now(receipt["row"]))._base_manager.get(pk=receipt["pk"])
