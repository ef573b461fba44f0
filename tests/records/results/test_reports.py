from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from tests.factories.files import a_stored_file
from tests.factories.results import (
    A_REPORT_ON_PAPER,
    APRIL,
    JULY,
    a_report_on_behalf,
    a_saved_report,
    a_season_of_results,
    a_signed_report,
    a_submitted_report,
    figures_of,
    the_line,
    the_report,
)
from tests.factories.seasons import a_key, a_season
from thidua.base.wording import say
from thidua.core.answer import NotPossible, Unknown
from thidua.core.workflow.handing_in import Handing
from thidua.core.workflow.stages import Stage
from thidua.records.conduct.actions import move_stage
from thidua.records.desk.models import EntryOnBehalf, Notice
from thidua.records.journal.queries import body_of, events_about, first_faulty_line, lines_about
from thidua.records.papers.steps import Shown
from thidua.records.results.actions import (
    Reached,
    add_evidence,
    enter_report_on_behalf,
    return_report,
    save_report,
    sign_reports,
    submit_report,
    take_back_report,
)
from thidua.records.results.models import Report, Result
from thidua.records.results.queries import report_of

pytestmark = pytest.mark.both


def keys(refused):
    return [sentence.key for sentence in refused.value]


def test_the_launch_opens_a_report_for_each_unit_and_period_with_a_line_for_each_indicator(db):
    world = a_season(members=3)
    assert not Report.objects.exists()
    move_stage(world.bloc, to=Stage.LAUNCHED, by=world.secretary, at=APRIL, key=a_key())
    assert Report.objects.filter(state=Handing.DRAFT.value).count() == 3 * 1
    assert Result.objects.count() == 3 * 2


def test_where_an_indicator_asks_for_a_file_number_and_day_do_not_suffice(db):
    """A line that only says why it has no figure needs none; what is entered from a paper rests on that paper."""
    world = a_season_of_results()
    world.bloc.indicators.filter(code__in=("cuoc", "luy-ke")).update(needs_file=True)
    report = a_saved_report(world, **{"luy-ke": Reached(note="Chưa kiểm tra")})
    handed = {"seen_version": report.version, "by": world.officers[1], "at": APRIL}
    shown = {"title": "Báo cáo quý I", "by": world.officers[1], "at": APRIL}
    line = the_line(report, "cuoc")
    add_evidence(line, **shown, number="12/BC", dated_on=date(2016, 4, 1), file=None, key=a_key())
    with pytest.raises(NotPossible) as refused:
        submit_report(report, **handed, key=a_key())
    assert [(one.key, one.values["name"]) for one in refused.value.sentences] == [
        ("evidence.no_file", "Số cuộc tuyên truyền")
    ]
    add_evidence(line, **shown, number="", dated_on=None, file=a_stored_file(), key=a_key())
    assert submit_report(report, **handed, key=a_key()).handing is Handing.SUBMITTED
    assert a_report_on_behalf(world, 2).handing is Handing.SIGNED


def test_an_officer_reports_and_the_leader_signs(db):
    world = a_season_of_results()
    report = a_signed_report(world)
    assert report.handing is Handing.SIGNED
    assert report.signed_by["name"] == world.leaders[1].name
    assert report.handed_in_on == date(2016, 4, 5)
    assert events_about(report) == ["report.saved", "report.submitted", "report.signed"]
    assert the_line(report, "ty-le").measured.figure == Fraction("97.5")
    assert first_faulty_line() is None


def test_the_journal_keeps_before_and_after_of_the_lines_that_changed(db):
    world = a_season_of_results()
    a_saved_report(world)
    report = a_saved_report(world, cuoc=Reached(value=Fraction(14), note="Thêm hai cuộc"))
    [newest, _] = lines_about(report)
    assert body_of(newest)["lines"] == {"cuoc": {"before": "12 | ", "after": "14 | Thêm hai cuộc"}}


