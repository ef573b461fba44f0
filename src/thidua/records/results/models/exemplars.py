"""Exemplars (điển hình tiên tiến): from the day someone is spotted to the units that adopted the model."""

from django.db import models

from thidua.base.noticing import Told
from thidua.base.rows import Addressed, Shared
from thidua.core.workflow.exemplars import ExemplarState, Level, NoteKind
from thidua.records.directory.models import Person
from thidua.records.files.models import StoredFile
from thidua.records.papers.models import Paper
from thidua.records.seasons.models import KeyContent, Membership


class Exemplar(Addressed, Shared, Told):
    """A person or a collective of one unit.

    Nothing of it is shown outside the unit and the secretariat before `consent_on`: the person, or for a
    collective its leader, has agreed, by name and on a day.
    """

    class Kind(models.TextChoices):
        PERSON = "person"
        COLLECTIVE = "collective"

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="exemplars")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    name = models.CharField(max_length=200)
    post = models.CharField(max_length=200, blank=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="exemplars")
    field = models.ForeignKey(KeyContent, models.PROTECT, related_name="exemplars")
    did = models.TextField(max_length=4000)
    goal = models.CharField(max_length=1000, blank=True)
    mentor = models.CharField(max_length=200, blank=True)
    state = models.CharField(
        max_length=12, choices=[(s.value, s.value) for s in ExemplarState], default=ExemplarState.SPOTTED.value
    )
    spotted_at = models.DateTimeField()
    spotted_by = models.JSONField()
    registered_at = models.DateTimeField(null=True)
    registered_by = models.JSONField(null=True)
    introduced_on = models.DateField(null=True)
    introduced_because = models.CharField(max_length=1000, blank=True)
    consent_name = models.CharField(max_length=120, blank=True)
    consent_on = models.DateField(null=True)
    consent_file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    level = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Level], blank=True)
    decision = models.ForeignKey(Paper, models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ("membership__position", "pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(consent_on=None, consent_name="")
                | models.Q(consent_on__isnull=False) & ~models.Q(consent_name=""),
                name="results_consent_is_named_and_dated",
            )
        ]

    @property
    def at_state(self) -> ExemplarState:
        return ExemplarState(self.state)


class ExemplarNote(Addressed, Told):
    """A line of the exemplar's book: support given, evidence put in, or the yearly look at whether it still holds."""

    exemplar = models.ForeignKey(Exemplar, models.PROTECT, related_name="notes")
    kind = models.CharField(max_length=8, choices=[(k.value, k.value) for k in NoteKind])
    on = models.DateField()
    text = models.CharField(max_length=2000)
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    by = models.JSONField()

    class Meta:
        ordering = ("on", "pk")


class Replication(Addressed, Told):
    """Another unit works by the model: since when, with what result, shown by what."""

    told_by = "membership"

    exemplar = models.ForeignKey(Exemplar, models.PROTECT, related_name="replications")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="replications")
    adopted_on = models.DateField()
    result = models.CharField(max_length=2000)
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    by = models.JSONField()

    class Meta:
        ordering = ("adopted_on", "pk")
        constraints = [
            models.UniqueConstraint(fields=("exemplar", "membership"), name="results_model_adopted_once_a_unit")
        ]
