"""What remains of a conference: its minutes, its conclusions, who was nominated for what."""

from django.db import models

from thidua.base.noticing import Told
from thidua.base.rows import Addressed, Shared
from thidua.records.councils.models.conferences import Conference, Matter
from thidua.records.files.models import StoredFile


class ConferencePaper(Addressed, Shared, Told):
    """Minutes (biên bản) or conclusions (thông báo kết luận); without a number it is a draft, never shown as issued."""

    told_by = "kind"

    class Kind(models.TextChoices):
        MINUTES = "minutes"
        CONCLUSIONS = "conclusions"

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    text = models.TextField(max_length=20000, blank=True)
    number = models.CharField(max_length=60, blank=True)
    dated_on = models.DateField(null=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("kind", "pk")
        constraints = [models.UniqueConstraint(fields=("conference", "kind"), name="councils_one_paper_of_a_kind")]

    @property
    def is_issued(self) -> bool:
        return bool(self.number and self.dated_on)


class Nominated(Addressed, Told):
    """Who was nominated for what under a matter, with how many votes of how many, as the minutes say."""

    told_by = "name"

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="nominated")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    what = models.CharField(max_length=200)
    votes = models.PositiveIntegerField()
    of = models.PositiveIntegerField()

    class Meta:
        ordering = ("position", "pk")
        constraints = [
            models.UniqueConstraint(fields=("matter", "position"), name="councils_nominated_position_once"),
            models.CheckConstraint(
                condition=models.Q(votes__lte=models.F("of")), name="councils_no_more_votes_than_cast"
            ),
        ]
