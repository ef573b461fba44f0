"""Many units at once are read as one by one: records of their own, what they inherited, their members of the year."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.awards import a_rating, a_title, entered
from tests.factories.people import a_unit_named
from tests.factories.records import people_with_records, units_with_records
from tests.factories.seasons import BUILDER, NOON, a_key
from tests.turning import commit
from thidua.core.law.history import Asked
from thidua.records.awards.queries.history import histories_of_units, history_of_unit
from thidua.records.awards.queries.members import members_by_year
from thidua.records.conduct.actions import reorganise_units
from thidua.records.directory.models import Person, Post, Unit
from thidua.records.directory.reorganising import Ground, NewUnit, merging

pytestmark = [pytest.mark.both, pytest.mark.django_db]
DAYS = [Asked(2016, date(2017, 3, 1)), Asked(2015, date(2016, 1, 20)), Asked(2023, date(2024, 3, 1))]
MERGED_ON = date(2016, 3, 1)
GROUND = Ground("Nghị quyết sắp xếp", "202/NQ", date(2016, 2, 12), "Quốc hội")


def of_the_year(history, asked):
    return replace(history, members={year: held for year, held in history.members.items() if year == asked.year})


def test_many_units_are_read_as_one_by_one():
    chance = Random(f"{commit()} units")
    tops = [a_unit_named(f"Sở {n}", f"so-{n}") for n in range(3)]
    parts = [a_unit_named(f"Phòng {n}", f"phong-{n}", tops[n % 3]) for n in range(4)]
    people_with_records([*tops, *parts], 12, chance)
    Post.objects.filter(from_on__gte=MERGED_ON).delete()  # nobody comes to a unit that is about to be no more
    units_with_records([*tops, *parts], chance)
    new = NewUnit("SO-MOI", "so-moi", "so", "Sở Mới", "Sở Mới", "", None)
    merge = merging(tuple(tops[:2]), new, on=MERGED_ON, ground=GROUND)
    reorganise_units(merge, by=BUILDER, at=NOON, key=a_key())
    units = list(Unit.objects.all())
    for asked in DAYS:
        together = histories_of_units(units, asked)
        for unit in units:
            assert together[unit.pk] == of_the_year(history_of_unit(unit, on=asked.on), asked), (unit, asked)


def test_a_unit_may_have_come_out_of_more_units_than_a_condition_holds():
    """SQLite takes none of a thousand parts. Who works below one of them is counted, and who works elsewhere is not."""
    line = [a_unit_named(f"Sở {n}", f"so-{n}") for n in range(2)]
    below, apart = a_unit_named("Phòng", "phong", line[1]), a_unit_named("Sở khác", "so-khac")
    for unit, name in ((below, "Người trong"), (apart, "Người ngoài")):
        person = Person.objects.create(full_name=name, is_made_up=True)
        Post.objects.create(person=person, unit=unit, kind="staff", title="Chuyên viên")
        entered(person, a_rating(2015))
    line += Unit.objects.bulk_create(
        Unit(code=f"CU-{n}", slug=f"cu-{n}", kind="so", name=f"Sở Cũ {n}", path=f"/{900_000 + n}/")
        for n in range(1_100)
    )
    [(year, members)] = members_by_year(line).items()
    assert (year, members.count) == (2015, 1)


def test_it_takes_as_many_queries_for_many_units_as_for_one():
    counts = []
    for number in (1, 5):
        units = [a_unit_named(f"Sở {number} {n}", f"so-{number}-{n}") for n in range(number)]
        for unit in units:
            entered(unit, a_rating(2015), a_title("TTLDTT", 2015))
        with CaptureQueriesContext(connection) as asked:
            histories_of_units(units, DAYS[0])
        counts.append(len(asked))
    assert counts == [12, 12]
