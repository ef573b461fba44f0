"""Questions to the directory: units in the tree, people and their posts on a day."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Case, Count, F, Prefetch, Q, QuerySet, SmallIntegerField, When

from thidua.base.prepared import first, prepared
from thidua.core.actor import PostKind
from thidua.core.texts import folded
from thidua.records.directory.models import Person, Post, Unit, UnitName


def in_force(day: date) -> Q:
    """Dated rows that hold on a day; open ends hold for ever."""
    return (Q(from_on=None) | Q(from_on__lte=day)) & not_ended(day)


def not_ended(day: date) -> Q:
    """Dated rows that hold on a day or will hold."""
    return Q(until_on=None) | Q(until_on__gte=day)


def units(search: str = "", *, kind: str = "", order: str = "path") -> QuerySet[Unit]:
    """Units of one kind or of all, found with or without marks by code or by any name they ever had; in tree order,
    or by another column."""
    found = Unit.objects.select_related("parent").order_by(order, "path")
    if kind:
        found = found.filter(kind=kind)
    if not (words := folded(search.strip())):
        return found
    called_once = UnitName.objects.filter(folded__contains=words).values("unit")
    return found.filter(Q(folded__contains=words) | Q(pk__in=called_once))


def kinds_of_units() -> list[str]:
    """The kinds that occur in the directory."""
    return list(Unit.objects.order_by("kind").values_list("kind", flat=True).distinct())


def units_above(unit: Unit) -> list[Unit]:
    """The units above, the topmost first."""
    above = [int(part) for part in unit.path.strip("/").split("/")][:-1]
    return list(Unit.objects.filter(pk__in=above).order_by("path"))


def units_directly_below(unit: Unit) -> QuerySet[Unit]:
    """Children that stand, in tree order, each with `below`: how many such children it has itself."""
    standing = Count("children", filter=Q(children__dissolved_on=None))
    return unit.children.filter(dissolved_on=None).annotate(below=standing).order_by("path")


def people(search: str = "", *, on: date) -> QuerySet[Person]:
    """People by given name, with their posts on that day."""
    posts = Post.objects.filter(in_force(on)).select_related("unit__parent")
    found = Person.objects.prefetch_related(Prefetch("posts", posts, to_attr="posts_now"))
    return found.filter(folded__contains=folded(search.strip())) if search.strip() else found


def by_kind() -> Case:
    """Leaders first, then deputies, officers, staff."""
    return Case(
        *(When(kind=kind.value, then=place) for place, kind in enumerate(PostKind)), output_field=SmallIntegerField()
    )


def posts_in(unit: Unit, *, on: date) -> QuerySet[Post]:
    """Posts in a unit itself on that day: leaders first, then deputies, officers, staff."""
    posts = Post.objects.filter(in_force(on), unit=unit).select_related("person")
    return posts.order_by(by_kind(), "person__name_key")


def leader_of(unit: Unit, *, on: date) -> Post | None:
    """The unit's leader on that day."""
    return first(_leaders(unit=unit.pk, on=on))


@prepared
def _leaders(*, unit: int, on: date) -> QuerySet[Post]:
    posts = Post.objects.filter(in_force(on), unit=unit, kind=PostKind.LEADER.value)
    return posts.select_related("person").order_by("pk")


def addresses_in(units: Iterable[Unit], kinds: Iterable[PostKind], *, on: date) -> list[str]:
    """Mail addresses of who holds posts of these kinds in the units on that day, each once."""
    posts = Post.objects.filter(in_force(on), unit__in=units, kind__in=[kind.value for kind in kinds])
    found = posts.exclude(person__email="").order_by("unit", "pk").values_list("person__email", flat=True)
    return list(dict.fromkeys(found))


def posts_below(unit: Unit, *, on: date) -> QuerySet[Post]:
    """Posts in a unit and in all below it on that day: those of the unit itself first, by kind."""
    posts = Post.objects.filter(in_force(on), unit__path__startswith=unit.path).select_related("person", "unit")
    return posts.order_by("unit__path", by_kind(), "person__name_key")


def posts_of(person: Person) -> QuerySet[Post]:
    """All posts of a person, those without a last day first, then the newest."""
    return (
        Post.objects.filter(person=person)
        .select_related("unit__parent")
        .order_by(F("until_on").desc(nulls_first=True), F("from_on").desc(nulls_last=True), "pk")
    )
