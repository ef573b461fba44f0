"""Questions to the directory: units in the tree, people and their posts on a day."""

from datetime import date

from django.db.models import Case, F, Prefetch, Q, QuerySet, SmallIntegerField, When

from thidua.core.actor import PostKind
from thidua.core.texts import folded
from thidua.records.directory.models import Person, Post, Unit


def in_force(day: date) -> Q:
    """Dated rows that hold on a day; open ends hold for ever."""
    return (Q(from_on=None) | Q(from_on__lte=day)) & (Q(until_on=None) | Q(until_on__gte=day))


def units(search: str = "") -> QuerySet[Unit]:
    """Units in tree order, found by name, short name or code with or without marks."""
    found = Unit.objects.select_related("parent").order_by("path")
    return found.filter(folded__contains=folded(search.strip())) if search.strip() else found


def people(search: str = "", *, on: date) -> QuerySet[Person]:
    """People by given name, with their posts on that day."""
    posts = Post.objects.filter(in_force(on)).select_related("unit")
    found = Person.objects.prefetch_related(Prefetch("posts", posts, to_attr="posts_now"))
    return found.filter(folded__contains=folded(search.strip())) if search.strip() else found


def posts_in(unit: Unit, *, on: date) -> QuerySet[Post]:
    """Posts in a unit itself on that day: leaders first, then deputies, officers, staff."""
    order = Case(
        *(When(kind=kind.value, then=place) for place, kind in enumerate(PostKind)), output_field=SmallIntegerField()
    )
    return Post.objects.filter(in_force(on), unit=unit).select_related("person").order_by(order, "person__name_key")


def leader_of(unit: Unit, *, on: date) -> Post | None:
    """The unit's leader on that day."""
    return Post.objects.filter(in_force(on), unit=unit, kind=PostKind.LEADER.value).select_related("person").first()


def posts_below(unit: Unit, *, on: date) -> QuerySet[Post]:
    """Posts in a unit and in all below it on that day."""
    return Post.objects.filter(in_force(on), unit__path__startswith=unit.path)


def posts_of(person: Person) -> QuerySet[Post]:
    """All posts of a person, those without a last day first, then the newest."""
    return (
        Post.objects.filter(person=person)
        .select_related("unit")
        .order_by(F("until_on").desc(nulls_first=True), F("from_on").desc(nulls_last=True), "pk")
    )
