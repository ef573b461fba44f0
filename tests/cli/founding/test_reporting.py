from datetime import date

from thidua.cli.founding import play
from thidua.core.workflow.handing_in import Handing
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.journal.queries import body_of, events_about, first_faulty_line, lines_about
from thidua.records.results.models import Correction, Evidence, Report
from thidua.records.seasons.models import PeriodTarget


def the_report(unit, period):
    return Report.objects.get(membership__unit__code=unit, period__slug=period)


def test_a_whole_year_of_reports_is_signed_with_evidence_beside_every_line(db):
    play(date(2016, 12, 2))
    assert Report.objects.count() == Report.objects.filter(state=Handing.SIGNED.value).count() == 88
    assert Evidence.objects.values("result").distinct().count() == Evidence.objects.count() == 572
    entered = EntryOnBehalf.objects.filter(subject__startswith="report:")
    assert entered.count() == 17 * 4
    assert PeriodTarget.objects.count() == 68
    assert first_faulty_line() is None


def test_a_returned_report_was_submitted_twice_and_says_why(db):
    play(date(2016, 4, 9))
    report = the_report("STP-HP", "quy-1")
    assert events_about(report) == [
        "report.saved", "report.submitted", "report.returned", "report.saved", "report.submitted", "report.signed"
    ]  # fmt: skip
    [returned] = [line for line in lines_about(report) if line.kind == "report.returned"]
    assert "huyện Thủy Nguyên" in body_of(returned)["remark"]


def test_corrections_come_on_their_day_and_keep_what_stood_before(db):
    play(date(2016, 7, 13))
    told = [
        (one.result.report.membership.unit.code, one.result.indicator.code, one.before.get("numerator"), one.state)
        for one in Correction.objects.select_related("result__indicator", "result__report__membership__unit")
    ]
    assert told == [
        ("STP-ND", "ho-tich", "1962", "signed"),
        ("STP-ND", "hoa-giai", None, "signed"),
        ("STP-ND", "hoa-giai", None, "signed"),
        ("THADS-HD", "tien", "69965", "signed"),
    ]


def test_on_the_morning_of_the_signing_every_report_is_open_and_empty(db):
    play(date(2016, 3, 4))
    assert Report.objects.filter(state=Handing.DRAFT.value).count() == 88
    assert not Evidence.objects.exists()
    assert PeriodTarget.objects.count() == 68
