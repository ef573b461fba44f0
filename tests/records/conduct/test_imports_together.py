"""Two people at one run at once: it is applied once, and applied or cancelled but never both."""

import pytest

from tests.factories.results import APRIL, a_season_of_results, a_submitted_report, the_report
from tests.factories.returned import a_good_form, a_read_drop
from tests.factories.seasons import a_key
from tests.together import together
from thidua.records.conduct.actions.applying import apply_import
from thidua.records.conduct.actions.imports import cancel_import
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.journal.queries import first_faulty_line

pytestmark = pytest.mark.both


def test_a_run_is_applied_once_by_two_at_once(own_database):
    world = a_season_of_results()
    run = a_read_drop(world, {"a.xlsx": a_good_form(world)}, at=APRIL)

    def apply():
        return apply_import(run, without_faulty=False, by=world.secretary, at=APRIL, key=a_key())

    answers = together(apply, apply)
    assert answers.count(["import.cannot_apply"]) == 1
    assert EntryOnBehalf.objects.filter(subject=the_report(world).token).count() == 1
    assert first_faulty_line() is None


def test_a_run_is_applied_or_cancelled(own_database):
    world = a_season_of_results()
    run = a_read_drop(world, {"a.xlsx": a_good_form(world)}, at=APRIL)
    answers = together(
        lambda: apply_import(run, without_faulty=False, by=world.secretary, at=APRIL, key=a_key()),
        lambda: cancel_import(run, by=world.secretary, at=APRIL, key=a_key()),
    )
    refused = [answer for answer in answers if isinstance(answer, list)]
    run.refresh_from_db()
    assert (refused, run.state, the_report(world).state) in (
        ([["import.cannot_cancel"]], "applied", "signed"), ([["import.cannot_apply"]], "cancelled", "draft"),
    )  # fmt: skip


def test_a_unit_that_hands_in_while_its_form_is_applied_hands_in_once(own_database):
    world = a_season_of_results()
    run = a_read_drop(world, {"a.xlsx": a_good_form(world)}, at=APRIL)
    answers = together(
        lambda: apply_import(run, without_faulty=False, by=world.secretary, at=APRIL, key=a_key()),
        lambda: a_submitted_report(world),
    )
    assert len([answer for answer in answers if isinstance(answer, list)]) == 1
    assert first_faulty_line() is None
