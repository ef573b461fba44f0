"""Evidence kept once: a paper of the unit beside many lines of a report, put there at once."""

from datetime import date

import pytest

from tests.factories.results import APRIL, a_saved_report, a_season_of_results, the_line, the_report
from tests.factories.seasons import World, a_key
from thidua.core.answer import NotPossible
from thidua.records.papers.models import Paper
from thidua.records.papers.steps import Shown
from thidua.records.results.actions.evidence import attach_papers
from thidua.records.results.models import Evidence

pytestmark = pytest.mark.both
A_PAPER = Shown("Báo cáo tháng 3", "9/BC", date(2016, 4, 1))


@pytest.fixture
def world(db) -> World:
    """The report of unit 1 is saved, with no evidence yet."""
    world = a_season_of_results()
    a_saved_report(world)
    return world


def attached(world, place=1, *, papers=(), new=None, codes=("ty-le", "cuoc"), by=None):
    report = the_report(world, place)
    lines = [the_line(report, code) for code in codes]
    return attach_papers(
        report, papers=papers, new=new, lines=lines, by=by or world.officers[place], at=APRIL, key=a_key()
    )


def test_one_new_paper_shows_many_lines_and_is_kept_once(world):
    made = attached(world, new=Shown("Báo cáo quý I", "12/BC", date(2016, 4, 1), issuer="Sở Tư pháp"))
    assert [one.result.indicator.code for one in made] == ["ty-le", "cuoc"]
    assert {one.paper for one in made} == set(Paper.objects.filter(number="12/BC", issuer="Sở Tư pháp"))


def test_a_paper_that_is_there_already_is_put_only_where_it_does_not_stand(world):
    [first] = attached(world, new=A_PAPER, codes=("ty-le",))
    again = attached(world, papers=[first.paper], codes=("ty-le", "cuoc", "luy-ke"))
    assert [one.result.indicator.code for one in again] == ["cuoc", "luy-ke"]
    assert Paper.objects.filter(number=A_PAPER.number).count() == 1
    with pytest.raises(NotPossible, match="all_there"):
        attached(world, papers=[first.paper], codes=("ty-le", "cuoc"))


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"new": None}, "no_paper"),
        ({"codes": ()}, "no_line"),
        ({"new": Shown("Không số")}, "needs_number_or_file"),
        ({"new": Shown("Mai sau", "1/BC", date(2016, 5, 1))}, "from_later"),
    ],
)
def test_attaching_says_what_is_missing(world, given, key):
    with pytest.raises(NotPossible, match=key):
        attached(world, **({"new": A_PAPER} | given))


def test_another_units_officer_attaches_nothing(world):
    with pytest.raises(NotPossible):
        attached(world, new=A_PAPER, by=world.officers[2])
    assert not Evidence.objects.filter(paper__number=A_PAPER.number).exists()
