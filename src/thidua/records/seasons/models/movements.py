"""What a season is about: movements, campaigns, key contents, and the indicators that measure them."""

from datetime import date, timedelta

from django.db import models

from thidua.base.noticing import Told
from thidua.base.rows import Addressed, Shared
from thidua.core.workflow.campaigning import CampaignState, Phase, phase_of
from thidua.records.directory.models import Unit, YouthChapter
from thidua.records.papers.models import Paper
from thidua.records.seasons.models.frame import BlocSeason, Membership, Season
from thidua.records.seasons.models.guidance import Guidance

# Reports are asked for while their time still runs, with an estimate to its end.
OPENS_BEFORE_THE_END = timedelta(days=14)


class Movement(Addressed, Told):
    told_by = "name"

    season = models.ForeignKey(Season, models.PROTECT, related_name="movements")
    name = models.CharField(max_length=400)
    position = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.name


class KeyContent(Addressed, Told):
    """One of the contents (nội dung trọng tâm) that the cluster gives as orientation."""

    told_by = "short_name"

    season = models.ForeignKey(Season, models.PROTECT, related_name="contents")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=500)
    short_name = models.CharField(max_length=60)

    class Meta:
        ordering = ("number",)
        constraints = [models.UniqueConstraint(fields=("season", "number"), name="seasons_content_number_once")]

    def __str__(self) -> str:
        return self.short_name


class Campaign(Addressed, Shared, Told):
    """A stretch of the year: regular (all year), peak, thematic, ad hoc or contest.

    Run by a youth `chapter` in the unit of `membership`, by that unit, else by the bloc of `bloc_season`, else by
    the cluster for all its blocs.
    `waves` are days as texts on which commendations are proposed besides its end; `proposes` codes of what.
    """

    class Kind(models.TextChoices):
        REGULAR = "regular"
        PEAK = "peak"
        THEMATIC = "thematic"
        AD_HOC = "ad_hoc"
        CONTEST = "contest"

    class Audience(models.TextChoices):
        ALL = "all"
        COLLECTIVES = "collectives"
        INDIVIDUALS = "individuals"
        YOUTH = "youth"

    class Span(models.TextChoices):
        SHORT = "short"
        YEAR = "year"
        LONG = "long"

    season = models.ForeignKey(Season, models.PROTECT, related_name="campaigns")
    bloc_season = models.ForeignKey(BlocSeason, models.PROTECT, null=True, blank=True, related_name="campaigns")
    membership = models.ForeignKey(Membership, models.PROTECT, null=True, blank=True, related_name="campaigns")
    chapter = models.ForeignKey(YouthChapter, models.PROTECT, null=True, blank=True, related_name="campaigns")
    movement = models.ForeignKey(Movement, models.PROTECT, null=True, blank=True, related_name="campaigns")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    name = models.CharField(max_length=300)
    starts_on = models.DateField()
    ends_on = models.DateField()
    run_by_youth = models.BooleanField(default=False)
    contents = models.ManyToManyField(KeyContent, related_name="campaigns", blank=True)
    state = models.CharField(
        max_length=12, choices=[(s.value, s.value) for s in CampaignState], default=CampaignState.DRAFT.value
    )
    audience = models.CharField(max_length=12, choices=Audience.choices, default=Audience.ALL)
    audience_note = models.CharField(max_length=300, blank=True)
    span = models.CharField(max_length=8, choices=Span.choices, default=Span.SHORT)
    scope = models.CharField(max_length=200, blank=True)
    method = models.TextField(max_length=2000, blank=True)
    above = models.ForeignKey(Guidance, models.PROTECT, null=True, blank=True, related_name="campaigns")
    above_told = models.CharField(max_length=300, blank=True)
    proposes = models.JSONField(default=list)
    decider = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    fund = models.CharField(max_length=200, blank=True)
    waves = models.JSONField(default=list)
    remark = models.CharField(max_length=1000, blank=True)
    launch_paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    launched_on = models.DateField(null=True)
    result = models.TextField(max_length=6000, blank=True)
    result_paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    summed_up_on = models.DateField(null=True)

    class Meta:
        ordering = ("starts_on", "pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="seasons_campaign_forwards"
            ),
            models.CheckConstraint(
                condition=models.Q(membership=None) | models.Q(bloc_season=None),
                name="seasons_campaign_run_by_one",
            ),
            models.CheckConstraint(
                condition=models.Q(chapter=None) | models.Q(membership__isnull=False),
                name="seasons_campaign_chapter_in_a_unit",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def at_state(self) -> CampaignState:
        return CampaignState(self.state)

    def phase(self, *, on: date) -> Phase:
        return phase_of(self.at_state, self.starts_on, self.ends_on, on=on)


class CampaignGoal(Told):
    """A goal (chỉ tiêu) in words, of an indicator where one measures it; `reached` is told when it is summed up."""

    told_by = "text"

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="goals")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=200)
    indicator = models.ForeignKey("Indicator", models.PROTECT, null=True, blank=True, related_name="goals")
    reached = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("position", "pk")
        constraints = [models.UniqueConstraint(fields=("campaign", "position"), name="seasons_goal_position_once")]


class Indicator(Addressed, Told):
    """What a content is measured by in one bloc, and how its periods make the year.

    `continues` is the one of an earlier season that measured the same: its results are last year's figures.
    `needs_file` says that number and day of a paper do not suffice for evidence.
    """

    told_by = "short_name"

    class Kind(models.TextChoices):
        NUMBER = "number"
        YES_NO = "yes_no"
        JUDGED = "judged"

    class Better(models.TextChoices):
        HIGHER = "higher"
        LOWER = "lower"

    class Aggregation(models.TextChoices):
        SUM = "sum"
        LAST = "last"
        RATIO = "ratio"

    bloc_season = models.ForeignKey(BlocSeason, models.PROTECT, related_name="indicators")
    content = models.ForeignKey(KeyContent, models.PROTECT, related_name="indicators")
    code = models.SlugField(max_length=40)
    name = models.CharField(max_length=300)
    short_name = models.CharField(max_length=60)
    unit_of_measure = models.CharField(max_length=40)
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.NUMBER)
    better = models.CharField(max_length=8, choices=Better.choices, default=Better.HIGHER)
    aggregation = models.CharField(max_length=8, choices=Aggregation.choices, default=Aggregation.SUM)
    source = models.CharField(max_length=300, blank=True)
    continues = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="continued_by")
    needs_file = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ("position", "pk")
        constraints = [models.UniqueConstraint(fields=("bloc_season", "code"), name="seasons_indicator_code_once")]

    def __str__(self) -> str:
        return self.short_name


class Period(Addressed, Told):
    """A reporting period (kỳ báo cáo) of one bloc: from, until, due."""

    told_by = "name"

    bloc_season = models.ForeignKey(BlocSeason, models.PROTECT, related_name="periods")
    name = models.CharField(max_length=60)
    slug = models.SlugField(max_length=40)
    position = models.PositiveSmallIntegerField()
    from_on = models.DateField()
    until_on = models.DateField()
    due_on = models.DateField()

    class Meta:
        ordering = ("position", "pk")
        constraints = [
            models.UniqueConstraint(fields=("bloc_season", "slug"), name="seasons_period_slug_once"),
            models.CheckConstraint(
                condition=models.Q(until_on__gte=models.F("from_on")), name="seasons_period_forwards"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def opens_on(self) -> date:
        """From which day its reports may be handed in."""
        return self.until_on - OPENS_BEFORE_THE_END
