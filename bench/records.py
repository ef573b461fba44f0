"""Fills an empty, migrated database with a ministry of so many people, ten years of their records; prints how many.

Made up at random, in the shares of `bench.people`; written in bulk, where an act for each would only be waited for.
"""

import json
import random
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any

import django

FIRST, LAST = 2016, 2025
PROVINCES, PARTS = 34, 20  # units: a ministry, its agencies in the provinces, their parts
BATCH = 2000
LEVELS, SHARES = ("HTXS", "HTT", "HT", "KHT"), (35, 55, 7, 3)


def fill(people: int) -> dict[str, int]:
    from thidua.records.awards.models import Discipline, Honour, Leave, Rating, Work
    from thidua.records.directory.models import Person, Post

    chance = random.Random(2026)
    parts = list(_units())
    _keep(Person, (Person(full_name=f"Người {n}", is_made_up=True).fold() for n in range(people)))
    keys = list(Person.objects.order_by("pk").values_list("pk", flat=True))
    _keep(Post, (_post(person, chance) for person in zip(keys, _places(parts, people), strict=True)))
    _keep(Rating, (one for person in keys for one in _ratings(person, chance)))
    _keep(Work, (one for person in keys for one in _works(person, chance)))
    _keep(Honour, (one for person in keys for one in _honours(person, chance)))
    _keep(Discipline, (_discipline(person, chance) for person in keys if chance.random() < 0.01))
    _keep(Leave, (_leave(person, chance) for person in keys if chance.random() < 0.1))
    _use_works(chance)
    return {kind.__name__: kind._default_manager.count() for kind in (Person, Rating, Honour, Work)}


def _keep(kind: Any, rows: Iterable[Any]) -> None:
    waiting = iter(rows)
    while some := list(islice(waiting, BATCH)):
        kind._default_manager.bulk_create(some)


def _units() -> Iterator[int]:
    """The parts in which people work."""
    ministry = _unit("BO", None)
    for province in range(PROVINCES):
        agency = _unit(f"T{province}", ministry)
        for part in range(PARTS):
            yield _unit(f"T{province}-{part}", agency).pk


def _unit(code: str, parent: Any) -> Any:
    from thidua.records.directory.models import Unit, UnitName

    unit = Unit.objects.create(
        code=code, slug=code.lower(), kind="agency", name=f"Đơn vị {code}", short_name=code, parent=parent
    )
    unit.path = f"{parent.path if parent else '/'}{unit.pk}/"
    unit.save()
    UnitName.objects.create(unit=unit, name=unit.name, short_name=code)
    return unit


def _places(parts: list[int], people: int) -> Iterator[int]:
    return (parts[n % len(parts)] for n in range(people))


def _post(where: tuple[int, int], chance: random.Random) -> Any:
    from thidua.records.directory.models import Post

    person, unit = where
    began = date(chance.randint(1995, 2024), 1, 4) if chance.random() < 0.9 else None
    return Post(person_id=person, unit_id=unit, kind="staff", title="Chuyên viên", from_on=began)


def _entry(of: Any, person: int, **told: Any) -> Any:
    from thidua.base.clock import now

    return of(person_id=person, source="Sổ", entered_at=now(), entered_by={}, **told)


def _ratings(person: int, chance: random.Random) -> Iterator[Any]:
    from thidua.records.awards.models import Rating

    for year in range(FIRST, LAST + 1):
        if chance.random() < 0.97:
            yield _entry(Rating, person, year=year, level=chance.choices(LEVELS, SHARES)[0])


def _works(person: int, chance: random.Random) -> Iterator[Any]:
    from thidua.records.awards.models import Work

    for year in range(FIRST, LAST + 1):
        if chance.random() < 0.25:
            rank = chance.choices(("base", "ministry", "nation"), (80, 15, 5))[0]
            kind = "initiative" if chance.random() < 0.9 else "research"
            yield _entry(Work, person, kind=kind, year=year, name="Sáng kiến", recognised_by=rank)


def _honours(person: int, chance: random.Random) -> Iterator[Any]:
    from thidua.records.awards.models import Honour

    for year in range(FIRST, LAST + 1):
        for award, share in (("LDTT", 0.85), ("CSTDCS", 0.3), ("CSTD_BO", 0.03)):
            if chance.random() < share:
                yield _entry(Honour, person, award=award, year=year)
    for award, share in (("GK", 0.5), ("BK_BO", 0.2), ("BK_TTG", 0.04)):
        if chance.random() < share:
            decided = date(chance.randint(FIRST, LAST), chance.randint(1, 12), 5)
            rewarded = [decided.year - 1] if chance.random() < 0.5 else []
            yield _entry(Honour, person, award=award, decided_on=decided, type="CONG_TRANG", rewarded=rewarded)


def _discipline(person: int, chance: random.Random) -> Any:
    from thidua.records.awards.models import Discipline

    began = date(chance.randint(FIRST, LAST), 3, 1)
    return _entry(Discipline, person, degree="warning", from_on=began, until_on=date(began.year + 1, 2, 28))


def _leave(person: int, chance: random.Random) -> Any:
    from thidua.records.awards.models import Leave

    return _entry(Leave, person, year=chance.randint(FIRST, LAST), kind="maternity")


def _use_works(chance: random.Random) -> None:
    """Half of the base titles name a work of the same person and year."""
    from thidua.records.awards.models import Honour, Work

    of = {(person, year): pk for pk, person, year in Work.objects.values_list("pk", "person", "year")}
    told = Honour.objects.filter(award="CSTDCS").values_list("pk", "person", "year")
    named = ((pk, of[person, year]) for pk, person, year in told if (person, year) in of and chance.random() < 0.5)
    through = Honour.works.through
    _keep(through, (through(honour_id=honour, work_id=work) for honour, work in named))


if __name__ == "__main__":
    django.setup()
    print(json.dumps(fill(int(sys.argv[1]))))
