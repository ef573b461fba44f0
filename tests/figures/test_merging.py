"""Which reports of units stand behind one of the cluster."""

import pytest

from tests.factories.results import a_season_of_results
from tests.factories.seasons import World
from tests.factories.written import a_signed_written, a_submitted_written, a_written_on_behalf
from thidua.base.library import paper_kinds
from thidua.figures.merging import behind, signed_behind, silent_behind
from thidua.figures.season_papers import quarters_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return a_season_of_results()


def test_the_half_year_of_the_season_stands_on_the_half_years_of_its_units(world):
    signed = [a_signed_written(world, 1), a_written_on_behalf(world, 2)]
    a_signed_written(world, 1, "quy-1")
    a_submitted_written(world, 0)
    parts = behind(paper_kinds()["bao-cao-so-ket"], world.season, world.season)
    assert [one.topic.slug for one in parts] == ["quy-2"]
    assert list(signed_behind(parts)) == signed
    assert [member.unit for member in silent_behind(parts)] == [world.units[0]]


def test_a_quarter_stands_on_the_reports_of_that_period_alone(world):
    report = a_signed_written(world, 1, "quy-1")
    first, third = quarters_of(world.season)
    assert (first.slug, third.slug) == ("quy-1", "quy-3")
    kind = paper_kinds()["bao-cao-quy"]
    assert list(signed_behind(behind(kind, world.season, first))) == [report]
    assert list(signed_behind(behind(kind, world.season, third))) == []


def test_nothing_stands_behind_nothing(world):
    assert list(signed_behind([])) == list(silent_behind([])) == []
