from datetime import date
from fractions import Fraction

import pytest

from tests.factories.results import (
    A_REPORT_ON_PAPER,
    a_report_on_behalf,
    a_saved_report,
    a_season_of_results,
    a_signed_report,
    a_submitted_report,
    the_line,
    the_report,
)
from tests.factories.seasons import a_key
from tests.pages.clients import client_of
from tests.pages.results.addresses import A_SOURCE, address, typed
from thidua.core.workflow.handing_in import Handing
from thidua.records.desk.models import EntryOnBehalf


@pytest.fixture(autouse=True)
def spring(settings):
    """Quarter 1 is over and not yet due."""
    settings.DEMO_DAY = date(2016, 4, 5)


@pytest.fixture
def world(db):
    return a_season_of_results()


def test_an_officer_types_saves_and_submits_and_the_leader_signs(world):
    officer, leader = client_of(world.officers[1]), client_of(world.leaders[1])
    assert officer.post(address(world, 1, "luu"), typed(the_report(world))).status_code == 303
    report = the_report(world)
    line = the_line(report, "ty-le")
    assert (line.numerator, line.denominator, report.note) == (39, 40, "Số liệu đến 31/3")
    assert the_line(report, "cuoc").note == "Gồm ba cuộc ở vùng cao"
    assert officer.post(address(world, 1, "trinh"), typed(report)).status_code == 303
    assert the_report(world).handing is Handing.SUBMITTED
    assert leader.post(address(world, 1, "ky"), {"key": a_key()}).status_code == 303
    assert the_report(world).handing is Handing.SIGNED
    shown = leader.get(address(world, 1)).content.decode()
    assert world.leaders[1].name in shown
    assert "97,5\N{NO-BREAK SPACE}%" in shown


def test_submitting_saves_what_was_typed_in_the_same_form(world):
    officer = client_of(world.officers[1])
    assert officer.post(address(world, 1, "trinh"), typed(the_report(world), value_cuoc="14,5")).status_code == 303
    assert the_line(the_report(world), "cuoc").value == Fraction(29, 2)
    assert the_report(world).handing is Handing.SUBMITTED


def test_a_refused_submission_keeps_what_it_saved_and_can_be_sent_again(world):
    officer = client_of(world.officers[1])
    report = the_report(world)
    form = typed(report, value_cuoc="", note_cuoc="", paper_number_ty_le="22/BC-STP", paper_date_ty_le="1/4/2016")
    answer = officer.post(address(world, 1, "trinh"), form)
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "Số cuộc tuyên truyền: chưa có số liệu" in shown
    line = the_line(report, "ty-le")
    assert f'name="numerator-{line.pk}" value="39"' in shown
    assert [one.paper.number for one in line.evidence.all()] == ["22/BC-STP"]
    assert f'name="paper-number-{line.pk}" value=""' in shown
    assert officer.post(address(world, 1, "trinh"), typed(the_report(world))).status_code == 303


def test_a_leader_returns_the_report_and_the_officer_reads_why(world):
    a_submitted_report(world)
    officer, leader = client_of(world.officers[1]), client_of(world.leaders[1])
    assert leader.post(address(world, 1, "tra-lai"), {"key": a_key(), "remark": " "}).status_code == 422
    assert leader.post(address(world, 1, "tra-lai"), {"key": a_key(), "remark": "Thiếu một huyện"}).status_code == 303
    assert "Thiếu một huyện" in officer.get(address(world, 1)).content.decode()
    assert officer.post(address(world, 1, "trinh"), typed(the_report(world))).status_code == 303


def test_a_refused_save_names_every_fault_once_and_keeps_every_field(world):
    report = the_report(world)
    form = typed(report, numerator_ty_le="41", value_cuoc="mười hai", met_hoc_tap="not_met")
    answer = client_of(world.officers[1]).post(address(world, 1, "luu"), form)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert shown.count('role="alert"') == 1
    assert "Số cuộc tuyên truyền: “mười hai” không phải là số" in shown
    assert f'name="value-{the_line(report, "cuoc").pk}" value="mười hai"' in shown
    assert f'name="numerator-{the_line(report, "ty-le").pk}" value="41"' in shown
    assert '<option value="not_met" selected>' in shown
    assert ">Số liệu đến 31/3</textarea>" in shown
    assert the_line(report, "ton-dong").value is None


