"""Two acts at once on one unit's figures: one after the other, whoever comes first."""

from fractions import Fraction

import pytest

from tests.factories.results import (
    APRIL,
    JULY,
    a_season_of_results,
    a_signed_report,
    a_submitted_report,
    figures_of,
    the_line,
    the_report,
)
from tests.factories.seasons import a_key
from tests.together import together
from thidua.core.workflow.handing_in import Handing
from thidua.records.journal.queries import events_about, first_faulty_line
from thidua.records.results.actions import Reached, correct_result, save_report, sign_corrections, sign_reports

pytestmark = pytest.mark.both


def test_of_two_savers_at_once_one_is_told_and_no_line_is_mixed(own_database):
    world = a_season_of_results()
    report = the_report(world)

    def save(by, value):
        figures = figures_of(report, cuoc=Reached(value=Fraction(value)), luy_ke=Reached(value=Fraction(value)))
        return lambda: save_report(report, figures=figures, note="", seen_version=1, by=by, at=APRIL, key=a_key())

    answers = together(save(world.officers[1], 11), save(world.leaders[1], 22))
    assert answers.count(["shared.changed_since"]) == 1
    kept = {the_line(report, code).value for code in ("cuoc", "luy-ke")}
    assert kept in ({11}, {22})
    assert events_about(report) == ["report.saved"]


def test_a_total_signed_and_a_total_corrected_at_once_never_contradict_each_other(own_database):
    world = a_season_of_results()
    first = a_signed_report(world)
    line = the_line(first, "luy-ke")
    correction = correct_result(
        line, reached=Reached(value=Fraction(9)), reason="Bổ sung", by=world.officers[1], at=JULY, key=a_key()
    )
    later = a_submitted_report(world, period="quy-2", at=JULY, luy_ke=Reached(value=Fraction(7)))
    answers = together(
        lambda: sign_corrections([correction], by=world.leaders[1], at=JULY, key=a_key()),
        lambda: sign_reports([later], by=world.leaders[1], at=JULY, key=a_key()),
    )
    refusals = [answer for answer in answers if isinstance(answer[0], str)]
    assert refusals in ([["measure.overtakes"]], [["measure.falls"]])
    line.refresh_from_db()
    later.refresh_from_db()
    assert (line.value, later.handing) in ((9, Handing.SUBMITTED), (5, Handing.SIGNED))
    assert first_faulty_line() is None


def test_of_two_corrections_of_one_figure_at_once_one_waits_for_the_leader(own_database):
    world = a_season_of_results()
    line = the_line(a_signed_report(world), "cuoc")

    def correct(by, value):
        reached = Reached(value=Fraction(value))
        return lambda: correct_result(line, reached=reached, reason="Sửa", by=by, at=APRIL, key=a_key())

    answers = together(correct(world.officers[1], 14), correct(world.leaders[1], 15))
    assert answers.count(["correction.one_is_waiting"]) == 1
    assert line.corrections.count() == 1
