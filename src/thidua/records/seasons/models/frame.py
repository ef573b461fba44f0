"""The frame of an emulation year: cluster, season, the blocs in it, their members and roles."""

from django.db import models

from thidua.base.noticing import Told
from thidua.base.rows import Addressed, Shared
from thidua.base.withdrawing import STANDS, Standing, Withdrawable
from thidua.core.clusters import ClusterKind, kind_of
from thidua.core.workflow.stages import Stage
from thidua.records.directory.models import Person, Unit
from thidua.records.papers.models import Paper


class HeadSelection(models.TextChoices):
    """How a cluster comes to its head: the authority appoints one, or the members elect one, mostly in rotation."""

    APPOINTED = "appointed"
    ELECTED = "elected"


class Cluster(Addressed, Shared, Told, Withdrawable):
    """Khu vực or cụm thi đua; the words for its head and deputies are its own."""

    slug = models.SlugField(max_length=64)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=80)
    head_word = models.CharField(max_length=60, default="Cụm trưởng")
    deputy_word = models.CharField(max_length=60, default="Cụm phó")
    authority = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="clusters")
    head_selection = models.CharField(max_length=9, choices=HeadSelection.choices, default=HeadSelection.APPOINTED)

    COUNTS = STANDS
    objects = Standing["Cluster"]()  # type: ignore[misc, assignment]  # of Told, narrowed

    class Meta:
        ordering = ("slug",)
        constraints = [models.UniqueConstraint(fields=("slug",), condition=STANDS, name="seasons_cluster_slug_once")]

    def __str__(self) -> str:
        return self.name

    @property
    def kind(self) -> ClusterKind:
        return kind_of(self.name)


class Season(Addressed, Shared, Told, Withdrawable):
    """One cluster's frame for an emulation year. Two may be open at once, so addresses use the slug.

    `reminder_taken_at` is when its first reminder was copied, to be put into the chat group.
    """

    cluster = models.ForeignKey(Cluster, models.PROTECT, related_name="seasons")
    slug = models.SlugField(max_length=64)
    name = models.CharField(max_length=120)
    emulation_year = models.PositiveSmallIntegerField()
    motto = models.CharField(max_length=400, blank=True)
    reminder_taken_at = models.DateTimeField(null=True)
    achieved = models.TextField(blank=True)  # said on the front page once the season has a ranking

    COUNTS = STANDS
    objects = Standing["Season"]()  # type: ignore[misc, assignment]  # of Told, narrowed

    class Meta:
        ordering = ("-emulation_year", "slug")
        constraints = [
            models.UniqueConstraint(fields=("cluster", "slug"), condition=STANDS, name="seasons_slug_once_a_cluster")
        ]

    def __str__(self) -> str:
        return self.name


class Bloc(Addressed, Told):
    """A kind of agency inside a cluster, ranked apart."""

    told_by = "name"

    cluster = models.ForeignKey(Cluster, models.PROTECT, related_name="blocs")
    slug = models.SlugField(max_length=64)
    name = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ("position", "slug")
        constraints = [models.UniqueConstraint(fields=("cluster", "slug"), name="seasons_bloc_slug_once")]

    def __str__(self) -> str:
        return self.name


class BlocSeason(Addressed, Shared, Told):
    """A bloc's way through one season: its own year, stage, pact, sheet and ranking."""

    told_by = "bloc"

    season = models.ForeignKey(Season, models.PROTECT, related_name="blocs")
    bloc = models.ForeignKey(Bloc, models.PROTECT, related_name="seasons")
    starts_on = models.DateField()
    ends_on = models.DateField()
    stage = models.CharField(max_length=16, choices=[(s.value, s.value) for s in Stage], default=Stage.PLANNED.value)
    stage_since = models.DateTimeField(null=True)
    left_out = models.JSONField(default=list)
    shown_stage: Stage | None = None  # what eyes ask for that look ahead (xem như); no column, never saved

    class Meta:
        ordering = ("bloc__position", "pk")
        constraints = [
            models.UniqueConstraint(fields=("season", "bloc"), name="seasons_bloc_once_a_season"),
            models.CheckConstraint(
                condition=models.Q(ends_on__gt=models.F("starts_on")), name="seasons_bloc_year_forwards"
            ),
        ]

    def __str__(self) -> str:
        return self.bloc.name

    @property
    def at_stage(self) -> Stage:
        return self.shown_stage or Stage(self.stage)

    @property
    def slugs(self) -> tuple[str, str, str]:
        """The words of its address."""
        return self.season.cluster.slug, self.season.slug, self.bloc.slug

    @property
    def stages_left_out(self) -> tuple[Stage, ...]:
        return tuple(Stage(stage) for stage in self.left_out)


class Milestone(Told):
    """A day by which a bloc has to have something done: `kind` as registration, signing, self_score."""

    told_by = "kind"

    class Kind(models.TextChoices):
        REGISTRATION = "registration"
        SIGNING = "signing"
        SELF_SCORE = "self_score"
        VERIFICATION = "verification"
        RANKING = "ranking"

    bloc_season = models.ForeignKey(BlocSeason, models.PROTECT, related_name="milestones")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    due_on = models.DateField()
    place = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ("due_on", "pk")
        constraints = [models.UniqueConstraint(fields=("bloc_season", "kind"), name="seasons_milestone_once")]


class Membership(Addressed, Told):
    """A unit in a bloc for a season, with its name as it was and its place in protocol order."""

    told_by = "short_name"

    bloc_season = models.ForeignKey(BlocSeason, models.PROTECT, related_name="members")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="memberships")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=80)
    label = models.CharField(max_length=40)
    left_on = models.DateField(null=True)

    class Meta:
        ordering = ("position", "pk")
        constraints = [models.UniqueConstraint(fields=("bloc_season", "unit"), name="seasons_member_once_a_bloc")]

    def __str__(self) -> str:
        return self.short_name


class SeasonRole(Addressed, Told):
    """Who has which part in a season, from one day to another; a deputy may stand for one bloc.

    Of a head: how chosen, the decision or the minutes, and of an election the votes for him of all given.
    """

    told_by = "person"

    class Role(models.TextChoices):
        HEAD = "head"
        DEPUTY = "deputy"
        SECRETARIAT = "secretariat"
        OBSERVER = "observer"

    season = models.ForeignKey(Season, models.PROTECT, related_name="roles")
    role = models.CharField(max_length=16, choices=Role.choices)
    person = models.ForeignKey(Person, models.PROTECT, related_name="season_roles")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="season_roles")
    bloc_season = models.ForeignKey(BlocSeason, models.PROTECT, null=True, blank=True, related_name="deputies")
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)
    chosen = models.CharField(max_length=9, choices=HeadSelection.choices, blank=True)
    ground = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    votes_for = models.PositiveSmallIntegerField(null=True)
    votes_given = models.PositiveSmallIntegerField(null=True)

    COUNTS = models.Q(season__withdrawn_at=None)

    class Meta:
        ordering = ("role", "pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(votes_for=None, votes_given=None)
                | models.Q(votes_for__gt=0, votes_given__gte=models.F("votes_for")),
                name="seasons_votes_of_those_given",
            ),
            models.UniqueConstraint(
                fields=("season",), condition=models.Q(role="head", until_on=None), name="seasons_one_head"
            ),
            models.UniqueConstraint(
                fields=("season", "role", "person"), condition=models.Q(until_on=None), name="seasons_part_held_once"
            ),
        ]
