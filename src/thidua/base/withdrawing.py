"""Rows that are withdrawn: as if never written, while the journal still names them; and what keeps them."""

from functools import cache
from typing import Any, TypeVar

from django.db import models
from django.db.models.sql import Query

from thidua.base.noticing import Rows

Row = TypeVar("Row", bound=models.Model)
STANDS = models.Q(withdrawn_at=None)


class Standing(models.Manager[Row]):
    """The rows that were not withdrawn: what every list and address knows."""

    def get_queryset(self) -> models.QuerySet[Row]:
        return Rows(self.model, _standing(self.model).clone(), self._db)


@cache
def _standing(model: type[models.Model]) -> Query:
    """Written once: every question about such rows begins with it."""
    return models.QuerySet(model).filter(STANDS).query


class Withdrawable(models.Model):
    """A row that is as if never written from the moment on which it was withdrawn; the journal still names it.

    Give it `objects = Standing["…"]()`, and a condition STANDS to what is unique. Whatever points at it keeps it from
    being withdrawn, but for rows outside the COUNTS of their model.
    """

    withdrawn_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        abstract = True


def pointing_at(model: type[models.Model]) -> list[Any]:
    """The relations by which rows point at those of a model, those without a name for their way back too."""
    found: list[Any] = model._meta.get_fields(include_hidden=True)
    return [one for one in found if one.auto_created and (one.one_to_many or one.one_to_one) and not one.concrete]


def counting(model: type[models.Model]) -> models.QuerySet[models.Model]:
    """The rows of a model that count as built upon what they point at."""
    return model._base_manager.filter(getattr(model, "COUNTS", models.Q()))