def test_who_may_do_what_has_three_answers(db):
    world = a_season_of_results()
    report = a_submitted_report(world)
    with pytest.raises(NotPossible) as refused:
        sign_reports([report], by=world.officers[1], at=APRIL, key=a_key())
    assert keys(refused) == ["rights.not_yours"]
    with pytest.raises(NotPossible):
        save_report(
            the_report(world, 2), figures={}, note="", seen_version=1, by=world.officers[1], at=APRIL, key=a_key()
        )
    with pytest.raises(Unknown):
        sign_reports([report], by=world.outsider, at=APRIL, key=a_key())


def test_every_wrong_figure_is_told_at_once_and_names_its_indicator(db):
    world = a_season_of_results()
    with pytest.raises(NotPossible) as refused:
        a_saved_report(
            world,
            ty_le=Reached(numerator=Fraction(41), denominator=Fraction(40)),
            cuoc=Reached(value=Fraction(-1)),
        )
    assert [say(sentence) for sentence in refused.value] == [
        "Tỷ lệ đúng hạn: số đạt 41 lớn hơn tổng số 40. Kiểm tra xem hai ô có bị đổi chỗ không.",
        "Số cuộc tuyên truyền: số không được âm.",
    ]
    assert the_line(the_report(world), "cuoc").value is None


def test_a_line_without_figure_needs_a_note(db):
    world = a_season_of_results()
    with pytest.raises(NotPossible) as refused:
        a_submitted_report(world, ty_le=Reached())
    assert [say(sentence) for sentence in refused.value] == [
        "Tỷ lệ đúng hạn: chưa có số liệu. Nhập số, hoặc ghi lý do vào ghi chú."
    ]
    report = a_submitted_report(world, ty_le=Reached(note="Phòng Tư pháp chưa tổng hợp"))
    assert report.handing is Handing.SUBMITTED


def test_a_report_may_be_typed_all_through_its_period_and_submitted_in_the_last_fortnight(db):
    world = a_season_of_results()
    early = datetime(2016, 6, 15, 3, tzinfo=UTC)
    report = a_saved_report(world, period="quy-2", at=early)
    with pytest.raises(NotPossible) as refused:
        submit_report(report, seen_version=report.version, by=world.officers[1], at=early, key=a_key())
    assert [say(sentence) for sentence in refused.value] == [
        "Quý II đến ngày 30/6/2016 mới hết, nhận báo cáo từ ngày 16/6/2016. Số đã nhập vẫn còn; trình lại từ ngày đó."
    ]
    on_time = datetime(2016, 6, 16, 3, tzinfo=UTC)
    submit_report(report, seen_version=report.version, by=world.officers[1], at=on_time, key=a_key())


@pytest.mark.parametrize(("day", "late"), [(8, False), (9, True)])
def test_a_report_signed_after_its_due_day_is_taken_and_marked_late(db, day, late):
    world = a_season_of_results()
    assert the_report(world).is_overdue(date(2016, 4, day)) is late
    report = a_signed_report(world, at=datetime(2016, 4, day, 16, 30, tzinfo=UTC))
    assert report.was_late is late
    assert not report.is_overdue(date(2016, 12, 1))


def test_the_second_saver_is_told_and_overwrites_nothing(db):
    world = a_season_of_results()
    report = a_saved_report(world)
    with pytest.raises(NotPossible) as refused:
        save_report(
            report, figures=figures_of(report, cuoc=Reached(value=Fraction(99))), note="", seen_version=1,
            by=world.leaders[1], at=APRIL, key=a_key(),
        )  # fmt: skip
    assert keys(refused) == ["shared.changed_since"]
    assert the_line(report, "cuoc").value == 12


def test_what_waits_for_the_leader_is_not_typed_over(db):
    world = a_season_of_results()
    report = a_submitted_report(world)
    with pytest.raises(NotPossible) as refused:
        a_saved_report(world)
    assert keys(refused) == ["handing.not_open"]
    sign_reports([report], by=world.leaders[1], at=APRIL, key=a_key())
    with pytest.raises(NotPossible):
        a_saved_report(world)


