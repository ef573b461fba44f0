"""Papers that records refer to: found again, and never one for another."""

from datetime import date

import pytest

from tests.factories.seasons import a_unit
from thidua.records.papers.models import Paper
from thidua.records.papers.steps import Shown, paper_of_the_bloc, papers_of_unit

pytestmark = pytest.mark.both
DECISION = Shown("Quyết định", "27/QĐ-UBND", date(2016, 1, 6))
OF_ANOTHER_DAY = Shown("Quyết định", "27/QĐ-UBND", date(2016, 1, 7))


def test_a_unit_names_a_paper_twice_and_it_is_one(db):
    unit = a_unit(1)
    [first] = papers_of_unit(unit, [DECISION])
    assert papers_of_unit(unit, [OF_ANOTHER_DAY, DECISION, DECISION])[1:] == [first, first]
    assert Paper.objects.count() == 2


def test_two_units_papers_of_one_number_and_day_are_two(db):
    one, other = (papers_of_unit(a_unit(place), [DECISION]) for place in (1, 2))
    assert one != other
    assert paper_of_the_bloc(DECISION) not in [*one, *other]


def test_a_paper_that_was_written_down_twice_at_once_is_found_by_its_older_row(db):
    older, newer = (Paper.objects.create(title="Quyết định", number="1", unit=None) for _ in range(2))
    assert paper_of_the_bloc(Shown("Quyết định", "1")) == older
    unit = a_unit(1)
    Paper.objects.filter(pk__in=[older.pk, newer.pk]).update(unit=unit)
    assert papers_of_unit(unit, [Shown("Quyết định", "1")]) == [older]
