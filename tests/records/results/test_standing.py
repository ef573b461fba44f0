from datetime import UTC, datetime
from fractions import Fraction

import pytest

from tests.factories.results import (
    APRIL,
    JULY,
    a_report_on_behalf,
    a_saved_report,
    a_season_of_results,
    a_signed_report,
    a_submitted_report,
    a_wide_bloc,
    figures_of,
    the_report,
)
from tests.factories.seasons import A_PAPER, NOON, a_key, figures_for
from thidua.core.scoring.prefill import Fact
from thidua.records.results.actions import Reached, add_evidence
from thidua.records.results.queries import (
    lines_of,
    on_behalf_in,
    reports_of,
    reports_waiting,
    results_behind,
    results_of_year,
    year_facts,
)
from thidua.records.seasons.actions.commitments import enter_commitments_on_behalf
from thidua.records.seasons.models import Indicator

pytestmark = pytest.mark.both


def facts_of(world, place=1):
    return year_facts(world.bloc)[the_report(world, place).membership_id]


def registered(world, place=1, figure=50):
    sheet = world.sheet(place)
    return enter_commitments_on_behalf(
        sheet, figures=figures_for(sheet, figure), paper=A_PAPER, by=world.secretary, at=NOON, key=a_key()
    )


def test_only_signed_figures_make_the_year(db):
    world = a_season_of_results()
    a_signed_report(world)
    a_submitted_report(world, period="quy-2", at=JULY)
    a_saved_report(world, 2)
    assert facts_of(world, 1)["cuoc"] == Fact(figure=Fraction(12))
    assert facts_of(world, 2)["cuoc"] == Fact()


def test_the_year_is_made_as_each_indicator_says(db):
    world = a_season_of_results()
    registered(world)
    a_signed_report(world)
    a_signed_report(
        world, period="quy-2", at=JULY,
        ty_le=Reached(numerator=Fraction(50), denominator=Fraction(60)),
        cuoc=Reached(value=Fraction(14)), luy_ke=Reached(value=Fraction(11)),
        ton_dong=Reached(note="Chưa thống kê"), hoc_tap=Reached(is_met=False),
    )  # fmt: skip
    assert facts_of(world) == {
        "ty-le": Fact(Fraction(89), Fraction(50)),
        "cuoc": Fact(Fraction(26), Fraction(50)),
        "luy-ke": Fact(Fraction(11), Fraction(50)),
        "ton-dong": Fact(Fraction(8), Fraction(50)),
        "hoc-tap": Fact(is_met=False),
    }


def test_an_unsigned_target_is_no_target(db):
    world = a_season_of_results()
    world.sheet(1).lines.filter(indicator__code="cuoc").update(registered=Fraction(50))
    a_signed_report(world)
    assert facts_of(world)["cuoc"].target is None


def test_the_results_behind_a_figure_come_in_order_with_their_evidence(db, django_assert_num_queries):
    world = a_season_of_results()
    a_signed_report(world, period="quy-2", at=JULY)
    report = a_signed_report(world, at=JULY)
    line = report.lines.get(indicator__code="cuoc")
    add_evidence(
        line, title="Báo cáo", number="12/BC-STP", dated_on=APRIL.date(), file=None, by=world.officers[1], at=JULY,
        key=a_key(),
    )  # fmt: skip
    indicator = Indicator.objects.get(bloc_season=world.bloc, code="cuoc")
    with django_assert_num_queries(3):
        behind = results_behind(report.membership, indicator)
        told = [(one.report.period.name, [str(e.paper) for e in one.evidence.all()]) for one in behind]
    assert told == [("Quý I", ["12/BC-STP Báo cáo"]), ("Quý II", [])]
    assert len(results_of_year(report.membership)) == 2 * 5


def test_what_waits_for_a_leader_is_what_his_unit_has_submitted(db):
    world = a_season_of_results()
    mine = a_submitted_report(world, 1)
    a_submitted_report(world, 2)
    a_saved_report(world, 1, "quy-2")
    assert list(reports_waiting([world.units[1]])) == [mine]


def test_entries_on_behalf_are_known_by_their_report(db):
    world = a_season_of_results()
    registered(world, 1)
    report = a_report_on_behalf(world, 2)
    assert on_behalf_in(world.bloc)[report.token].number == "38/BC-STP"


def test_the_lines_of_a_report_take_three_queries(db, django_assert_num_queries):
    world = a_season_of_results()
    report = a_signed_report(world)
    with django_assert_num_queries(3):
        for line in lines_of(report):
            assert (list(line.evidence.all()), list(line.corrections.all())) == ([], [])
            assert line.indicator.content.number == 1


@pytest.mark.parametrize("members", [22, 700])
def test_facts_and_reports_take_the_same_queries_for_any_number_of_units(db, django_assert_num_queries, members):
    world = a_wide_bloc(members)
    with django_assert_num_queries(4):
        facts = year_facts(world.bloc)
    assert len(facts) == members
    assert all(fact["cuoc"] == Fact(Fraction(12), Fraction(40)) for fact in facts.values())
    with django_assert_num_queries(1):
        reports = [(report.membership.unit.name, report.period.name) for report in reports_of(world.bloc)]
    assert len(reports) == 4 * members


def test_a_report_handed_in_before_midnight_is_in_time(db):
    world = a_season_of_results()
    last_minute = datetime(2016, 4, 8, 16, 59, tzinfo=UTC)
    assert not a_signed_report(world, at=last_minute).was_late
    a_minute_later = datetime(2016, 4, 8, 17, 0, tzinfo=UTC)
    assert a_signed_report(world, 2, at=a_minute_later).was_late


def test_lines_come_in_the_order_of_the_indicators(db):
    world = a_season_of_results()
    report = the_report(world)
    assert list(figures_of(report)) == [line.pk for line in lines_of(report)]
