"""Hand-over of a season to the next head, signed item by item."""

from typing import Any

from django.db import models
from django.db.models import Q

from thidua.base.noticing import Told
from thidua.base.rows import Addressed, Shared
from thidua.core.answer import Sentence
from thidua.core.workflow.handing_over import ItemKind, ItemState, Reply, state_of
from thidua.records.directory.models import Person, Unit
from thidua.records.papers.models import Paper
from thidua.records.seasons.models import HeadSelection, Season

THING = "handover.item.thing"  # the sentence of what was written down by hand


class Handover(Addressed, Shared, Told):
    """From this year's head to the next one, who was named by `ground`: decision, or minutes with the votes.

    `given_by` and `received_by` are the signers as written on that day. `seal` is the hash of all items as the giver
    has signed them, `minutes` the paper that both have signed, where there is one. Nothing changes after both.
    """

    season = models.OneToOneField(Season, models.PROTECT, related_name="handover")
    from_person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    from_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    to_person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    to_unit = models.ForeignKey(Unit, models.PROTECT, related_name="handovers_to_receive")
    chosen = models.CharField(max_length=9, choices=HeadSelection.choices, blank=True)
    ground = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    votes_for = models.PositiveSmallIntegerField(null=True)
    votes_given = models.PositiveSmallIntegerField(null=True)
    due_on = models.DateField(null=True)
    gathered_at = models.DateTimeField()
    seal = models.CharField(max_length=64, blank=True)
    given_at = models.DateTimeField(null=True)
    given_by = models.JSONField(null=True)
    received_at = models.DateTimeField(null=True)
    received_by = models.JSONField(null=True)
    minutes = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(received_at=None) | Q(given_at__isnull=False), name="conduct_received_after_given"
            )
        ]

    @property
    def is_signed(self) -> bool:
        """By both."""
        return self.received_at is not None


class HandoverItem(Addressed, Shared, Told):
    """One thing that is handed over: `key` and `values` are its sentence, `lines` what stands under it, as contacts.

    `subject` is the token of what it was gathered from, empty for a thing written down by hand; `place` and `slugs`
    name its page. What is missing has the day by which it is still owed.
    """

    handover = models.ForeignKey(Handover, models.PROTECT, related_name="items")
    kind = models.CharField(max_length=8, choices=[(k.value, k.value) for k in ItemKind])
    position = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=64)
    values = models.JSONField(default=dict)
    lines = models.JSONField(default=list)
    subject = models.CharField(max_length=64, blank=True)
    place = models.CharField(max_length=40, blank=True)
    slugs = models.JSONField(default=list)
    given_at = models.DateTimeField(null=True)
    given_by = models.JSONField(null=True)
    given_remark = models.CharField(max_length=500, blank=True)
    reply = models.CharField(max_length=8, choices=[(r.value, r.value) for r in Reply], blank=True, default="")
    replied_at = models.DateTimeField(null=True)
    replied_by = models.JSONField(null=True)
    reply_remark = models.CharField(max_length=500, blank=True)
    due_on = models.DateField(null=True)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.JSONField(null=True)
    settled_remark = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("position", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(reply=Reply.MISSING.value, due_on__isnull=False)
                | ~Q(reply=Reply.MISSING.value) & Q(due_on=None, settled_at=None),
                name="conduct_what_is_missing_has_its_day",
            ),
            models.CheckConstraint(
                condition=~Q(reply=Reply.RECEIVED.value) | Q(given_at__isnull=False),
                name="conduct_received_what_was_given",
            ),
        ]

    @property
    def what(self) -> Sentence:
        return Sentence.from_written(self.key, self.values)

    @property
    def state(self) -> ItemState:
        return state_of(
            is_given=self.given_at is not None, reply=Reply(self.reply), is_settled=self.settled_at is not None
        )

    @property
    def is_thing(self) -> bool:
        return self.key == THING

    @property
    def is_untouched(self) -> bool:
        """Whether neither side has ticked it or said something of it."""
        return self.given_at is None and not self.reply and not self.given_remark

    def told_as(self) -> dict[str, Any]:
        return self.what.as_written()

    def as_said(self) -> dict[str, Any]:
        """As the journal and the seal keep it."""
        owed = self.due_on.isoformat() if self.due_on else ""
        return {**self.what.as_written(), "given": self.given_remark, "reply": self.reply_remark, "owed": owed}
