"""Acts on people: written down, their mail address mended, appointed to a post, a post ended."""

from datetime import date, datetime

from thidua.core.actor import Actor, PostKind
from thidua.core.answer import require
from thidua.records.directory.access import may
from thidua.records.directory.models import Person, Post, Unit
from thidua.records.directory.steps.posts import finish_post, give_post, write_down, write_email
from thidua.records.directory.steps.standing import held_units
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record


@act
def keep_person(*, full_name: str, email: str, is_made_up: bool, by: Actor, at: datetime, key: str) -> Person:
    """A new person of the directory. Raises NotPossible for a name with digits or without letters."""
    require(may(by, "directory.keep"))
    person = write_down(full_name, email, is_made_up=is_made_up)
    record("person.kept", by=by, at=at, subjects=[person], body={"name": person.full_name})
    return person


@act
def change_email(person: Person, *, email: str, seen_version: int, by: Actor, at: datetime, key: str) -> Person:
    """The person's mail address is another one, or none; an account goes on with the address that it has.

    Raises NotPossible if someone has saved since, for what is no address, and for that of somebody else.
    """
    require(may(by, "directory.keep"))
    person = Person.objects.select_for_update().get(pk=person.pk)
    person.expect(seen_version)
    write_email(person, email)
    record("person.email_changed", by=by, at=at, subjects=[person], body={"name": person.full_name})
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
    unit = held_units([unit])[unit.pk]
    post = give_post(person, unit, kind=kind, title=title, from_on=from_on, until_on=until_on)
    body = {"kind": kind.value, "title": title, "person": person.full_name, "unit": unit.name}
    record("post.given", by=by, at=at, subjects=[person, unit], body=body)
    return post


@act
def end_post(post: Post, *, until_on: date, by: Actor, at: datetime, key: str) -> Post:
    """The person holds the post until `until_on`, that day included; what was signed in it stands.

    Raises NotPossible if the post has a last day already, or for a day before its first.
    """
    require(may(by, "directory.keep"))
    held_units([post.unit])  # first, as a reorganisation does: it ends the posts of its units
    post = Post.objects.select_for_update(of=("self",)).select_related("person", "unit").get(pk=post.pk)
    finish_post(post, until_on=until_on)
    body = {
        "kind": post.kind,
        "title": post.title,
        "person": post.person.full_name,
        "unit": post.unit.name,
        "until": until_on.isoformat(),
    }
    record("post.ended", by=by, at=at, subjects=[post.person, post.unit], body=body)
    return post
