from datetime import UTC, datetime

import pytest

from tests.factories.results import a_season_of_results, a_signed_report, a_submitted_report, the_report
from tests.factories.seasons import a_key
from thidua.base.wording import say
from thidua.core.answer import NotPossible
from thidua.records.desk.models import Notice
from thidua.records.journal.queries import body_of, events_about, lines_about
from thidua.records.results.actions import remind_of_reports
from thidua.records.results.queries import reports_owed

pytestmark = pytest.mark.both
LATE = datetime(2016, 4, 20, 3, 0, tzinfo=UTC)


@pytest.fixture
def world(db):
    """Unit 0 has done nothing, 1 has signed, 2 waits for its leader."""
    world = a_season_of_results()
    a_signed_report(world, 1)
    a_submitted_report(world, 2)
    return world


def reminded(world, *reports, by=None, key=None):
    told = [report.public_id for report in reports]
    return remind_of_reports(world.bloc, told, by=by or world.secretary, at=LATE, key=key or a_key())


def test_a_report_is_owed_from_the_last_fortnight_of_its_period_until_it_is_signed(world):
    owed = reports_owed(world.bloc, on=LATE.date())
    assert [(one.membership.unit, one.period.slug) for one in owed] == [
        (world.units[0], "quy-1"), (world.units[2], "quy-1"),
    ]  # fmt: skip
    june = reports_owed(world.bloc, on=datetime(2016, 6, 16, tzinfo=UTC).date())
    assert [one.period.slug for one in june] == ["quy-1", "quy-1", "quy-2", "quy-2", "quy-2"]


def test_each_unit_is_told_of_its_own_and_one_line_tells_of_all(world):
    first, other = the_report(world, 0), the_report(world, 2)
    assert reminded(world, first, other) == [first, other]
    notices = Notice.objects.filter(key="notice.report_owed").order_by("pk")
    assert [(one.unit, one.place, one.slugs[-2:]) for one in notices] == [
        (world.units[0], "report", ["quy-1", world.units[0].slug]),
        (world.units[2], "report", ["quy-1", world.units[2].slug]),
    ]
    assert notices[0].values == {"period": "Quý I", "due_on": "8/4/2016"}
    assert events_about(first)[-1] == events_about(other)[-1] == "report.reminded"
    assert body_of(lines_about(first).last())["reports"] == 2


def test_what_has_been_handed_in_meanwhile_is_left_out(world):
    assert reminded(world, the_report(world, 0), the_report(world, 1)) == [the_report(world, 0)]
    with pytest.raises(NotPossible) as refused:
        reminded(world, the_report(world, 1))
    assert say(refused.value.sentences[0]) == "Các đơn vị đã chọn không còn báo cáo nào phải nộp."


def test_a_second_press_tells_nobody_twice(world):
    key = a_key()
    reminded(world, the_report(world, 0), key=key)
    reminded(world, the_report(world, 0), key=key)
    assert Notice.objects.filter(key="notice.report_owed").count() == 1


def test_a_unit_reminds_nobody(world):
    with pytest.raises(NotPossible):
        reminded(world, the_report(world, 0), by=world.leaders[1])