def test_the_officer_takes_a_submitted_report_back_mends_it_and_submits_it_again(db):
    world = a_season_of_results()
    report = a_submitted_report(world)
    back = take_back_report(report, by=world.officers[1], at=APRIL, key=a_key())
    assert (back.handing, back.submitted_at, back.submitted_by) == (Handing.DRAFT, None, None)
    signed = a_signed_report(world, cuoc=Reached(value=Fraction(14)))
    assert events_about(report)[2:] == ["report.taken_back", "report.saved", "report.submitted", "report.signed"]
    with pytest.raises(NotPossible) as refused:
        take_back_report(signed, by=world.officers[1], at=APRIL, key=a_key())
    assert [say(sentence) for sentence in refused.value] == [
        "Không rút lại được: bảng này chưa trình, hoặc lãnh đạo đã ký hay trả lại."
    ]


def test_only_the_unit_takes_its_report_back(db):
    world = a_season_of_results()
    report = a_submitted_report(world)
    for other in (world.secretary, world.officers[2]):
        with pytest.raises(NotPossible) as refused:
            take_back_report(report, by=other, at=APRIL, key=a_key())
        assert keys(refused) == ["rights.not_yours"]
    with pytest.raises(Unknown):
        take_back_report(report, by=world.outsider, at=APRIL, key=a_key())


def test_a_leader_signs_nothing_that_was_submitted_anew_after_it_was_read(db):
    world = a_season_of_results()
    as_read, other = a_submitted_report(world), a_submitted_report(world, period="quy-2", at=JULY)
    take_back_report(as_read, by=world.officers[1], at=JULY, key=a_key())
    newer = a_submitted_report(world, at=JULY, cuoc=Reached(value=Fraction(99)))
    with pytest.raises(NotPossible) as refused:
        sign_reports([as_read, other], by=world.leaders[1], at=JULY, key=a_key())
    assert keys(refused) == ["handing.changed_since"]
    assert the_report(world, period="quy-2").handing is Handing.SUBMITTED, "all or none"
    sign_reports([newer, other], by=world.leaders[1], at=JULY, key=a_key())


def test_a_leader_returns_with_a_remark_and_the_officer_submits_again(db):
    world = a_season_of_results()
    report = a_submitted_report(world)
    with pytest.raises(NotPossible) as refused:
        return_report(report, remark=" ", by=world.leaders[1], at=APRIL, key=a_key())
    assert keys(refused) == ["report.needs_remark"]
    back = return_report(report, remark="Thiếu một huyện", by=world.leaders[1], at=APRIL, key=a_key())
    assert (back.handing, back.remark) == (Handing.RETURNED, "Thiếu một huyện")
    again = a_submitted_report(world, cuoc=Reached(value=Fraction(13)))
    assert (again.handing, again.remark) == (Handing.SUBMITTED, "")


def test_many_reports_are_signed_all_or_none(db):
    world = a_season_of_results()
    mine, theirs = a_submitted_report(world, 1), a_submitted_report(world, 2)
    with pytest.raises(NotPossible):
        sign_reports([mine, theirs], by=world.leaders[1], at=APRIL, key=a_key())
    assert the_report(world, 1).handing is Handing.SUBMITTED
    next_one = a_submitted_report(world, 1, "quy-2", at=JULY)
    signed = sign_reports([next_one, mine], by=world.leaders[1], at=JULY, key=a_key())
    assert [report.handing for report in signed] == [Handing.SIGNED] * 2


def test_a_running_total_does_not_fall_below_the_period_signed_before(db):
    world = a_season_of_results()
    a_signed_report(world)
    with pytest.raises(NotPossible) as refused:
        a_saved_report(world, period="quy-2", at=JULY, luy_ke=Reached(value=Fraction(4)))
    assert say(refused.value.sentences[0]) == (
        "Lũy kế kiểm tra: số lũy kế 4 nhỏ hơn 5 đã ký ở Quý I. "
        "Nhập số cộng dồn từ đầu năm, hoặc đính chính Quý I trước."
    )
    fewer_left = a_signed_report(world, period="quy-2", at=JULY, ton_dong=Reached(value=Fraction(3)))
    assert the_line(fewer_left, "ton-dong").value == 3


