"""What all entries of a record have in common: the decision, who entered it, from what."""

from datetime import date

from django.db import models

from thidua.base.noticing import Told
from thidua.base.rows import Addressed, Shared
from thidua.base.withdrawing import STANDS, Withdrawable
from thidua.records.directory.models import Person, Unit


def known_on(day: date | None) -> models.Q:
    """Entries decided by a day; of one without a day of decision nobody can say that it was not. None: all of them."""
    return models.Q(decided_on=None) | models.Q(decided_on__lte=day) if day else models.Q()


class Entry(Addressed, Shared, Told, Withdrawable):
    """One entry. `source` is what it was entered from where no decision is named; `on_behalf`: not by the unit's own.

    Withdrawn, it counts no longer and is in no list; the history still tells it.
    """

    COUNTS = STANDS

    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="%(class)ss")
    number = models.CharField(max_length=100, blank=True)
    decided_on = models.DateField(null=True)
    decided_by = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=300, blank=True)
    entered_at = models.DateTimeField()
    entered_by = models.JSONField()
    on_behalf = models.BooleanField(default=False)
    withdrawn_because = models.CharField(max_length=500, blank=True)

    class Meta:
        abstract = True

    @property
    def whose(self) -> Person | Unit:
        assert self.person is not None
        return self.person


class OfEither(Entry):
    """An entry in the record of a person or of a unit."""

    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="%(class)ss")

    class Meta:
        abstract = True

    @property
    def whose(self) -> Person | Unit:
        found = self.unit or self.person
        assert found is not None
        return found


OF_ONE = models.Q(person=None, unit__isnull=False) | models.Q(person__isnull=False, unit=None)
OF_A_PERSON = models.Q(person__isnull=False)
