"""Annual ratings of quality (xếp loại chất lượng)."""

from typing import Any

from django.db import models

from thidua.base.withdrawing import STANDS, Standing
from thidua.core.answer import Sentence
from thidua.core.law.history import Level
from thidua.records.awards.models.entries import OF_ONE, OfEither


class Rating(OfEither):
    """Of a year; `basis` is the text of the law by which it was given. NONE: it was looked at, and not rated."""

    year = models.PositiveSmallIntegerField()
    level = models.CharField(max_length=4, choices=[(one.name, one.name) for one in Level])
    basis = models.CharField(max_length=32, blank=True)

    objects = Standing["Rating"]()  # type: ignore[misc, assignment]  # of Told, narrowed

    class Meta:
        ordering = ("-year", "pk")
        constraints = [
            models.CheckConstraint(condition=OF_ONE, name="awards_rating_of_one"),
            models.UniqueConstraint(fields=("person", "year"), condition=STANDS, name="awards_person_rated_once"),
            models.UniqueConstraint(fields=("unit", "year"), condition=STANDS, name="awards_unit_rated_once"),
        ]

    @property
    def at_level(self) -> Level:
        return Level[self.level]

    @property
    def of_year(self) -> int:
        return self.year

    def told_as(self) -> dict[str, Any]:
        return Sentence("honours.told.of_year", year=str(self.year)).as_written()
