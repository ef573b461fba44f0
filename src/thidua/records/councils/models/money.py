"""The money of a conference: its estimate, what units were asked and paid, what was spent. Sums are whole đồng."""

from fractions import Fraction

from django.db import models

from thidua.base.noticing import Told
from thidua.base.rows import Addressed, ExactField, Shared
from thidua.core.dong import amount_dong
from thidua.core.workflow.budgeting import BudgetState
from thidua.records.councils.models.conferences import Conference
from thidua.records.files.models import StoredFile
from thidua.records.seasons.models import Membership


class Budget(Addressed, Shared, Told):
    """One a conference. `amendment` counts how often an approved estimate was opened again, `amended_because` why.

    `approved_dong` is the sum that was approved last. Closed, the settlement stands under `seal`.
    """

    conference = models.OneToOneField(Conference, models.PROTECT, related_name="budget")
    state = models.CharField(
        max_length=10, choices=[(s.value, s.value) for s in BudgetState], default=BudgetState.DRAFT.value
    )
    amendment = models.PositiveSmallIntegerField(default=0)
    amended_because = models.CharField(max_length=500, blank=True)
    returned_because = models.CharField(max_length=500, blank=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.JSONField(null=True)
    approved_dong = models.PositiveBigIntegerField(null=True)
    contribute_by = models.DateField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.JSONField(null=True)
    seal = models.CharField(max_length=64, blank=True)
    reopened_because = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state=BudgetState.CLOSED.value) | ~models.Q(seal=""),
                name="councils_closed_money_is_sealed",
            ),
        ]

    @property
    def at_state(self) -> BudgetState:
        return BudgetState(self.state)

    @property
    def was_approved(self) -> bool:
        return self.approved_at is not None

    @property
    def is_closed(self) -> bool:
        return self.at_state is BudgetState.CLOSED


class EstimateLine(Addressed, Told):
    """So many of something at such a price; its sum is reckoned. Lines of a group stand together."""

    told_by = "item"

    budget = models.ForeignKey(Budget, models.PROTECT, related_name="lines")
    position = models.PositiveSmallIntegerField()
    group = models.CharField(max_length=120)
    item = models.CharField(max_length=200)
    unit = models.CharField(max_length=40)
    quantity = ExactField()
    price_dong = models.PositiveBigIntegerField()
    note = models.CharField(max_length=300, blank=True)
    approved_dong = models.PositiveBigIntegerField(null=True)

    class Meta:
        ordering = ("position", "pk")

    @property
    def dong(self) -> int:
        return amount_dong(Fraction(self.quantity), self.price_dong)


class Contribution(Addressed, Shared, Told):
    """What one member unit is asked to give."""

    budget = models.ForeignKey(Budget, models.PROTECT, related_name="contributions")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="contributions")
    position = models.PositiveSmallIntegerField()
    asked_dong = models.PositiveBigIntegerField()

    class Meta:
        ordering = ("position", "pk")
        constraints = [models.UniqueConstraint(fields=("budget", "membership"), name="councils_unit_asked_once")]


class Receipt(Addressed, Told):
    """Money that came from a unit (phiếu thu); withdrawn with a reason, never deleted."""

    told_by = "number"

    contribution = models.ForeignKey(Contribution, models.PROTECT, related_name="receipts")
    number = models.CharField(max_length=60)
    received_on = models.DateField()
    dong = models.PositiveBigIntegerField()
    withdrawn_because = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("received_on", "pk")


class Spending(Addressed, Shared, Told):
    """Money that went out on a line of the estimate, with its paper; withdrawn with a reason, never deleted."""

    told_by = "what"

    line = models.ForeignKey(EstimateLine, models.PROTECT, related_name="spendings")
    spent_on = models.DateField()
    dong = models.PositiveBigIntegerField()
    what = models.CharField(max_length=300)
    payee = models.CharField(max_length=200, blank=True)
    number = models.CharField(max_length=60)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    withdrawn_because = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("spent_on", "pk")
