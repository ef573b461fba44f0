"""Acts on the directory: a unit, a person, a post, a succession is written down."""

from datetime import date, datetime

from thidua.core.actor import Actor, PostKind
from thidua.core.answer import refuse, require
from thidua.core.texts import composed
from thidua.records.directory.access import may
from thidua.records.directory.models import Person, Post, Succession, Unit, UnitName, UnitParent
from thidua.records.directory.steps import place_in_tree
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record


@act
def keep_unit(
    *,
    code: str,
    slug: str,
    kind: str,
    name: str,
    short_name: str,
    label: str,
    parent: Unit | None,
    from_on: date | None,
    by: Actor,
    at: datetime,
    key: str,
) -> Unit:
    """A new unit below `parent`; its name and parent are dated from `from_on`, None for "always".

    Raises NotPossible if code or slug is taken.
    """
    require(may(by, "directory.keep"))
    if Unit.objects.filter(code=code).exists():
        raise refuse("unit.code_taken", code=code)
    if Unit.objects.filter(slug=slug).exists():
        raise refuse("unit.slug_taken", slug=slug)
    name, short_name = composed(name), composed(short_name)
    unit = Unit.objects.create(
        code=code, slug=slug, kind=kind, name=name, short_name=short_name, label=composed(label), parent=parent
    )
    place_in_tree(unit)
    UnitName.objects.create(unit=unit, name=name, short_name=short_name, from_on=from_on)
    if parent is not None:
        UnitParent.objects.create(unit=unit, parent=parent, from_on=from_on)
    record("unit.kept", by=by, at=at, subjects=[unit], body={"code": code, "name": name})
    return unit


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

    Raises NotPossible if the days run backwards, or for a second leader at the same time.
    """
    require(may(by, "directory.keep"))
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    if from_on and until_on and until_on < from_on:
        raise refuse("post.backwards", from_on=from_on, until_on=until_on)
    if kind is PostKind.LEADER and unit.posts.filter(kind=kind.value, until_on=None).exists():
        raise refuse("post.second_leader", unit=unit.name)
    post = Post.objects.create(
        person=person, unit=unit, kind=kind.value, title=composed(title), from_on=from_on, until_on=until_on
    )
    record("post.given", by=by, at=at, subjects=[person, unit], body={"kind": kind.value, "title": title})
    return post


@act
def succeed(
    predecessor: Unit,
    *,
    successor_code: str,
    successor_name: str,
    on: date,
    ground: str,
    by: Actor,
    at: datetime,
    key: str,
) -> Succession:
    """Notes which unit takes over from another, from which day and on what ground."""
    require(may(by, "directory.keep"))
    row = Succession.objects.create(
        predecessor=predecessor,
        successor_code=successor_code,
        successor_name=composed(successor_name),
        on=on,
        ground=ground,
    )
    body = {"successor": row.successor_name, "on": on.isoformat()}
    record("unit.succeeded", by=by, at=at, subjects=[predecessor], body=body)
    return row
