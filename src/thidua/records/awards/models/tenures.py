"""Time in a post that counts towards long service and that the directory does not know, or knows otherwise."""

from typing import Any

from django.db import models

from thidua.base.law import law
from thidua.base.withdrawing import STANDS, Standing
from thidua.core.answer import Sentence
from thidua.core.law.service import post_named
from thidua.core.names import Name
from thidua.records.awards.models.conduct import FORWARDS
from thidua.records.awards.models.entries import OF_A_PERSON, Entry


class Tenure(Entry):
    """From a day until another, both within it; without a last day it lasts. `post` as the tables of long service
    have it, `held_at` where it was held. Source: D152 art. 9(3).
    """

    told_by = "from_on"

    post = models.CharField(max_length=64)
    held_at = models.CharField(max_length=200, blank=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    objects = Standing["Tenure"]()  # type: ignore[misc, assignment]  # of Told, narrowed

    class Meta:
        ordering = ("-from_on", "pk")
        constraints = [
            models.CheckConstraint(condition=OF_A_PERSON, name="awards_tenure_of_a_person"),
            models.CheckConstraint(condition=FORWARDS, name="awards_tenure_forwards"),
            models.UniqueConstraint(
                fields=("person", "post", "from_on"), condition=STANDS, name="awards_one_tenure_of_a_post_from_a_day"
            ),
        ]

    @property
    def name(self) -> Name:
        return post_named(law(), self.post)

    def told_as(self) -> dict[str, Any]:
        return Sentence("honours.told.tenure", what=self.name, on=self.from_on).as_written()
