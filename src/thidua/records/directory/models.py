"""Units in a tree with dated names and parents, their succession, people and their posts."""

from django.db import models

from thidua.base.noticing import Told
from thidua.base.rows import Addressed, Shared
from thidua.base.withdrawing import STANDS, Standing, Withdrawable
from thidua.core.actor import PostKind
from thidua.core.texts import folded as fold
from thidua.core.texts import given_name_first
from thidua.records.files.models import StoredFile

NOW = models.Q(until_on=None)  # the dated row that holds today has no last day yet


class Brought(Withdrawable):
    """A row that a list may have brought, by the token of its run, and that is withdrawn together with it."""

    brought_by = models.CharField(max_length=64, blank=True, default="", db_index=True, editable=False)

    class Meta:
        abstract = True


def in_place(name: str, short_name: str, above: str | None) -> str:
    """How a unit is called where the unit above it is not named; `above` is that unit's short name, if there is one.

    >>> in_place("Văn phòng", "Văn phòng", "STP Quảng Ninh")
    'Văn phòng, STP Quảng Ninh'
    """
    return f"{name}, {above}" if above is not None and short_name == name else short_name


class Unit(Addressed, Shared, Told, Brought):
    """An agency or a part of one. Name and parent here are today's; the dated rows keep the past.

    `path` names the unit and all above it, "/3/17/", so that a subtree is one comparison.
    `label` is what fits a segment of the drum; `dissolved_on` the first day on which the unit is no more.
    """

    code = models.CharField(max_length=32)
    slug = models.SlugField(max_length=64)
    kind = models.CharField(max_length=32)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=80)
    label = models.CharField(max_length=40, blank=True)
    folded = models.CharField(max_length=300, editable=False)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    path = models.CharField(max_length=200, db_index=True, editable=False, default="/")
    dissolved_on = models.DateField(null=True, blank=True)

    COUNTS = STANDS
    objects = Standing["Unit"]()  # type: ignore[misc, assignment]  # of Told, narrowed

    class Meta:
        ordering = ("code",)
        constraints = [
            models.UniqueConstraint(fields=("code",), condition=STANDS, name="directory_unit_code_once"),
            models.UniqueConstraint(fields=("slug",), condition=STANDS, name="directory_unit_slug_once"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_part(self) -> bool:
        """Whether its name says little without the unit above it, as "Văn phòng" or a district's office."""
        return self.parent_id is not None and self.short_name == self.name

    @property
    def in_place(self) -> str:
        """The short name, after a part's comma that of the unit above."""
        above = self.parent.short_name if self.is_part and self.parent else None
        return in_place(self.name, self.short_name, above)

    def save(self, *args: object, **kwargs: object) -> None:
        self.fold()
        super().save(*args, **kwargs)

    def fold(self) -> "Unit":
        """What it is found by; for rows that are written many at once."""
        self.folded = fold(f"{self.name} {self.short_name} {self.code}")
        return self


class UnitName(models.Model):
    """A name from one day to another, and the decision that gave it; by it the unit of today is found."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="names")
    reorganisation = models.ForeignKey("Reorganisation", models.PROTECT, null=True, related_name="names")
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=80)
    folded = models.CharField(max_length=300, editable=False, default="")
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("unit",), condition=NOW, name="directory_one_name_now")]

    def save(self, *args: object, **kwargs: object) -> None:
        self.fold()
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def fold(self) -> "UnitName":
        """What it is found by; for rows that are written many at once."""
        self.folded = fold(f"{self.name} {self.short_name}")
        return self


class UnitParent(models.Model):
    """The unit above from one day to another; that of now stands in the unit itself."""

    COUNTS = models.Q(until_on__isnull=False)

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="parents")
    parent = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("unit",), condition=NOW, name="directory_one_parent_now")]


class Reorganisation(Addressed):
    """One decision by which units end, are split, pass into others or change their name from a day on.

    `undo` keeps what stood before it, for an annulment; an annulled one stays readable and counts no longer.
    """

    class Kind(models.TextChoices):
        MERGED = "merged"
        SPLIT = "split"
        DISSOLVED = "dissolved"
        RENAMED = "renamed"

    kind = models.CharField(max_length=12, choices=Kind.choices)
    on = models.DateField()  # the first day of the new order
    title = models.CharField(max_length=300, blank=True)
    number = models.CharField(max_length=200, blank=True)
    dated_on = models.DateField(null=True, blank=True)
    issuer = models.CharField(max_length=200, blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True)
    noted_at = models.DateTimeField(null=True)
    undo = models.JSONField(default=dict)
    annulled_at = models.DateTimeField(null=True)
    annulled_because = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ("-on", "-pk")

    @property
    def from_names(self) -> list[str]:
        """The units before it by their names then, each once; asks no query where `lines` are read beforehand."""
        return list(dict.fromkeys(line.predecessor_name for line in self.lines.all()))

    @property
    def into_names(self) -> list[str]:
        """The units after it by their names then."""
        return list(dict.fromkeys(line.successor_name for line in self.lines.all() if line.successor_name))


class Succession(models.Model):
    """Which unit came out of which, by the names of that day; `successor` is None where nobody took over.

    `predecessor_ended` is False where a part was split off and the unit goes on, and for a new name of one unit.
    """

    reorganisation = models.ForeignKey(Reorganisation, models.PROTECT, related_name="lines")
    predecessor = models.ForeignKey(Unit, models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="precedents")
    predecessor_name = models.CharField(max_length=200, blank=True)
    successor_name = models.CharField(max_length=200, blank=True)
    predecessor_ended = models.BooleanField(default=True)

    class Meta:
        ordering = ("reorganisation", "pk")


class Descent(models.Model):
    """Every unit beside every unit that came out of it, however many reorganisations lie between.

    Written over anew from the rows of succession; so that a question through mergers is one comparison.
    """

    ancestor = models.ForeignKey(Unit, models.PROTECT, related_name="heirs")
    heir = models.ForeignKey(Unit, models.PROTECT, related_name="ancestors")

    class Meta:
        constraints = [models.UniqueConstraint(fields=("ancestor", "heir"), name="directory_descent_once")]


class Person(Addressed, Shared, Told, Brought):
    """Someone of the directory; an account is another thing, and may not exist."""

    full_name = models.CharField(max_length=120)
    name_key = models.CharField(max_length=260, editable=False, db_index=True)
    folded = models.CharField(max_length=120, editable=False)
    email = models.EmailField(blank=True)
    is_made_up = models.BooleanField(default=False)

    COUNTS = STANDS
    objects = Standing["Person"]()  # type: ignore[misc, assignment]  # of Told, narrowed

    class Meta:
        ordering = ("name_key", "pk")

    def __str__(self) -> str:
        return self.full_name

    def save(self, *args: object, **kwargs: object) -> None:
        self.fold()
        super().save(*args, **kwargs)

    def fold(self) -> "Person":
        """What it is sorted and found by; for rows that are written many at once."""
        self.name_key, self.folded = given_name_first(self.full_name), fold(self.full_name)
        return self


class Post(Addressed, Told, Brought):
    """A person's post in a unit from one day to another (both inclusive; open ends are None)."""

    told_by = "title"

    person = models.ForeignKey(Person, models.PROTECT, related_name="posts")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts")
    kind = models.CharField(max_length=16, choices=[(k.value, k.value) for k in PostKind])
    title = models.CharField(max_length=120)
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)

    COUNTS = STANDS
    objects = Standing["Post"]()  # type: ignore[misc, assignment]  # of Told, narrowed

    class Meta:
        ordering = ("unit", "kind", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("unit",),
                condition=NOW & STANDS & models.Q(kind=PostKind.LEADER.value),
                name="directory_one_leader_now",
            ),
            models.CheckConstraint(
                condition=models.Q(until_on__gte=models.F("from_on")), name="directory_post_forwards"
            ),
        ]


