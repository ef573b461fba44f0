"""Units in a tree with dated names and parents, their succession, people and their posts."""

from django.db import models

from thidua.base.rows import Addressed, Shared
from thidua.core.actor import PostKind
from thidua.core.texts import folded as fold
from thidua.core.texts import given_name_first

NOW = models.Q(until_on=None)  # the dated row that holds today has no last day yet


class Unit(Addressed, Shared):
    """An agency or a part of one. Name and parent here are today's; the dated rows keep the past.

    `path` names the unit and all above it, "/3/17/", so that a subtree is one comparison.
    `label` is what fits a segment of the drum.
    """

    code = models.CharField(max_length=32, unique=True)
    slug = models.SlugField(max_length=64, unique=True)
    kind = models.CharField(max_length=32)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=80)
    label = models.CharField(max_length=40, blank=True)
    folded = models.CharField(max_length=300, editable=False)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    path = models.CharField(max_length=200, db_index=True, editable=False, default="/")
    dissolved_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name

    @property
    def is_part(self) -> bool:
        """Whether its name says little without the unit above it, as "Văn phòng" or a district's office."""
        return self.parent_id is not None and self.short_name == self.name

    @property
    def in_place(self) -> str:
        """The short name, after a part's comma that of the unit above: "Văn phòng, STP Quảng Ninh"."""
        return f"{self.name}, {self.parent.short_name}" if self.is_part and self.parent else self.short_name

    def save(self, *args: object, **kwargs: object) -> None:
        self.folded = fold(f"{self.name} {self.short_name} {self.code}")
        super().save(*args, **kwargs)  # type: ignore[arg-type]


class UnitName(models.Model):
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="names")
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=80)
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("unit",), condition=NOW, name="directory_one_name_now")]


class UnitParent(models.Model):
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="parents")
    parent = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("unit",), condition=NOW, name="directory_one_parent_now")]


class Succession(models.Model):
    """Which unit took over from which, and on what ground; the acts of succession come later."""

    predecessor = models.ForeignKey(Unit, models.PROTECT, related_name="successions")
    successor_code = models.CharField(max_length=32)
    successor_name = models.CharField(max_length=200)
    on = models.DateField()
    ground = models.CharField(max_length=200, blank=True)


class Person(Addressed, Shared):
    """Someone of the directory; an account is another thing, and may not exist."""

    full_name = models.CharField(max_length=120)
    name_key = models.CharField(max_length=260, editable=False, db_index=True)
    folded = models.CharField(max_length=120, editable=False)
    email = models.EmailField(blank=True)
    is_made_up = models.BooleanField(default=False)

    class Meta:
        ordering = ("name_key", "pk")

    def __str__(self) -> str:
        return self.full_name

    def save(self, *args: object, **kwargs: object) -> None:
        self.name_key, self.folded = given_name_first(self.full_name), fold(self.full_name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]


class Post(Addressed):
    """A person's post in a unit from one day to another (both inclusive; open ends are None)."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="posts")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts")
    kind = models.CharField(max_length=16, choices=[(k.value, k.value) for k in PostKind])
    title = models.CharField(max_length=120)
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)

    class Meta:
        ordering = ("unit", "kind", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("unit",), condition=NOW & models.Q(kind=PostKind.LEADER.value), name="directory_one_leader_now"
            ),
            models.CheckConstraint(
                condition=models.Q(until_on__gte=models.F("from_on")), name="directory_post_forwards"
            ),
        ]
