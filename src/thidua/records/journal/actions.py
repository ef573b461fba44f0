"""`act`: one screen, one transaction, its journal lines last."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

from django.apps import apps
from django.db import models, transaction

from thidua.core.answer import refuse
from thidua.records.journal.models import ActKey
from thidua.records.journal.steps import in_an_act

P = ParamSpec("P")
R = TypeVar("R")


def act(function: Callable[P, R]) -> Callable[P, R]:
    """Make of a function an act: a transaction of its own, and once only for one `key`.

    The function takes `by`, `at` and `key` by name and returns a row, a list of rows or None:
    that is its receipt, given again when the key comes again (a double click, a lost answer).
    Raises NotPossible if another actor or another act has used the key.
    """
    name = f"{function.__module__.removeprefix('thidua.records.')}.{function.__name__}"

    @wraps(function)
    def acting(*args: P.args, **kwargs: P.kwargs) -> R:
        if in_an_act.get():
            raise RuntimeError(f"{name}: an act never calls an act; use the record's steps")
        by, at, key = (cast(Any, kwargs[word]) for word in ("by", "at", "key"))
        mark = in_an_act.set(True)
        try:
            with transaction.atomic():
                used, is_new = ActKey.objects.get_or_create(
                    key=key, defaults={"act": name, "actor": by.token, "at": at}
                )
                if not is_new:
                    if (used.act, used.actor) != (name, by.token):
                        raise refuse("key.used_elsewhere")
                    return cast(R, _rows(used.receipt))
                result = function(*args, **kwargs)
                used.receipt = _written(result)
                used.save(update_fields=["receipt"])
                return result
        finally:
            in_an_act.reset(mark)

    return acting


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
    return None if receipt is None else apps.get_model(receipt["row"])._default_manager.get(pk=receipt["pk"])
