"""Reports of a period, the result of each indicator with its evidence, and signed corrections."""

from datetime import date

from django.db import models

from thidua.base.handed import Due, HandedIn
from thidua.base.noticing import Told
from thidua.base.rows import Addressed, ExactField, Shared
from thidua.core.measuring import Form, Measured
from thidua.core.workflow.handing_in import Handing
from thidua.records.papers.models import Paper
from thidua.records.seasons.models import Indicator, Membership, Period


class Report(Addressed, Shared, Told, HandedIn, Due):
    """One unit's results of one period: handed in and signed as a whole; only signed figures stand.

    `handed_in_on` is the day on which it left the unit: the day of its signature or, entered on behalf,
    the day of its paper, so that a unit is not late because the secretariat typed late.
    """

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="reports")
    period = models.ForeignKey(Period, models.PROTECT, related_name="reports")
    note = models.CharField(max_length=1000, blank=True)
    handed_in_on = models.DateField(null=True)

    class Meta:
        ordering = ("period__position", "pk")
        constraints = [models.UniqueConstraint(fields=("membership", "period"), name="results_report_once_a_period")]

    @property
    def due_on(self) -> date:
        """The period's due day, or the later day given to this unit."""
        return self.due(self.period.due_on)

    @property
    def was_late(self) -> bool:
        """Whether it left the unit after its due day."""
        return self.handed_in_on is not None and self.handed_in_on > self.due_on

    def is_overdue(self, on: date) -> bool:
        """Whether it has not left the unit and its due day is over."""
        return self.handed_in_on is None and on > self.due_on


class Measure(models.Model):
    """What was reached in one indicator, exact; empty columns where nothing is known yet.

    A number stands in `value` (for `sum` of the period alone, for `last` the running total), a ratio in
    `numerator` and `denominator`, a content of kind yes/no or judged in words in `is_met`.
    """

    numerator = ExactField(null=True, blank=True)
    denominator = ExactField(null=True, blank=True)
    value = ExactField(null=True, blank=True)
    is_met = models.BooleanField(null=True)

    class Meta:
        abstract = True

    @property
    def measured(self) -> Measured:
        return Measured(self.value, self.numerator, self.denominator, self.is_met)


class Result(Addressed, Told, Measure):
    """One line of a report. A line without a figure says in `note` why."""

    told_by = "indicator"

    report = models.ForeignKey(Report, models.PROTECT, related_name="lines")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="results")
    note = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ("indicator__position", "pk")
        constraints = [models.UniqueConstraint(fields=("report", "indicator"), name="results_result_once_a_report")]

    def __str__(self) -> str:
        return str(self.indicator)

    @property
    def form(self) -> Form:
        return Form.of(self.indicator.kind, self.indicator.aggregation)


class Evidence(Addressed, Told):
    """A paper that shows a result: its number and date, or its file, or both. Withdrawn, it stays readable."""

    told_by = "paper"

    result = models.ForeignKey(Result, models.PROTECT, related_name="evidence")
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="evidence")
    added_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=("result", "paper"), condition=models.Q(withdrawn_at=None), name="results_evidence_once"
            )
        ]


class Correction(Addressed, Shared, Told, HandedIn, Measure):
    """A change to one result of a signed report: the old figure stands until the leader has signed this one.

    `before` keeps what stood when the correction was signed, as text by column. Corrections stay visible.
    """

    told_by = "result"

    result = models.ForeignKey(Result, models.PROTECT, related_name="corrections")
    before = models.JSONField(default=dict)
    reason = models.CharField(max_length=1000)
    opened_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=("result",),
                condition=models.Q(state=Handing.SUBMITTED.value),
                name="results_one_correction_waits",
            )
        ]
