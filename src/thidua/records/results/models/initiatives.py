"""Initiatives (sáng kiến): what was improved, by whom, since when, with what benefit; handed in and received."""

from django.db import models

from thidua.base.handed import HandedIn
from thidua.base.noticing import Told
from thidua.base.rows import Addressed, Shared
from thidua.core.workflow.handing_in import Handing
from thidua.core.workflow.initiatives import InitiativeState, state_of
from thidua.records.directory.models import Person
from thidua.records.papers.models import Paper
from thidua.records.seasons.models import KeyContent, Membership


class Initiative(Addressed, Shared, Told, HandedIn):
    """A unit's initiative: drafted by anyone of the unit, signed by its leader, received by the secretariat.

    `number` is the one of the book of initiatives, given when it is received: of one season, without gaps.
    """

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="initiatives")
    title = models.CharField(max_length=300)
    field = models.ForeignKey(KeyContent, models.PROTECT, related_name="initiatives")
    applied_on = models.DateField(null=True)
    description = models.TextField(max_length=6000, blank=True)
    benefit = models.TextField(max_length=3000, blank=True)
    begun_at = models.DateTimeField()
    begun_by = models.JSONField()
    writer = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    handed_in_on = models.DateField(null=True)
    received_at = models.DateTimeField(null=True)
    received_by = models.JSONField(null=True)
    number = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ("membership__position", "pk")

    @property
    def at_state(self) -> InitiativeState:
        return state_of(Handing(self.state), is_received=self.received_at is not None)


class Author(Addressed, Told):
    """Who made it, with the share in whole per cent; a name as written, the person where the directory knows one."""

    told_by = "name"

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="authors")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="authorships")
    share_percent = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("position", "pk")
        constraints = [
            models.UniqueConstraint(fields=("initiative", "position"), name="results_author_position_once"),
            models.CheckConstraint(
                condition=models.Q(share_percent__gte=1, share_percent__lte=100), name="results_author_share_of_hundred"
            ),
        ]


class InitiativePaper(Addressed, Told):
    """A paper or file that shows that it is applied and what it brought. Withdrawn, it stays readable."""

    told_by = "paper"

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="papers")
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("pk",)
