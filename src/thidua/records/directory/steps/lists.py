"""Writes what a list of units holds, all at once, and takes it away again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models.functions import Lower
from django.utils.text import slugify

from thidua.core.actor import PostKind
from thidua.core.answer import refuse
from thidua.core.returned.lists import TITLE_OF_LEADER, TITLE_OF_OFFICER
from thidua.core.returned.naming import kind_of, place_in
from thidua.core.texts import folded
from thidua.core.workflow.importing import Outcome
from thidua.records.directory.models import Person, Post, Unit, UnitName
from thidua.records.directory.queries import not_ended
from thidua.records.runs.models import StagedRow

ROWS_A_BATCH = 500
Wanted = tuple[Unit, PostKind, str, str, str]  # unit, kind, full name, title, address


@dataclass(frozen=True)
class Written:
    """What came new into the directory, and whose address was written over."""

    units: Sequence[Unit]
    people: Sequence[Person]
    posts: Sequence[Post]
    mended: Sequence[Person]


def bring(token: str, rows: Sequence[StagedRow], *, on: date) -> Written:
    """New units with their people, and people for units that are there and lack them.

    Raises NotPossible naming a unit that has come into the directory since the list was read.
    """
    there = {unit.code: unit for unit in Unit.objects.select_for_update().filter(code__in=[row.key for row in rows])}
    for row in rows:
        if row.outcome == Outcome.NEW.value and row.key in there:
            raise refuse("list.changed_since", unit=there[row.key].name)
    units = _write_units(token, [row.values for row in rows if row.key not in there])
    every = there | {unit.code: unit for unit in units}
    held = _held(there.values(), on=on)
    wanted = [one for row in rows for one in _posts_of(every[row.key], row.values) if _is_free(one, held)]
    return Written(units, *_write_posts(token, wanted), write_addresses(rows))


def write_addresses(rows: Iterable[StagedRow]) -> list[Person]:
    """Addresses of people who are there. Raises NotPossible naming one who was changed since the list was read."""
    asked = {row.before["person"]: row for row in rows if "person" in row.before}
    people = _locked(asked)
    for person in people:
        row = asked[person.public_id]
        if person.email != row.before["email"]:
            raise refuse("list.person_changed_since", name=person.full_name)
        person.email = row.values["email"].lower()
        person.turn()
    Person.objects.bulk_update(people, ["email", "version"], batch_size=ROWS_A_BATCH)
    return people


def put_back_addresses(rows: Iterable[StagedRow]) -> None:
    """As before the list, in the version of before; the caller has asked whether they still stand as it wrote them."""
    asked = {row.before["person"]: row.before["email"] for row in rows if "person" in row.before}
    people = _locked(asked)
    for person in people:
        person.email, person.version = asked[person.public_id], person.version - 1
    Person.objects.bulk_update(people, ["email", "version"], batch_size=ROWS_A_BATCH)


def _locked(people: Iterable[str]) -> list[Person]:
    return list(Person.objects.select_for_update().filter(public_id__in=list(people)).order_by("pk"))


def take_away(token: str, *, at: datetime) -> tuple[int, int]:
    """All that a list brought is withdrawn; the caller has asked what was built upon it. Gives units and people."""
    Post.objects.filter(brought_by=token).update(withdrawn_at=at)
    people = Person.objects.filter(brought_by=token).update(withdrawn_at=at)
    return Unit.objects.filter(brought_by=token).update(withdrawn_at=at), people


def _write_units(token: str, rows: Sequence[Mapping[str, str]]) -> list[Unit]:
    taken = set(Unit.objects.values_list("slug", flat=True))
    units = [_unit(token, row, taken) for row in rows]
    Unit.objects.bulk_create(units, batch_size=ROWS_A_BATCH)
    for unit in units:
        unit.path = f"/{unit.pk}/"
    Unit.objects.bulk_update(units, ["path"], batch_size=ROWS_A_BATCH)
    names = [UnitName(unit=unit, name=unit.name, short_name=unit.short_name).fold() for unit in units]
    UnitName.objects.bulk_create(names, batch_size=ROWS_A_BATCH)
    return units


def _unit(token: str, row: Mapping[str, str], taken: set[str]) -> Unit:
    name, short_name = row["name"], row["short_name"]
    slug = _slug(short_name, row["code"], taken)
    label = place_in(name) or short_name
    unit = Unit(code=row["code"], slug=slug, kind=kind_of(name), name=name, short_name=short_name, label=label[:40])
    unit.brought_by = token
    return unit.fold()


def _slug(short_name: str, code: str, taken: set[str]) -> str:
    word, number = slugify(folded(short_name))[:56] or slugify(folded(code))[:56] or "don-vi", 1
    while (slug := word if number == 1 else f"{word}-{number}") in taken:
        number += 1
    taken.add(slug)
    return slug


def _posts_of(unit: Unit, row: Mapping[str, str]) -> Iterator[Wanted]:
    if name := row.get("leader"):
        yield unit, PostKind.LEADER, name, row.get("title") or TITLE_OF_LEADER, ""
    if name := row.get("officer"):
        yield unit, PostKind.OFFICER, name, TITLE_OF_OFFICER, row.get("email", "").lower()


def _held(units: Iterable[Unit], *, on: date) -> set[tuple[int, str, str]]:
    """Who holds a post by unit, kind and name; a leader's place by unit and kind alone, to the last day of it."""
    posts = Post.objects.filter(not_ended(on), unit__in=list(units)).select_related("person")
    named = {(post.unit_id, post.kind, folded(post.person.full_name)) for post in posts}
    return named | {(unit, kind, "") for unit, kind, _ in named if kind == PostKind.LEADER.value}


def _is_free(one: Wanted, held: set[tuple[int, str, str]]) -> bool:
    unit, kind, name, _, _ = one
    return not {(unit.pk, kind.value, folded(name)), (unit.pk, kind.value, "")} & held


def _write_posts(token: str, wanted: Sequence[Wanted]) -> tuple[list[Person], list[Post]]:
    addresses = [email for *_, email in wanted if email]
    there = Person.objects.annotate(address=Lower("email")).filter(address__in=addresses)
    known: dict[str, Person] = {person.email.lower(): person for person in there.order_by("-pk")}
    people: list[Person] = []
    who: list[Person] = []
    for _, _, name, _, email in wanted:
        person = known.get(email) if email else None
        if person is None:
            person = Person(full_name=name, email=email, brought_by=token).fold()
            people.append(person)
            known |= {email: person} if email else {}
        who.append(person)
    Person.objects.bulk_create(people, batch_size=ROWS_A_BATCH)
    posts = [
        Post(person=person, unit=unit, kind=kind.value, title=title, brought_by=token)
        for person, (unit, kind, _, title, _) in zip(who, wanted, strict=True)
    ]
    Post.objects.bulk_create(posts, batch_size=ROWS_A_BATCH)
    return people, posts