class YouthChapter(Addressed, Shared, Told):
    """A chapter (chi đoàn) of the youth union in a unit; its names before, secretaries and members are dated rows.

    `ended_on` is the first day on which it is no more, `ended_because` why.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="chapters")
    name = models.CharField(max_length=200)
    founded_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    ended_because = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ("unit__path", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("unit", "name"), condition=models.Q(ended_on=None), name="directory_chapter_name_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class FormerChapterName(models.Model):
    """What a chapter was called up to and with a day, and why it is called otherwise since."""

    chapter = models.ForeignKey(YouthChapter, models.PROTECT, related_name="former_names")
    name = models.CharField(max_length=200)
    until_on = models.DateField()
    because = models.CharField(max_length=1000)

    class Meta:
        ordering = ("until_on",)
        constraints = [
            models.UniqueConstraint(fields=("chapter", "until_on"), name="directory_chapter_name_until_a_day")
        ]


class ChapterSecretary(Told):
    """Who leads a chapter, from one day to another."""

    told_by = "person"

    chapter = models.ForeignKey(YouthChapter, models.PROTECT, related_name="secretaries")
    person = models.ForeignKey(Person, models.PROTECT, related_name="chapters_led")
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    class Meta:
        ordering = ("from_on", "pk")
        constraints = [models.UniqueConstraint(fields=("chapter",), condition=NOW, name="directory_one_secretary_now")]


class ChapterSize(Told):
    """How many members a chapter had on a day."""

    chapter = models.ForeignKey(YouthChapter, models.PROTECT, related_name="sizes")
    on = models.DateField()
    members = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("on", "pk")
        constraints = [models.UniqueConstraint(fields=("chapter", "on"), name="directory_chapter_size_once_a_day")]
