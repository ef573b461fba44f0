"""Guidance received from above (văn bản chỉ đạo): the days that it sets, the quotas that it gives."""

from django.db import models

from thidua.base.noticing import Told
from thidua.base.rows import Addressed, Shared
from thidua.records.files.models import StoredFile
from thidua.records.seasons.models.frame import Season


class Guidance(Addressed, Shared, Told):
    """One paper of the level above that a season follows; a withdrawn one stays and counts no more."""

    season = models.ForeignKey(Season, models.PROTECT, related_name="guidance")
    number = models.CharField(max_length=60)
    dated_on = models.DateField()
    issuer = models.CharField(max_length=200)
    title = models.CharField(max_length=300)
    received_on = models.DateField(null=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("dated_on", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("season", "number", "issuer"),
                condition=models.Q(withdrawn_at=None),
                name="seasons_guidance_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class GuidanceDay(Told):
    """A day by which the paper asks for something; it stands in the season's calendar."""

    told_by = "what"

    guidance = models.ForeignKey(Guidance, models.PROTECT, related_name="days")
    what = models.CharField(max_length=200)
    due_on = models.DateField()

    class Meta:
        ordering = ("due_on", "pk")


class GuidanceQuota(Told):
    """How many of something may be proposed: `most` in number, or `percent` of those who could be."""

    told_by = "what"

    guidance = models.ForeignKey(Guidance, models.PROTECT, related_name="quotas")
    what = models.CharField(max_length=200)
    most = models.PositiveIntegerField(null=True)
    percent = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(most__isnull=False, percent=None)
                | models.Q(most=None, percent__isnull=False, percent__lte=100),
                name="seasons_quota_is_one_of_two",
            )
        ]