def test_a_wrong_line_is_marked_and_says_beside_itself_what_is_wrong(world):
    report = the_report(world)
    form = typed(report, value_cuoc="mười hai", paper_number_luy_ke="17/BC-STP")
    shown = client_of(world.officers[1]).post(address(world, 1, "luu"), form).content.decode()
    wrong, paper = the_line(report, "cuoc").pk, the_line(report, "luy-ke").pk
    beside = shown.split(f'<ul class="errors" id="faults-{wrong}">')[1].split("</ul>")[0]
    assert "“mười hai” không phải là số" in beside
    assert "Số cuộc tuyên truyền" not in beside
    assert f'aria-invalid="true" aria-describedby="faults-{wrong}"' in shown
    assert shown.count("aria-invalid") == 1
    assert "<details open>" in shown.split(f"paper-faults-{paper}")[0].rsplit("<td", 1)[1]


def test_a_part_larger_than_the_whole_is_told_with_both_figures(world):
    answer = client_of(world.officers[1]).post(address(world, 1, "luu"), typed(the_report(world), numerator_ty_le="41"))
    assert answer.status_code == 422
    assert "Tỷ lệ đúng hạn: số đạt 41 lớn hơn tổng số 40" in answer.content.decode()


def test_a_figure_of_thousands_stands_in_its_field_as_it_can_be_sent_again(world):
    a_saved_report(world)
    officer = client_of(world.officers[1])
    form = typed(the_report(world), numerator_ty_le="1962", denominator_ty_le="2000", value_cuoc="1234,125")
    assert officer.post(address(world, 1, "luu"), form).status_code == 303
    shown = officer.get(address(world, 1)).content.decode()
    assert f'name="numerator-{the_line(the_report(world), "ty-le").pk}" value="1962"' in shown
    assert 'value="1234,125"' in shown


def test_the_second_saver_is_told_and_keeps_what_was_typed(world):
    late = typed(the_report(world), value_cuoc="99")
    client_of(world.officers[1]).post(address(world, 1, "luu"), typed(the_report(world)))
    answer = client_of(world.leaders[1]).post(address(world, 1, "luu"), late)
    assert answer.status_code == 422
    assert "Có người đã lưu thay đổi" in answer.content.decode()
    assert 'value="99"' in answer.content.decode()
    assert the_line(the_report(world), "cuoc").value == 12


def test_a_form_sent_twice_is_saved_once(world):
    officer, form = client_of(world.officers[1]), typed(the_report(world))
    assert [officer.post(address(world, 1, "trinh"), form).status_code for _ in range(2)] == [303, 303]
    assert the_report(world).version == int(form["version"]) + 2


def test_a_report_is_not_taken_before_the_last_fortnight_of_its_period(world, settings):
    settings.DEMO_DAY = date(2016, 3, 4)
    answer = client_of(world.officers[1]).post(address(world, 1, "trinh"), typed(the_report(world)))
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "nhận báo cáo từ ngày 17/3/2016" in shown
    assert "Trình và ký được từ ngày 17/3/2016." in shown
    assert "Lưu và trình lãnh đạo ký" not in shown
    assert the_line(the_report(world), "cuoc").value == 12


def test_a_period_that_has_not_begun_is_not_called_missing(world):
    shown = client_of(world.officers[1]).get(address(world, 1, period="quy-3")).content.decode()
    assert "chưa đến kỳ" in shown
    assert "chưa nộp" not in shown


def test_a_late_report_is_taken_and_said_to_be_late(world, settings):
    settings.DEMO_DAY = date(2016, 4, 11)
    officer, leader = client_of(world.officers[1]), client_of(world.leaders[1])
    answer = officer.post(address(world, 1, "trinh"), typed(the_report(world)), follow=True)
    assert "Hạn nộp là 8/4/2016: báo cáo được đánh dấu nộp chậm" in answer.content.decode()
    leader.post(address(world, 1, "ky"), {"key": a_key()})
    assert "nộp chậm" in leader.get(address(world, 1)).content.decode()


