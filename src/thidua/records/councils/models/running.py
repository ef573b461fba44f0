"""The running order (kịch bản điều hành): who says what at which minute."""

from django.db import models

from thidua.base.noticing import Told
from thidua.base.rows import Addressed
from thidua.records.councils.models.conferences import Conference


class ScriptLine(Addressed, Told):
    """One line of it; the item of the programme that it belongs to is the one whose hours hold its minute."""

    told_by = "speaker"

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="script")
    position = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    speaker = models.CharField(max_length=200, blank=True)
    words = models.TextField(max_length=2000, blank=True)
    cue = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("position", "pk")
        constraints = [models.UniqueConstraint(fields=("conference", "position"), name="councils_script_position_once")]
