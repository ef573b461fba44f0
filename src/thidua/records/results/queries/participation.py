"""Questions about acts of people: a season's, what waits, what one phone has sent, names that are known in a unit."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import QuerySet

from thidua.core.workflow.participation import ActState
from thidua.records.directory.models import Person, Post, Unit
from thidua.records.directory.queries import in_force
from thidua.records.results.models import JoinCode, Participation
from thidua.records.seasons.models import Membership, Season

WITH = ("membership__unit", "membership__bloc_season__season__cluster", "membership__bloc_season__bloc")
WAITS = ActState.UNCLAIMED.value
COUNTS = ActState.COUNTED.value


def acts_of(season: Season) -> QuerySet[Participation]:
    """The latest first, with whose they are."""
    found = Participation.objects.filter(membership__bloc_season__season=season)
    return found.select_related("person", "unit", "campaign", "photo", "code", *WITH).order_by("-on", "-pk")


def waiting_in(member: Membership) -> QuerySet[Participation]:
    """What came by a code and is nobody's yet, in the order in which it came."""
    found = Participation.objects.filter(membership=member, state=WAITS).select_related("unit", "campaign", "photo")
    return found.order_by("entered_at", "pk")


def codes_of(member: Membership) -> QuerySet[JoinCode]:
    return JoinCode.objects.filter(membership=member).select_related("campaign").order_by("-made_at", "-pk")


def entered_since(at: datetime, *, sender: str = "", code: JoinCode | None = None) -> int:
    """How much has come in since an instant, from one phone or by one code."""
    found = Participation.objects.filter(entered_at__gte=at)
    return (found.filter(sender=sender) if code is None else found.filter(code=code)).count()


def places_in(member: Membership) -> list[Unit]:
    """The unit and the parts of it that stand, for somebody to say where one works."""
    found = Unit.objects.filter(path__startswith=member.unit.path, dissolved_on=None)
    return list(found.select_related("parent").order_by("path"))


def posts_named(member: Membership, folded_names: Iterable[str], *, on: date) -> dict[str, list[Post]]:
    """People of the unit or of a part of it on that day by their folded names, each by one post; one query for all."""
    found = Post.objects.filter(
        in_force(on), unit__path__startswith=member.unit.path, person__folded__in=set(folded_names)
    )
    by_person = {post.person_id: post for post in found.select_related("person", "unit").order_by("-pk")}
    named: dict[str, list[Post]] = {}
    for post in by_person.values():
        named.setdefault(post.person.folded, []).append(post)
    return named


def works_in(member: Membership, person: Person) -> bool:
    """Whether the person holds a post in the unit or below it, or has held one."""
    return Post.objects.filter(person=person, unit__path__startswith=member.unit.path).exists()