def test_a_running_total_is_checked_again_when_it_is_submitted_and_signed(db):
    world = a_season_of_results()
    later = a_saved_report(world, period="quy-2", at=JULY, luy_ke=Reached(value=Fraction(3)))
    a_signed_report(world, at=JULY)
    with pytest.raises(NotPossible) as refused:
        submit_report(later, seen_version=later.version, by=world.officers[1], at=JULY, key=a_key())
    assert keys(refused) == ["measure.falls"]

    first = a_submitted_report(world, 2, at=JULY)
    a_signed_report(world, 2, "quy-2", at=JULY, luy_ke=Reached(value=Fraction(3)))
    with pytest.raises(NotPossible) as refused:
        sign_reports([first], by=world.leaders[2], at=JULY, key=a_key())
    assert keys(refused) == ["measure.overtakes"]


def test_an_entry_on_behalf_counts_as_signed_by_the_leader_named_on_the_paper_and_the_unit_is_told(db):
    world = a_season_of_results()
    report = a_report_on_behalf(world)
    assert report.handing is Handing.SIGNED
    assert report.signed_by == {"name": "Nguyễn Thị Thắm", "title": "Giám đốc"}
    assert EntryOnBehalf.objects.get(subject=report.token).number == "38/BC-STP"
    assert Notice.objects.get(unit=world.units[2]).key == "notice.entered_on_behalf"
    assert events_about(report) == ["report.entered_on_behalf"]


def test_a_unit_is_not_late_because_the_secretariat_typed_late(db):
    world = a_season_of_results()
    assert not a_report_on_behalf(world, at=datetime(2016, 4, 20, 3, tzinfo=UTC)).was_late


def test_only_the_secretariat_enters_on_behalf_and_from_a_paper_that_exists(db):
    world = a_season_of_results()
    report = the_report(world, 2)
    given = {"figures": figures_of(report), "paper": A_REPORT_ON_PAPER}
    with pytest.raises(NotPossible) as refused:
        enter_report_on_behalf(report, **given, by=world.officers[2], at=APRIL, key=a_key())
    assert keys(refused) == ["rights.not_yours"]
    before_the_paper = datetime(2016, 4, 3, 3, tzinfo=UTC)
    with pytest.raises(NotPossible) as refused:
        enter_report_on_behalf(report, **given, by=world.secretary, at=before_the_paper, key=a_key())
    assert keys(refused) == ["entry.paper_from_later"]
    a_submitted_report(world, 2)
    with pytest.raises(NotPossible) as refused:
        enter_report_on_behalf(report, **given, by=world.secretary, at=APRIL, key=a_key())
    assert keys(refused) == ["handing.not_open"]


def test_figures_and_their_papers_come_in_one_save(db):
    world = a_season_of_results()
    report = the_report(world)
    line = the_line(report, "cuoc")
    saved = save_report(
        report, figures=figures_of(report), note="Ước đến 31/3", seen_version=1,
        evidence={line.pk: [Shown("Báo cáo tuyên truyền", "12/BC-STP", date(2016, 4, 1))]},
        by=world.officers[1], at=APRIL, key=a_key(),
    )  # fmt: skip
    assert saved.note == "Ước đến 31/3"
    assert [str(one.paper) for one in line.evidence.all()] == ["12/BC-STP Báo cáo tuyên truyền"]
    [entry] = lines_about(saved)
    assert body_of(entry)["evidence"] == ["12/BC-STP Báo cáo tuyên truyền"]


def test_a_period_that_the_bloc_has_not_is_like_nothing(db):
    world = a_season_of_results()
    member = the_report(world).membership
    assert report_of(member, "quy-4").period.name == "Quý IV"
    with pytest.raises(Unknown):
        report_of(member, "quy-5")


def test_nothing_is_reported_once_the_scores_are_being_verified(db):
    world = a_season_of_results()
    world.bloc.stage = Stage.VERIFYING.value
    world.bloc.save()
    with pytest.raises(NotPossible) as refused:
        a_saved_report(world)
    assert keys(refused) == ["rights.not_now"]
