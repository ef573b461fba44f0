"""The columns of many people at once are the rows of their histories."""

from datetime import date
from random import Random

import numpy as np
import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext

from tests.factories.people import a_unit_named
from tests.factories.records import people_with_records
from tests.turning import commit
from thidua.core.law.history import Asked, row_of
from thidua.core.law.years import EVERY
from thidua.records.awards.models import KINDS
from thidua.records.awards.queries.columns import READ, UNASKED, columns_of_people
from thidua.records.awards.queries.history import histories_of_people

pytestmark = [pytest.mark.both, pytest.mark.django_db]
DAYS = [Asked(2016, date(2017, 3, 1)), Asked(2023, date(2024, 3, 1)), Asked(2026, date(2026, 12, 20))]


def rows_of(people, asked):
    """By person the columns that hold something."""
    keys = np.array(sorted(one.pk for one in people), dtype=np.int64)
    columns = columns_of_people(keys, Q(person__in=[one.pk for one in people]), asked)
    rows = {int(key): {name: int(column[place]) for name, column in columns.items()} for place, key in enumerate(keys)}
    return {key: {name: number for name, number in row.items() if number} for key, row in rows.items()}


def told(row):
    return {name: held & EVERY for name, held in row.items() if held & EVERY}


def test_many_people_at_once_are_read_as_one_by_one():
    people = people_with_records([a_unit_named("Sở Tư pháp", "so")], 40, Random(f"{commit()} columns"))
    for asked in DAYS:
        histories = histories_of_people([one.pk for one in people], on=asked.on)
        assert rows_of(people, asked) == {key: told(row_of(one, asked)) for key, one in histories.items()}


def test_every_kind_of_entry_is_read():
    assert set(KINDS) == READ | UNASKED


def test_people_of_whom_nothing_is_asked_are_left_out_and_an_empty_record_is_a_row_too():
    unit = a_unit_named("Sở Tư pháp", "so")
    [one, other] = people_with_records([unit], 2, Random(1))
    [bare] = people_with_records([unit], 1, Random(2))
    bare.ratings.all().delete()
    assert set(rows_of([one, other], DAYS[1])) == {one.pk, other.pk}


def test_it_takes_as_many_queries_for_many_people_as_for_one():
    unit = a_unit_named("Sở Tư pháp", "so")
    counts = []
    for number in (1, 20):
        people = people_with_records([unit], number, Random(number))
        with CaptureQueriesContext(connection) as asked:
            rows_of(people, DAYS[0])
        counts.append(len(asked))
    assert counts == [10, 10]
