"""Who is invited, what was answered, who comes for whom."""

from django.db import models

from thidua.base.noticing import Told
from thidua.base.rows import Addressed, Shared
from thidua.core.workflow.conferences import Coming
from thidua.records.councils.models.conferences import Conference
from thidua.records.seasons.models import Membership


class Invitation(Addressed, Shared, Told):
    """A letter of invitation: to a member unit, or to a guest's organisation. Guests stand first."""

    told_by = "membership"

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="invitations")
    membership = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="invitations")
    organisation = models.CharField(max_length=200, blank=True)
    addressee = models.CharField(max_length=200, blank=True)
    position = models.PositiveSmallIntegerField()
    coming = models.CharField(max_length=10, choices=[(c.value, c.value) for c in Coming], default=Coming.WAITING.value)
    remark = models.CharField(max_length=500, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.JSONField(null=True)
    reminded_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("position", "pk")
        constraints = [
            models.UniqueConstraint(fields=("conference", "membership"), name="councils_unit_invited_once"),
            models.CheckConstraint(
                condition=models.Q(membership__isnull=False, organisation="")
                | models.Q(membership=None) & ~models.Q(organisation=""),
                name="councils_invited_is_a_unit_or_a_guest",
            ),
        ]

    @property
    def name(self) -> str:
        return self.membership.name if self.membership else self.organisation

    @property
    def short_name(self) -> str:
        return self.membership.short_name if self.membership else self.organisation

    @property
    def answer(self) -> Coming:
        return Coming(self.coming)


class Delegate(Addressed, Told):
    """A person who comes. `signs`: the pact, as leader or by a letter of delegation whose number stands beside."""

    told_by = "name"

    class Signs(models.TextChoices):
        NO = ""
        LEADER = "leader"
        LETTER = "letter"

    invitation = models.ForeignKey(Invitation, models.PROTECT, related_name="delegates")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    post = models.CharField(max_length=200, blank=True)
    signs = models.CharField(max_length=6, choices=Signs.choices, blank=True, default=Signs.NO)
    letter = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ("position", "pk")
        constraints = [
            models.UniqueConstraint(fields=("invitation", "position"), name="councils_delegate_position_once")
        ]

    @property
    def is_head(self) -> bool:
        return self.position == 1
