"""What the level above says of a cluster's year, and what the next plan does about what was left."""

from django.db import models

from thidua.base.noticing import Told
from thidua.base.rows import Addressed, Shared
from thidua.core.workflow.evaluating import Section, Uptake
from thidua.records.files.models import StoredFile
from thidua.records.seasons.models import Season


class Evaluation(Addressed, Shared, Told):
    """One season's evaluation: written by an observer and signed, or entered by the secretariat from the paper.

    `rating` is a code of papers/evaluation.yaml; `signed_by` the signer as written on that day. Nobody but its
    writers reads it before it is signed.
    """

    season = models.OneToOneField(Season, models.PROTECT, related_name="evaluation")
    rating = models.CharField(max_length=8, blank=True)
    number = models.CharField(max_length=60, blank=True)
    dated_on = models.DateField(null=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    on_behalf = models.BooleanField(default=False)
    signed_at = models.DateTimeField(null=True)
    signed_by = models.JSONField(null=True)

    @property
    def is_signed(self) -> bool:
        return self.signed_at is not None


class EvaluationPoint(Addressed, Told):
    """One thing said in a section, in its order."""

    told_by = "text"

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="points")
    section = models.CharField(max_length=10, choices=[(s.value, s.value) for s in Section])
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=500)

    class Meta:
        ordering = ("section", "position")
        constraints = [
            models.UniqueConstraint(fields=("evaluation", "section", "position"), name="conduct_point_place_once")
        ]

    def __str__(self) -> str:
        return self.text


class CarriedPoint(Addressed, Shared, Told):
    """What the plan of a later season does about something that was left."""

    told_by = "point"

    season = models.ForeignKey(Season, models.PROTECT, related_name="carried")
    point = models.ForeignKey(EvaluationPoint, models.PROTECT, related_name="carried")
    uptake = models.CharField(max_length=8, choices=[(u.value, u.value) for u in Uptake])
    text = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()
    by = models.JSONField()

    class Meta:
        ordering = ("point__position", "pk")
        constraints = [models.UniqueConstraint(fields=("season", "point"), name="conduct_point_carried_once")]
