"""Who may read the directory, and who keeps it."""

from thidua.base.library import rights
from thidua.core.actor import Actor
from thidua.core.answer import Answer, Unknown, require
from thidua.records.directory.models import Person, Post, Reorganisation, Unit


def may(actor: Actor, act: str) -> Answer:
    """The grid's answer for an act on the directory or on accounts, which belong to no season."""
    roles = {"public"}
    if actor.is_signed_in or actor.is_administrator:
        roles.add("signed_in")
    if actor.is_administrator:
        roles.add("administrator")
    return rights().answer(act, roles)


def unit_for(actor: Actor, slug: str) -> Unit:
    """The unit at an address. Raises Unknown if there is none or the actor may not read the directory."""
    require(may(actor, "directory.read"))
    found = Unit.objects.filter(slug=slug).select_related("parent").first()
    if found is None:
        raise Unknown
    return found


def reorganisation_for(actor: Actor, public_id: str) -> Reorganisation:
    """The reorganisation at an address. Raises as `unit_for`."""
    require(may(actor, "directory.read"))
    found = Reorganisation.objects.filter(public_id=public_id).select_related("file").first()
    if found is None:
        raise Unknown
    return found


def person_for(actor: Actor, public_id: str) -> Person:
    """The person at an address. Raises as `unit_for`."""
    require(may(actor, "directory.read"))
    found = Person.objects.filter(public_id=public_id).first()
    if found is None:
        raise Unknown
    return found


def may_read_address_of(actor: Actor, person: Person) -> bool:
    """A person's mail address is for the person and for administrators."""
    return actor.is_administrator or actor.person == person.pk


def post_for(actor: Actor, person: Person, public_id: str) -> Post:
    """A post of a person. Raises as `unit_for`."""
    require(may(actor, "directory.read"))
    found = Post.objects.filter(person=person, public_id=public_id).select_related("unit", "person").first()
    if found is None:
        raise Unknown
    return found
