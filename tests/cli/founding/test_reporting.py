from datetime import date

from tests.played import LAST_DAY, SIGNING
from thidua.cli.founding.scans import NAME
from thidua.core.workflow.handing_in import Handing
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.journal.queries import body_of, events_about, first_faulty_line, lines_about
from thidua.records.results.models import Correction, Evidence, Report
from thidua.records.scores.models import LineEvidence
from thidua.records.seasons.models import PeriodTarget


def the_report(unit, period):
    return Report.objects.get(membership__unit__code=unit, period__slug=period)


def test_a_whole_year_of_reports_is_signed_with_evidence_beside_every_line(stand_on):
    stand_on(LAST_DAY)
    assert Report.objects.count() == Report.objects.filter(state=Handing.SIGNED.value).count() == 88
    assert Evidence.objects.values("result").distinct().count() == Evidence.objects.count() == 572
    entered = EntryOnBehalf.objects.filter(subject__startswith="report:")
    assert entered.count() == 17 * 4
    assert PeriodTarget.objects.count() == 68
    assert first_faulty_line() is None


def test_where_a_file_is_asked_for_lines_and_cards_show_their_scan(stand_on):
    stand_on(LAST_DAY)
    shown = Evidence.objects.filter(result__indicator__needs_file=True)
    assert set(shown.values_list("result__indicator__code", "paper__file__name")) == {("sang-kien", NAME)}
    assert shown.count() == 11 * 4
    beside = LineEvidence.objects.filter(line__criterion="A.III.2")
    assert set(beside.values_list("paper__file__name", flat=True)) == {NAME}
    assert beside.count() == 11


def test_a_returned_report_was_submitted_twice_and_says_why(stand_on):
    stand_on(LAST_DAY)
    report = the_report("STP-HP", "quy-1")
    assert events_about(report) == [
        "report.saved", "report.submitted", "report.returned", "report.saved", "report.submitted", "report.signed"
    ]  # fmt: skip
    [returned] = [line for line in lines_about(report) if line.kind == "report.returned"]
    assert "huyện Thủy Nguyên" in body_of(returned)["remark"]


def test_corrections_come_on_their_day_and_keep_what_stood_before(stand_on):
    stand_on(LAST_DAY)
    told = [
        (one.result.report.membership.unit.code, one.result.indicator.code, one.before.get("numerator"), one.state)
        for one in Correction.objects.filter(opened_at__date__lte=date(2016, 7, 13)).select_related(
            "result__indicator", "result__report__membership__unit"
        )
    ]
    assert told == [
        ("STP-ND", "ho-tich", "1962", "signed"),
        ("STP-ND", "hoa-giai", None, "signed"),
        ("STP-ND", "hoa-giai", None, "signed"),
        ("THADS-HD", "tien", "69965", "signed"),
    ]


def test_on_the_morning_of_the_signing_every_report_is_open_and_empty(stand_on):
    stand_on(SIGNING)
    assert Report.objects.filter(state=Handing.DRAFT.value).count() == 88
    assert not Evidence.objects.exists()
    assert PeriodTarget.objects.count() == 68