def test_the_secretariat_enters_from_a_paper_and_the_report_is_marked(world):
    secretary, report = client_of(world.secretary), the_report(world, 2)
    refused = secretary.post(address(world, 2, "nhap-thay"), typed(report) | A_SOURCE | {"paper_number": ""})
    assert refused.status_code == 422
    assert "Thiếu “Số văn bản”" in refused.content.decode()
    assert 'value="Nguyễn Thị Thắm"' in refused.content.decode()
    assert f'value="{"12"}"' in refused.content.decode()
    evidence = typed(report, paper_number_cuoc="17/BC-STP", paper_date_cuoc="31/3/2016", paper_title_cuoc="Báo cáo")
    assert secretary.post(address(world, 2, "nhap-thay"), evidence | A_SOURCE).status_code == 303
    report = the_report(world, 2)
    assert (report.handing, report.handed_in_on) == (Handing.SIGNED, date(2016, 4, 4))
    assert EntryOnBehalf.objects.get().subject == report.token
    shown = client_of(world.leaders[2]).get(address(world, 2)).content.decode()
    assert "38/BC-STP" in shown
    assert "17/BC-STP" in shown
    assert "nhập thay" in shown


def test_evidence_needs_number_and_day_and_nothing_typed_beside_it_is_lost(world):
    report = the_report(world)
    form = typed(report, value_cuoc="33", paper_number_cuoc="17/BC-STP")
    answer = client_of(world.officers[1]).post(address(world, 1, "luu"), form)
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "Số cuộc tuyên truyền: minh chứng cần cả số và ngày văn bản" in shown
    assert 'value="17/BC-STP"' in shown
    assert 'value="33"' in shown


def test_evidence_is_added_to_a_signed_report_and_withdrawn_without_being_lost(world):
    report = a_signed_report(world)
    officer, pk = client_of(world.officers[1]), the_line(report, "cuoc").pk
    paper = {f"paper-number-{pk}": "17/BC-STP", f"paper-date-{pk}": "31/3/2016", f"paper-title-{pk}": "Báo cáo"}
    assert officer.post(address(world, 1, "minh-chung-them/cuoc"), {"key": a_key()}).status_code == 422
    assert officer.post(address(world, 1, "minh-chung-them/cuoc"), {"key": a_key()} | paper).status_code == 303
    [one] = the_line(report, "cuoc").evidence.all()
    assert "17/BC-STP, 31/3/2016: Báo cáo" in officer.get(address(world, 1)).content.decode()
    assert officer.post(address(world, 1, f"minh-chung/{one.public_id}/rut"), {"key": a_key()}).status_code == 303
    assert '<s lang="vi">17/BC-STP Báo cáo</s>' in officer.get(address(world, 1)).content.decode()
    other = client_of(world.officers[2])
    assert other.post(address(world, 2, f"minh-chung/{one.public_id}/rut"), {"key": a_key()}).status_code == 404


def test_looking_changes_nothing_and_others_see_no_fields_to_type_in(world):
    other = client_of(world.leaders[2])
    shown = other.get(address(world, 1)).content.decode()
    assert the_report(world).version == 1
    assert 'name="value-' not in shown
    assert other.post(address(world, 1, "luu"), typed(the_report(world))).status_code == 422
    assert other.post(address(world, 1, "ky"), {"key": a_key()}).status_code == 422
    assert other.get(address(world, 1, "luu")).status_code == 405


def test_a_stranger_gets_the_same_as_for_nothing(world):
    stranger = client_of(world.outsider)
    for act in ("", "luu", "trinh", "ky", "tra-lai", "nhap-thay", "minh-chung-them/cuoc", "dinh-chinh/cuoc/trinh"):
        send = stranger.post if act else stranger.get
        assert send(address(world, 1, act), typed(the_report(world))).status_code == 404
    assert client_of(world.officers[1]).get(address(world, 1, period="quy-9")).status_code == 404


def test_the_english_report_is_english_round_vietnamese_names(world):
    a_report_on_behalf(world)
    shown = client_of(world.officers[1], "en").get(address(world, 2)).content.decode()
    assert "Evidence" in shown
    assert '<span lang="vi">Tỷ lệ đúng hạn</span>' in shown
    assert f'<span lang="vi">{A_REPORT_ON_PAPER.source}</span>' in shown
    assert "Minh chứng" not in shown
