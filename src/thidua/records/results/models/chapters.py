"""What youth chapters do: activities with their photographs; who was there are acts of participation."""

from django.db import models

from thidua.base.noticing import Told
from thidua.base.rows import Addressed, Shared
from thidua.records.directory.models import YouthChapter
from thidua.records.files.models import StoredFile
from thidua.records.seasons.models import Campaign, Membership


class ChapterActivity(Addressed, Shared, Told):
    """What a chapter did on a day; `told` is how many came as it says, shown beside the names and never added."""

    chapter = models.ForeignKey(YouthChapter, models.PROTECT, related_name="activities")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="chapter_activities")
    campaign = models.ForeignKey(Campaign, models.PROTECT, null=True, blank=True, related_name="chapter_activities")
    title = models.CharField(max_length=200)
    on = models.DateField()
    place = models.CharField(max_length=200)
    text = models.TextField(max_length=3000, blank=True)
    told = models.PositiveIntegerField()
    noted_at = models.DateTimeField()
    noted_by = models.JSONField()
    withdrawn_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return self.title


class ActivityPhoto(Addressed, Told):
    """A photograph and what it shows, for whoever cannot see it."""

    told_by = "alt"

    activity = models.ForeignKey(ChapterActivity, models.PROTECT, related_name="photos")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    alt = models.CharField(max_length=300)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
