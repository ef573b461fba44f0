"""Acts on people: written down, appointed to a post, a post ended."""

from datetime import date, datetime

from django.db.models import Q

from thidua.core.actor import Actor, PostKind
from thidua.core.answer import refuse, require
from thidua.core.texts import composed
from thidua.records.directory.access import may
from thidua.records.directory.models import Person, Post, Unit
from thidua.records.directory.steps.standing import require_standing
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record


@act
def keep_person(*, full_name: str, email: str, is_made_up: bool, by: Actor, at: datetime, key: str) -> Person:
    """A new person of the directory. Raises NotPossible for a name with digits or without letters."""
    require(may(by, "directory.keep"))
    name = " ".join(composed(full_name).split())
    if any(letter.isdigit() for letter in name) or not any(letter.isalpha() for letter in name):
        raise refuse("person.no_name", typed=full_name[:40])
    person = Person.objects.create(full_name=name, email=email, is_made_up=is_made_up)
    record("person.kept", by=by, at=at, subjects=[person], body={"name": name})
    return person


@act
def appoint(
    person: Person,
    *,
    unit: Unit,
    kind: PostKind,
    title: str,
    from_on: date | None,
    until_on: date | None,
    by: Actor,
    at: datetime,
    key: str,
) -> Post:
    """A person holds a post in a unit from one day to another.

    Raises NotPossible if the days run backwards, for a second leader at the same time, or in a unit that
    is no more by then.
    """
    require(may(by, "directory.keep"))
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    if from_on and until_on and until_on < from_on:
        raise refuse("post.backwards", from_on=from_on, until_on=until_on)
    if kind is PostKind.LEADER and unit.posts.filter(_meets(from_on, until_on), kind=kind.value).exists():
        raise refuse("post.second_leader", unit=unit.name)
    require_standing(unit, until=until_on)
    post = Post.objects.create(
        person=person, unit=unit, kind=kind.value, title=composed(title), from_on=from_on, until_on=until_on
    )
    body = {"kind": kind.value, "title": title, "person": person.full_name, "unit": unit.name}
    record("post.given", by=by, at=at, subjects=[person, unit], body=body)
    return post


@act
def end_post(post: Post, *, until_on: date, by: Actor, at: datetime, key: str) -> Post:
    """The person holds the post until `until_on`, that day included; what was signed in it stands.

    Raises NotPossible if the post has a last day already, or for a day before its first.
    """
    require(may(by, "directory.keep"))
    post = Post.objects.select_for_update(of=("self",)).select_related("person", "unit").get(pk=post.pk)
    if post.until_on is not None:
        raise refuse("post.ended_before", title=post.title, until_on=post.until_on)
    if post.from_on is not None and until_on < post.from_on:
        raise refuse("post.backwards", from_on=post.from_on, until_on=until_on)
    post.until_on = until_on
    post.save(update_fields=["until_on"])
    body = {
        "kind": post.kind,
        "title": post.title,
        "person": post.person.full_name,
        "unit": post.unit.name,
        "until": until_on.isoformat(),
    }
    record("post.ended", by=by, at=at, subjects=[post.person, post.unit], body=body)
    return post


def _meets(from_on: date | None, until_on: date | None) -> Q:
    """Posts that share a day with the days asked about; open ends are for ever."""
    begins_in_time = Q() if until_on is None else Q(from_on=None) | Q(from_on__lte=until_on)
    ends_in_time = Q() if from_on is None else Q(until_on=None) | Q(until_on__gte=from_on)
    return begins_in_time & ends_in_time
