"""The signing as it happens in the hall: who is called up with whom, and the rehearsal with a log of its own."""

from django.db import models

from thidua.base.noticing import Told
from thidua.base.rows import Addressed
from thidua.records.seasons.models.frame import BlocSeason, Membership, Season


class CallPlace(Told):
    """In which group (lượt ký) a unit is called up, where the secretariat has said so by hand."""

    told_by = "membership"

    membership = models.OneToOneField(Membership, models.PROTECT, related_name="call_place")
    group = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(group__gt=0), name="seasons_call_group_from_one")]


class Rehearsal(Addressed):
    """A rehearsal (tập dượt) that goes on now; at its end it is erased with all its lines.

    See docs/decisions, "a rehearsal leaves one line".
    """

    season = models.OneToOneField(Season, models.PROTECT, related_name="rehearsal")
    started_at = models.DateTimeField()


class RehearsalLine(models.Model):
    """One line of a rehearsal's own log: a unit would have signed, a press was taken back, a group was called."""

    class Kind(models.TextChoices):
        SIGNED = "signed"
        UNDONE = "undone"
        CALLED = "called"

    rehearsal = models.ForeignKey(Rehearsal, models.PROTECT, related_name="lines")
    bloc_season = models.ForeignKey(BlocSeason, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    membership = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    group = models.PositiveSmallIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="called", membership=None, group__isnull=False)
                | models.Q(kind__in=("signed", "undone"), membership__isnull=False, group=None),
                name="seasons_rehearsed_unit_or_group",
            )
        ]
