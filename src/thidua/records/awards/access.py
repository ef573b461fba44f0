"""Who reads a record and who keeps it: the unit's own for their people, the secretariat for all its member units."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from thidua.base.library import rights
from thidua.base.prepared import prepared
from thidua.core.actor import Actor
from thidua.core.answer import YES, Answer, Unknown, require
from thidua.core.workflow.stages import Stage
from thidua.records.awards.models import KINDS, Entry
from thidua.records.awards.queries.places import places_of, places_of_each
from thidua.records.awards.told import Whose
from thidua.records.directory.access import person_for as known_person
from thidua.records.directory.access import unit_for as known_unit
from thidua.records.directory.models import Person, Unit
from thidua.records.seasons.models import Membership, Season
from thidua.records.seasons.queries.frame import POST_ROLES, parts_held, staying


@dataclass(frozen=True)
class Keeping:
    """Whether the actor may keep a record; `on_behalf`: not as one of the unit's own."""

    answer: Answer
    on_behalf: bool


def may_read(by: Actor, whose: Whose, *, on: date) -> Answer:
    """A unit's record is open to whoever signs in; a person's to the person and to who works with it."""
    if isinstance(whose, Person) and is_it(by, whose):
        return YES
    return rights().answer(_reading(whose), roles_towards(by, whose, on=on))


def may_read_people(by: Actor, unit: Unit, *, on: date) -> Answer:
    """The records of all of a unit's people."""
    return rights().answer("honours.read_person", roles_towards(by, unit, on=on))


def may_sweep(by: Actor, *, on: date) -> Answer:
    """The people of many units at once: those of every season in which the actor has a part that may."""
    parts = set().union(*parts_held(by, _seasons(), on=on).values())
    return rights().answer("honours.sweep", {"signed_in", *parts, *(["administrator"] if by.is_administrator else [])})


def units_swept_by(by: Actor, *, on: date) -> QuerySet[Unit]:
    """The units whose people, with those of all below, the actor may look through at once; an administrator: the
    topmost of the directory. Raises NotPossible."""
    require(may_sweep(by, on=on))
    standing = Unit.objects.filter(dissolved_on=None).order_by("path")
    if by.is_administrator:
        return standing.filter(parent=None)
    held = parts_held(by, _seasons(), on=on)
    own = [season for season, parts in held.items() if rights().answer("honours.sweep", parts).is_yes]
    return standing.filter(
        pk__in=Membership.objects.filter(_looked_after(on), bloc_season__season__in=own).values("unit")
    )


def _seasons() -> frozenset[int]:
    return frozenset(Season.objects.values_list("pk", flat=True))


def may_keep(by: Actor, whose: Whose, *, on: date) -> Answer:
    return may_keep_each(by, [whose], on=on)[0].answer


def may_keep_each(by: Actor, records: Sequence[Whose], *, on: date) -> list[Keeping]:
    """The grid's answer for every record; asked once for all that belong to the same units."""
    places = places_of_each(records, on=on)
    found = {around: _keeping(_roles(by, around, on)) for around in set(places.values())}
    return [found[places[whose]] for whose in records]


def _keeping(roles: frozenset[str]) -> Keeping:
    return Keeping(rights().answer("honours.keep", roles), on_behalf=not roles & {"leader", "officer"})


def may_set_remit(by: Actor, unit: Unit, *, on: date) -> Answer:
    """Who says whose own texts hold for a unit."""
    return rights().answer("honours.set_remit", roles_towards(by, unit, on=on))


def may_know_profile(by: Actor, whose: Whose, *, on: date) -> bool:
    """What is asked of the person as such: who keeps the record may know it, and the person."""
    return isinstance(whose, Unit) or is_it(by, whose) or may_keep(by, whose, on=on).is_yes


def is_it(by: Actor, person: Person) -> bool:
    return by.person == person.pk


def roles_towards(by: Actor, whose: Whose, *, on: date) -> frozenset[str]:
    """The roles, in the words of the grid, towards a record: by posts in its unit or above, by parts in the seasons
    of which the unit is a member, as long as they go on or no other came after them."""
    return _roles(by, places_of(whose, on=on), on)


def _roles(by: Actor, around: frozenset[int], on: date) -> frozenset[str]:
    roles = {"public"}
    if by.is_signed_in or by.is_administrator:
        roles.add("signed_in")
    if by.is_administrator:
        roles.add("administrator")
    roles |= {POST_ROLES[post.kind] for post in by.posts if post.unit in around}
    return frozenset(roles | _parts(by, around, on))


def _parts(by: Actor, around: frozenset[int], on: date) -> set[str]:
    if by.person is None and by.eyes is None:
        return set()
    seasons = {season for (season,) in _seasons_around(units=sorted(around), on=on)}
    return set().union(*parts_held(by, seasons, on=on).values())


@prepared
def _seasons_around(*, units: list[int], on: date) -> QuerySet[Any, tuple[int]]:
    members = Membership.objects.filter(_looked_after(on), unit__in=units)
    return members.order_by().values_list("bloc_season__season")


def _looked_after(on: date) -> Q:
    """Memberships by which a season's parts reach into records: not those of units that left, nor of seasons that are
    closed and have a later one, of which the unit is a member again or has gone to another cluster."""
    later = Season.objects.filter(
        cluster=OuterRef("bloc_season__season__cluster"),
        emulation_year__gt=OuterRef("bloc_season__season__emulation_year"),
    )
    return staying(on) & ~Q(Exists(later), bloc_season__stage=Stage.CLOSED.value)


def _reading(whose: Whose) -> str:
    return "honours.read_person" if isinstance(whose, Person) else "honours.read_unit"


def person_for(by: Actor, public_id: str, *, on: date) -> Person:
    """The person whose record is at an address. Raises Unknown, or NotPossible where the record is not the actor's."""
    person = known_person(by, public_id)
    require(may_read(by, person, on=on))
    return person


def unit_of_people_for(by: Actor, slug: str, *, on: date) -> Unit:
    """The unit at an address, to read the records of its people. Raises as `person_for`."""
    unit = known_unit(by, slug)
    require(may_read_people(by, unit, on=on))
    return unit


def unit_for(by: Actor, slug: str, *, on: date) -> Unit:
    """The unit whose record is at an address. Raises as `person_for`."""
    unit = known_unit(by, slug)
    require(may_read(by, unit, on=on))
    return unit


def entry_in(whose: Whose, public_id: str) -> Entry:
    """An entry of a record that the actor reads. Raises Unknown if there is none."""
    own = "person" if isinstance(whose, Person) else "unit"
    for kind in KINDS:
        if hasattr(kind, own) and (found := kind._default_manager.filter(public_id=public_id, **{own: whose}).first()):
            return found
    raise Unknown
