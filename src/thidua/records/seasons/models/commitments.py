"""What a unit commits itself to: assigned figure with its decision, own figure, last year's, reason."""

from django.db import models

from thidua.base.handed import Due, HandedIn
from thidua.base.noticing import Told
from thidua.base.rows import Addressed, ExactField, Shared
from thidua.core.titles import To
from thidua.records.papers.models import Paper
from thidua.records.seasons.models.frame import Membership
from thidua.records.seasons.models.movements import Indicator, Period


class CommitmentSet(Addressed, Shared, Told, HandedIn, Due):
    """All commitments of one unit in one season: handed in and signed as a whole."""

    membership = models.OneToOneField(Membership, models.PROTECT, related_name="commitment_set")


class Commitment(Told):
    """One line. Figures are exact; a ratio stands as its percentage (95 is 95 %).

    `registered_met` is the undertaking for an indicator of kind yes/no or judged in words.
    """

    told_by = "indicator"

    commitment_set = models.ForeignKey(CommitmentSet, models.PROTECT, related_name="lines")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="commitments")
    assigned = ExactField(null=True, blank=True)
    assigned_by = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    registered = ExactField(null=True, blank=True)
    registered_met = models.BooleanField(null=True)
    last_year = ExactField(null=True, blank=True)
    reason = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ("indicator__position", "pk")
        constraints = [models.UniqueConstraint(fields=("commitment_set", "indicator"), name="seasons_commitment_once")]

    def __str__(self) -> str:
        return str(self.indicator)


class RegisteredTitle(Told):
    """How many of a title or form a unit registers for; code and name as law/titles.yaml had them then."""

    told_by = "name"

    commitment_set = models.ForeignKey(CommitmentSet, models.PROTECT, related_name="titles")
    code = models.CharField(max_length=20)
    to = models.CharField(max_length=10, choices=[(to.value, to.value) for to in To])
    name = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField()
    count = models.PositiveIntegerField()

    class Meta:
        ordering = ("position", "pk")
        constraints = [
            models.UniqueConstraint(fields=("commitment_set", "code", "to"), name="seasons_title_registered_once"),
            models.CheckConstraint(condition=models.Q(count__gt=0), name="seasons_title_registered_counts"),
        ]

    @property
    def key(self) -> str:
        """As core.titles names it."""
        return f"{self.code}-{self.to}"


class PeriodTarget(Told):
    """The unit's own target for a period, to date, where it gives one."""

    told_by = "period"

    commitment = models.ForeignKey(Commitment, models.PROTECT, related_name="period_targets")
    period = models.ForeignKey(Period, models.PROTECT, related_name="targets")
    target = ExactField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("commitment", "period"), name="seasons_period_target_once")]
