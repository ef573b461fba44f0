"""A conference of a cluster: when, where, by whom, about which seasons, in which order."""

from django.db import models

from thidua.base.noticing import Told
from thidua.base.rows import Addressed, Shared
from thidua.core.workflow.conferences import ConferenceState, Form, MatterKind
from thidua.records.directory.models import Unit
from thidua.records.seasons.models import BlocSeason, Cluster, Season


class Conference(Addressed, Shared, Told):
    """One meeting of a cluster. `season` is the one whose head convenes it; its matters may belong to others.

    The host lends the hall and need not be the head's unit. Units answer by `answer_by`, talks come by `talks_by`.
    """

    cluster = models.ForeignKey(Cluster, models.PROTECT, related_name="conferences")
    season = models.ForeignKey(Season, models.PROTECT, related_name="conferences")
    slug = models.SlugField(max_length=64)
    name = models.CharField(max_length=200)
    form = models.CharField(max_length=10, choices=[(f.value, f.value) for f in Form], default=Form.IN_PERSON.value)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    hall = models.CharField(max_length=200, blank=True)
    town = models.CharField(max_length=120)
    host = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    chair = models.CharField(max_length=300, blank=True)
    answer_by = models.DateField(null=True)
    talks_by = models.DateField(null=True)
    letter = models.TextField(max_length=4000, blank=True)
    state = models.CharField(
        max_length=10, choices=[(s.value, s.value) for s in ConferenceState], default=ConferenceState.PLANNED.value
    )
    invited_at = models.DateTimeField(null=True)
    held_at = models.DateTimeField(null=True)
    concluded_at = models.DateTimeField(null=True)
    called_off_because = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("-starts_at", "pk")
        constraints = [
            models.UniqueConstraint(fields=("cluster", "slug"), name="councils_conference_slug_once"),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="councils_conference_forwards"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def at_state(self) -> ConferenceState:
        return ConferenceState(self.state)

    @property
    def place(self) -> str:
        return ", ".join(part for part in (self.hall, self.town) if part)


class Matter(Addressed, Told):
    """What the conference is to settle (nội dung): of a season, of one bloc in it, or of none."""

    told_by = "text"

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="matters")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=[(k.value, k.value) for k in MatterKind])
    season = models.ForeignKey(Season, models.PROTECT, null=True, related_name="matters")
    bloc_season = models.ForeignKey(BlocSeason, models.PROTECT, null=True, related_name="matters")
    text = models.CharField(max_length=300)

    class Meta:
        ordering = ("position", "pk")
        constraints = [models.UniqueConstraint(fields=("conference", "position"), name="councils_matter_position_once")]


class ProgrammeItem(Addressed, Told):
    """A line of the programme (chương trình): from when to when, what, by whom, for which matter."""

    told_by = "text"

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    text = models.CharField(max_length=300)
    who = models.CharField(max_length=200, blank=True)
    matter = models.ForeignKey(Matter, models.SET_NULL, null=True, related_name="items")

    class Meta:
        ordering = ("position", "pk")
        constraints = [
            models.UniqueConstraint(fields=("conference", "position"), name="councils_item_position_once"),
            models.CheckConstraint(
                condition=models.Q(ends_at__gte=models.F("starts_at")), name="councils_item_forwards"
            ),
        ]
