"""What interrupts: discipline, and leave that is excused."""

from typing import Any

from django.db import models

from thidua.base.withdrawing import STANDS, Standing
from thidua.core.answer import Sentence
from thidua.records.awards.models.entries import OF_A_PERSON, Entry

FORWARDS = models.Q(until_on=None) | models.Q(until_on__gte=models.F("from_on"))


class Discipline(Entry):
    """From a day until another, both within it; without a last day it lasts. PENDING: a case is being looked into."""

    class Degree(models.TextChoices):
        PENDING = "pending"
        REPRIMAND = "reprimand"
        WARNING = "warning"
        LOWER_PAY = "lower_pay"
        DEMOTION = "demotion"
        REMOVAL = "removal"
        DISMISSAL = "dismissal"

    told_by = "from_on"

    degree = models.CharField(max_length=10, choices=Degree.choices)
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    objects = Standing["Discipline"]()  # type: ignore[misc, assignment]  # of Told, narrowed

    class Meta:
        ordering = ("-from_on", "pk")
        constraints = [
            models.CheckConstraint(condition=OF_A_PERSON, name="awards_discipline_of_a_person"),
            models.CheckConstraint(condition=FORWARDS, name="awards_discipline_forwards"),
            models.UniqueConstraint(
                fields=("person", "from_on"), condition=STANDS, name="awards_one_discipline_from_a_day"
            ),
        ]


class Leave(Entry):
    """A year most of which a person was away by right: it does not break a run, in one reading of the law."""

    class Kind(models.TextChoices):
        MATERNITY = "maternity"
        ILLNESS = "illness"
        STUDY = "study"
        MISSION = "mission"

    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)

    objects = Standing["Leave"]()  # type: ignore[misc, assignment]  # of Told, narrowed

    class Meta:
        ordering = ("-year", "pk")
        constraints = [
            models.CheckConstraint(condition=OF_A_PERSON, name="awards_leave_of_a_person"),
            models.UniqueConstraint(fields=("person", "year"), condition=STANDS, name="awards_leave_once_a_year"),
        ]

    def told_as(self) -> dict[str, Any]:
        return Sentence("honours.told.of_year", year=str(self.year)).as_written()
