"""Participation: dated acts of people, codes by which they tell of them from a phone, totals that units declare."""

from django.db import models
from django.db.models import Q

from thidua.base.noticing import Told
from thidua.base.rows import Addressed
from thidua.core.workflow.participation import ActKind, ActState, ActWay
from thidua.records.directory.models import Person, Unit
from thidua.records.files.models import StoredFile
from thidua.records.results.models.chapters import ChapterActivity
from thidua.records.seasons.models import Campaign, Membership


class JoinCode(Addressed, Told):
    """A code by which people of a unit tell what they did, without an account; `expires_on` is its last day."""

    told_by = "title"

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="join_codes")
    campaign = models.ForeignKey(Campaign, models.PROTECT, null=True, blank=True, related_name="join_codes")
    code = models.CharField(max_length=12, unique=True)
    title = models.CharField(max_length=200)
    activity = models.ForeignKey(ChapterActivity, models.PROTECT, null=True, blank=True, related_name="join_codes")
    kind = models.CharField(max_length=12, choices=[(kind.value, kind.value) for kind in ActKind])
    expires_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.JSONField()
    stopped_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-made_at", "-pk")

    def __str__(self) -> str:
        return self.title


class Participation(Addressed, Told):
    """One act of one person on one day. It counts once it is a person's of the directory.

    `name` is what the person is called, as written; `unit` where in the member unit. What came by a code waits until
    the unit's officer has said whose it is. `sender` tells one phone from another for a day, and names nobody.
    `about` names the initiative in which it lies, by its token.
    """

    told_by = "name"

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="participation")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="participation")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="participation")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=[(kind.value, kind.value) for kind in ActKind])
    way = models.CharField(max_length=8, choices=[(way.value, way.value) for way in ActWay])
    state = models.CharField(max_length=10, choices=[(state.value, state.value) for state in ActState])
    on = models.DateField()
    campaign = models.ForeignKey(Campaign, models.PROTECT, null=True, blank=True, related_name="participation")
    code = models.ForeignKey(JoinCode, models.PROTECT, null=True, blank=True, related_name="entries")
    activity = models.ForeignKey(ChapterActivity, models.PROTECT, null=True, blank=True, related_name="attendance")
    text = models.CharField(max_length=1000)
    photo = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True)
    about = models.CharField(max_length=64, blank=True)
    sender = models.CharField(max_length=32, blank=True)
    entered_at = models.DateTimeField()
    entered_by = models.JSONField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.JSONField(null=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("-on", "-pk")
        indexes = [
            models.Index(fields=("membership", "state", "on"), name="results_acts_of_a_unit"),
            models.Index(fields=("sender", "entered_at"), name="results_acts_of_a_phone"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=ActState.COUNTED.value) | Q(person__isnull=False),
                name="results_counted_is_somebodys",
            ),
            models.UniqueConstraint(
                fields=("person", "about"),
                condition=Q(state=ActState.COUNTED.value) & ~Q(about=""),
                name="results_one_act_about_a_thing",
            ),
            models.UniqueConstraint(
                fields=("person", "activity"),
                condition=Q(state=ActState.COUNTED.value),
                name="results_attends_once",
            ),
        ]

    @property
    def at_state(self) -> ActState:
        return ActState(self.state)


class DeclaredTotal(Addressed, Told):
    """How many people took part, as a unit says: shown beside what is counted, never added to it, never scored."""

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="declared_totals")
    campaign = models.ForeignKey(Campaign, models.PROTECT, null=True, blank=True, related_name="declared_totals")
    on = models.DateField()
    people = models.PositiveIntegerField()
    note = models.CharField(max_length=300, blank=True)
    declared_at = models.DateTimeField()
    declared_by = models.JSONField()

    class Meta:
        ordering = ("on", "pk")
