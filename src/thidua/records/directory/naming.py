"""Which unit or person is meant by what an officer types: a code, a name, a name with the unit.

The forms offer "STP-ND · Sở Tư pháp tỉnh Nam Định"; lists pasted from elsewhere hold bare codes or names.
"""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q

from thidua.core.answer import NotPossible, Sentence, refuse
from thidua.core.texts import composed, folded
from thidua.records.directory.models import Person, Post, Unit
from thidua.records.directory.queries import in_force, people, units

BETWEEN = " · "
NAMED_AT_MOST = 5


def written(unit: Unit) -> str:
    """A unit as the forms offer it."""
    return f"{unit.code}{BETWEEN}{unit.name}"


def written_post(post: Post) -> str:
    """A person as the forms offer one: the name, and the unit that tells namesakes apart."""
    return f"{post.person.full_name}{BETWEEN}{post.unit.short_name}"


def unit_named(typed: str) -> Unit:
    """The one unit that is meant. Raises NotPossible if there is none, or naming several."""
    return units_named([typed])[0]


def units_named(lines: Sequence[str]) -> list[Unit]:
    """The units that are meant, in the order of the lines. Raises NotPossible with every line's fault."""
    wanted = [composed(line).strip() for line in lines]
    codes = [line.split(BETWEEN.strip())[0].strip() for line in wanted]
    by_code = {unit.code: unit for unit in Unit.objects.filter(code__in=codes)}
    found: list[Unit] = []
    faults: list[Sentence] = []
    for line, code in zip(wanted, codes, strict=True):
        try:
            found.append(by_code.get(code) or _unit_by_name(line))
        except NotPossible as fault:
            faults.extend(fault.sentences)
    if faults:
        raise NotPossible(*faults)
    return found


def _unit_by_name(line: str) -> Unit:
    asked = folded(line)
    near = list(units(line)) if line else []
    same = [unit for unit in near if asked in (folded(unit.name), folded(unit.short_name), folded(unit.code))]
    chosen = _standing(same) or _standing(near)
    if not chosen:
        raise refuse("unit.none_named", typed=line[:80])
    if len(chosen) > 1:
        names = tuple(written(unit) for unit in chosen[:NAMED_AT_MOST])
        raise refuse("unit.several_named", typed=line[:80], count=len(chosen), names=names)
    return chosen[0]


def _standing(units: list[Unit]) -> list[Unit]:
    """Those that stand today; where none does, all: the act says what became of them."""
    return [unit for unit in units if unit.dissolved_on is None] or units


def person_named(typed: str, *, on: date) -> Person:
    """The one person that is meant by a name, or by a name and a unit in which a post is held on that day.

    Raises NotPossible if there is none, or naming several with their units.
    """
    name, _, place = (part.strip() for part in composed(typed).replace(BETWEEN.strip(), ",").partition(","))
    found = people(name, on=on)
    if place:
        posts = Post.objects.filter(in_force(on), Q(unit__folded__contains=folded(place)))
        found = found.filter(pk__in=posts.values("person"))
    near = list(found) if name else []
    same = [person for person in near if person.folded == folded(name)]
    chosen = same or near
    if not chosen:
        raise refuse("person.none_named", typed=typed[:80])
    if len(chosen) > 1:
        names = tuple(_with_unit(person) for person in chosen[:NAMED_AT_MOST])
        raise refuse("person.several_named", typed=typed[:80], count=len(chosen), names=names)
    return chosen[0]


def _with_unit(person: Person) -> str:
    posts: list[Post] = person.posts_now  # type: ignore[attr-defined]
    return BETWEEN.join([person.full_name, *(post.unit.short_name for post in posts[:1])])
