"""Two acts at once on one unit's report in words."""

import pytest

from tests.factories.results import JULY, a_season_of_results
from tests.factories.seasons import a_key
from tests.factories.written import a_submitted_written, a_written
from tests.together import together
from thidua.core.workflow.handing_in import Handing
from thidua.records.results.actions.written import sign_written, take_back_written
from thidua.records.results.models import WrittenReport

pytestmark = pytest.mark.both


def test_of_two_who_begin_a_report_at_once_one_is_told_and_nothing_is_mixed(own_database):
    world = a_season_of_results()
    answers = together(
        lambda: a_written(world, by=world.officers[1], ton_tai=["Một"]),
        lambda: a_written(world, by=world.leaders[1], ton_tai=["Hai"]),
    )
    assert answers.count(["shared.changed_since"]) == 1
    assert WrittenReport.objects.get().typed["ton_tai"] in (["Một"], ["Hai"])


def test_a_report_is_signed_or_taken_back_and_never_both(own_database):
    world = a_season_of_results()
    report = a_submitted_written(world)
    answers = together(
        lambda: sign_written([report], by=world.leaders[1], at=JULY, key=a_key()),
        lambda: take_back_written(report, by=world.officers[1], at=JULY, key=a_key()),
    )
    report.refresh_from_db()
    refused = [answer for answer in answers if isinstance(answer, list) and isinstance(answer[0], str)]
    assert (report.handing, refused) in (
        (Handing.SIGNED, [["handing.not_take_back"]]),
        (Handing.DRAFT, [["handing.not_sign"]]),
    )
