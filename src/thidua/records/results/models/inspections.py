"""Inspections: a bloc's plan with its teams and visits, findings with their photographs, what is to be mended."""

from datetime import date

from django.db import models

from thidua.base.noticing import Told
from thidua.base.rows import Addressed, Shared
from thidua.core.workflow.inspecting import Outcome, PlanState, PointState, VisitState
from thidua.records.directory.models import Person
from thidua.records.files.models import StoredFile
from thidua.records.papers.models import Paper
from thidua.records.seasons.models import BlocSeason, KeyContent, Membership


class Inspection(Addressed, Shared, Told):
    """A round of inspections (đợt kiểm tra) in one bloc: written, then announced, then closed with its table."""

    bloc_season = models.ForeignKey(BlocSeason, models.PROTECT, related_name="inspections")
    name = models.CharField(max_length=200)
    ground = models.CharField(max_length=300, blank=True)
    from_on = models.DateField()
    until_on = models.DateField()
    state = models.CharField(
        max_length=8, choices=[(s.value, s.value) for s in PlanState], default=PlanState.DRAFT.value
    )
    announced_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("from_on", "pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until_on__gte=models.F("from_on")), name="results_inspection_forwards"
            )
        ]

    @property
    def at_state(self) -> PlanState:
        return PlanState(self.state)


class InspectionContent(Addressed, Told):
    """What every team looks at: a key content of the season, or a text of the plan's own."""

    told_by = "text"

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="contents")
    position = models.PositiveSmallIntegerField()
    key_content = models.ForeignKey(KeyContent, models.PROTECT, null=True, related_name="+")
    text = models.CharField(max_length=500)

    class Meta:
        ordering = ("position", "pk")
        constraints = [
            models.UniqueConstraint(fields=("inspection", "position"), name="results_inspection_content_once")
        ]

    def __str__(self) -> str:
        return self.text


class InspectionTeam(Addressed):
    """People of other units who visit together."""

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="teams")
    number = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("number", "pk")
        constraints = [models.UniqueConstraint(fields=("inspection", "number"), name="results_team_number_once")]


class TeamMember(Addressed, Told):
    """One of a team, with the member unit from which the person comes; whoever left stays readable."""

    told_by = "person"

    team = models.ForeignKey(InspectionTeam, models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, models.PROTECT, related_name="team_memberships")
    home = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    is_leader = models.BooleanField(default=False)
    left_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-is_leader", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("team", "person"), condition=models.Q(left_at=None), name="results_in_a_team_once"
            ),
            models.UniqueConstraint(
                fields=("team",), condition=models.Q(is_leader=True, left_at=None), name="results_one_leader_a_team"
            ),
        ]


class Visit(Addressed, Shared, Told):
    """A team at one unit on one day. Its minutes are signed by the team's leader, then the unit has its word."""

    told_by = "membership"

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="visits")
    team = models.ForeignKey(InspectionTeam, models.PROTECT, related_name="visits")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="visits")
    on = models.DateField()
    place = models.CharField(max_length=200, blank=True)
    state = models.CharField(
        max_length=10, choices=[(s.value, s.value) for s in VisitState], default=VisitState.PLANNED.value
    )
    conclusion = models.TextField(max_length=4000, blank=True)
    signed_at = models.DateTimeField(null=True)
    signed_by = models.JSONField(null=True)
    remark = models.CharField(max_length=2000, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.JSONField(null=True)
    cancelled_because = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("on", "membership__position", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("inspection", "membership"),
                condition=~models.Q(state=VisitState.CANCELLED.value),
                name="results_unit_visited_once",
            )
        ]

    @property
    def at_state(self) -> VisitState:
        return VisitState(self.state)


class VisitFinding(Addressed, Shared, Told):
    """What the team saw under one content. What is to be mended has a day, and is open until it is closed."""

    told_by = "content"

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="findings")
    content = models.ForeignKey(InspectionContent, models.PROTECT, related_name="findings")
    outcome = models.CharField(max_length=8, choices=[(o.value, o.value) for o in Outcome])
    text = models.CharField(max_length=2000)
    noted_at = models.DateTimeField()
    noted_by = models.JSONField()
    withdrawn_at = models.DateTimeField(null=True)
    due_on = models.DateField(null=True)
    state = models.CharField(max_length=8, choices=[(s.value, s.value) for s in PointState], blank=True, default="")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("content__position", "pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome=Outcome.MEND.value, due_on__isnull=False) & ~models.Q(state="")
                | ~models.Q(outcome=Outcome.MEND.value) & models.Q(due_on=None, state=""),
                name="results_what_is_to_be_mended_has_its_day",
            )
        ]

    @property
    def point(self) -> PointState | None:
        """How far the mending is; None where there is nothing to mend."""
        return PointState(self.state) if self.state else None

    def is_overdue(self, on: date) -> bool:
        return self.point is PointState.OPEN and self.due_on is not None and on > self.due_on


class FindingFile(Addressed, Told):
    """A photograph or a file that shows what was seen."""

    told_by = "file"

    finding = models.ForeignKey(VisitFinding, models.PROTECT, related_name="files")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)


class Mending(Addressed, Told):
    """The unit's answer to a point with its evidence, and what the team says to it."""

    finding = models.ForeignKey(VisitFinding, models.PROTECT, related_name="mendings")
    text = models.CharField(max_length=2000)
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    by = models.JSONField()
    accepted = models.BooleanField(null=True)
    reply = models.CharField(max_length=1000, blank=True)
    replied_at = models.DateTimeField(null=True)
    replied_by = models.JSONField(null=True)

    class Meta:
        ordering = ("pk",)
