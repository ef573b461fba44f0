"""Speakers' papers (tham luận): asked of a unit, then handed in with speaker and file."""

from django.db import models

from thidua.base.noticing import Told
from thidua.base.rows import Addressed, Shared
from thidua.records.councils.models.conferences import Conference
from thidua.records.files.models import StoredFile
from thidua.records.seasons.models import Membership


class Talk(Addressed, Shared, Told):
    """What a unit is asked to say, for how many minutes; received with its file, or dropped with a reason."""

    told_by = "membership"

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="talks")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="talks")
    title = models.CharField(max_length=300)
    minutes = models.PositiveSmallIntegerField()
    speaker = models.CharField(max_length=200, blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    received_at = models.DateTimeField(null=True)
    received_from = models.JSONField(null=True)
    dropped_because = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("membership__position", "pk")

    @property
    def is_dropped(self) -> bool:
        return bool(self.dropped_because)
