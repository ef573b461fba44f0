"""What a season is about: movements, campaigns, key contents, and the indicators that measure them."""

from django.db import models

from thidua.base.rows import Addressed
from thidua.records.seasons.models.frame import BlocSeason, Season


class Movement(Addressed):
    season = models.ForeignKey(Season, models.PROTECT, related_name="movements")
    name = models.CharField(max_length=400)
    position = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ("position", "pk")


class KeyContent(Addressed):
    """One of the contents (nội dung trọng tâm) that the cluster gives as orientation."""

    season = models.ForeignKey(Season, models.PROTECT, related_name="contents")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=500)
    short_name = models.CharField(max_length=60)

    class Meta:
        ordering = ("number",)
        constraints = [models.UniqueConstraint(fields=("season", "number"), name="seasons_content_number_once")]


class Campaign(Addressed):
    """A stretch of the year: regular (all year), peak, thematic, ad hoc or contest."""

    class Kind(models.TextChoices):
        REGULAR = "regular"
        PEAK = "peak"
        THEMATIC = "thematic"
        AD_HOC = "ad_hoc"
        CONTEST = "contest"

    season = models.ForeignKey(Season, models.PROTECT, related_name="campaigns")
    movement = models.ForeignKey(Movement, models.PROTECT, null=True, blank=True, related_name="campaigns")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    name = models.CharField(max_length=300)
    starts_on = models.DateField()
    ends_on = models.DateField()
    run_by_youth = models.BooleanField(default=False)
    contents = models.ManyToManyField(KeyContent, related_name="campaigns", blank=True)

    class Meta:
        ordering = ("starts_on", "pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="seasons_campaign_forwards"
            )
        ]


class Indicator(Addressed):
    """What a content is measured by in one bloc, and how its periods make the year."""

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
    position = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ("position", "pk")
        constraints = [models.UniqueConstraint(fields=("bloc_season", "code"), name="seasons_indicator_code_once")]


class Period(Addressed):
    """A reporting period (kỳ báo cáo) of one bloc: from, until, due."""

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
