"""Initiatives that were recognised and works of research that were accepted (sáng kiến, đề tài)."""

from django.db import models

from thidua.base.withdrawing import STANDS, Standing
from thidua.core.law.history import Recognition
from thidua.records.awards.models.entries import OF_A_PERSON, Entry
from thidua.records.results.models import Initiative


class Work(Entry):
    """A person's; `year` is that of the recognition. `initiative` is the one of this program's book, where there is
    one. Whatever honours name it have used it."""

    class Kind(models.TextChoices):
        INITIATIVE = "initiative"
        RESEARCH = "research"

    told_by = "name"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    year = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=300)
    recognised_by = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Recognition])
    initiative = models.ForeignKey(Initiative, models.PROTECT, null=True, related_name="recognitions")

    objects = Standing["Work"]()  # type: ignore[misc, assignment]  # of Told, narrowed

    class Meta:
        ordering = ("-year", "pk")
        constraints = [
            models.CheckConstraint(condition=OF_A_PERSON, name="awards_work_of_a_person"),
            models.UniqueConstraint(
                fields=("person", "initiative"), condition=STANDS, name="awards_initiative_recognised_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name
