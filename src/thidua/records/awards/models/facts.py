"""Facts that rules of the law ask for and no other entry tells; what is asked of the person as such."""

from typing import Any

from django.db import models

from thidua.base.law import law
from thidua.base.withdrawing import STANDS, Standing
from thidua.core.answer import Sentence
from thidua.core.law.history import GROUPS, Kind
from thidua.core.law.stated import statements
from thidua.core.names import Name
from thidua.records.awards.models.entries import OF_A_PERSON, OF_ONE, Entry, OfEither


class Fact(OfEither):
    """That something was so in a year, or was not; `word` stands in the register of what standards ask for."""

    word = models.CharField(max_length=64)
    year = models.PositiveSmallIntegerField()
    is_so = models.BooleanField()

    objects = Standing["Fact"]()  # type: ignore[misc, assignment]  # of Told, narrowed

    class Meta:
        ordering = ("-year", "pk")
        constraints = [
            models.CheckConstraint(condition=OF_ONE, name="awards_fact_of_one"),
            models.UniqueConstraint(
                fields=("person", "word", "year"), condition=STANDS, name="awards_persons_fact_once_a_year"
            ),
            models.UniqueConstraint(
                fields=("unit", "word", "year"), condition=STANDS, name="awards_units_fact_once_a_year"
            ),
        ]

    @property
    def of_year(self) -> int:
        return self.year

    @property
    def name(self) -> Name:
        """As the latest text has it; the word itself where no text asks for it any more."""
        found = statements(law(), Kind.INDIVIDUAL if self.unit_id is None else Kind.COLLECTIVE).get(self.word)
        return found.name if found else Name(self.word, self.word)

    def told_as(self) -> dict[str, Any]:
        return Sentence("honours.told.fact", what=self.name, year=str(self.year)).as_written()


class Profile(Entry):
    """What standards and long service ask of the person as such. It is nobody's business but of who keeps the record:
    no list shows it, and the history tells only that it was written.
    """

    class Sex(models.TextChoices):
        UNSAID = "unsaid"
        FEMALE = "female"
        MALE = "male"

    sex = models.CharField(max_length=8, choices=Sex.choices)
    of_group = models.CharField(max_length=8, choices=[(one, one) for one in GROUPS])

    objects = Standing["Profile"]()  # type: ignore[misc, assignment]  # of Told, narrowed

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(condition=OF_A_PERSON, name="awards_profile_of_a_person"),
            models.UniqueConstraint(fields=("person",), condition=STANDS, name="awards_profile_once"),
        ]
