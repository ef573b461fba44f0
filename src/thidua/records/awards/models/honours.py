"""Titles and forms of commendation that were conferred."""

from typing import Any

from django.db import models

from thidua.base.days import written
from thidua.base.law import register
from thidua.base.withdrawing import STANDS, Standing
from thidua.core.answer import Sentence
from thidua.core.law.history import AwardType
from thidua.core.law.register import Award
from thidua.records.awards.models.entries import OF_ONE, OfEither
from thidua.records.awards.models.works import Work

IS_TITLE = models.Q(year__isnull=False, type="")
IS_FORM = models.Q(year=None, decided_on__isnull=False) & ~models.Q(type="")


class Honour(OfEither):
    """`award` is its code in the register of the law.

    A title belongs to the `year` reviewed; a form to the day of its decision, with its type and the years that it
    `rewarded`. `works` are the initiatives and works of research that the decision was built upon.
    """

    award = models.CharField(max_length=16)
    year = models.PositiveSmallIntegerField(null=True)
    type = models.CharField(max_length=12, choices=[(one.value, one.value) for one in AwardType], blank=True)
    rewarded = models.JSONField(default=list)
    signer = models.CharField(max_length=120, blank=True)
    works = models.ManyToManyField(Work, related_name="honours")

    objects = Standing["Honour"]()  # type: ignore[misc, assignment]  # of Told, narrowed

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(condition=OF_ONE, name="awards_honour_of_one"),
            models.CheckConstraint(condition=IS_TITLE | IS_FORM, name="awards_title_has_year_form_has_day"),
            models.UniqueConstraint(
                fields=("person", "award", "year"), condition=STANDS, name="awards_persons_title_once_a_year"
            ),
            models.UniqueConstraint(
                fields=("unit", "award", "year"), condition=STANDS, name="awards_units_title_once_a_year"
            ),
            models.UniqueConstraint(
                fields=("person", "award", "decided_on", "number"),
                condition=STANDS & models.Q(year=None),
                name="awards_persons_form_once",
            ),
            models.UniqueConstraint(
                fields=("unit", "award", "decided_on", "number"),
                condition=STANDS & models.Q(year=None),
                name="awards_units_form_once",
            ),
        ]

    def __str__(self) -> str:
        return self.conferred.name.vi

    @property
    def conferred(self) -> Award:
        """What was conferred, as the register has it."""
        return register()[self.award]

    @property
    def of_year(self) -> int:
        """The year in which it stands: of a title the one reviewed, of a form that of its decision."""
        if self.year is not None:
            return self.year
        assert self.decided_on is not None
        return self.decided_on.year

    def told_as(self) -> dict[str, Any]:
        name = self.conferred.name
        if self.year is not None:
            return Sentence("honours.told.title", award=name, year=str(self.year)).as_written()
        assert self.decided_on is not None
        return Sentence("honours.told.form", award=name, on=written(self.decided_on)).as_written()
