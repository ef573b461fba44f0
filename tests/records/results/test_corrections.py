from datetime import UTC, datetime
from fractions import Fraction

import pytest

from tests.factories.results import (
    A_REPORT_ON_PAPER,
    APRIL,
    JULY,
    a_report_on_behalf,
    a_saved_report,
    a_season_of_results,
    a_signed_report,
    the_line,
    the_report,
)
from tests.factories.seasons import a_key
from thidua.base.wording import say
from thidua.core.answer import NotPossible, Unknown
from thidua.core.workflow.handing_in import Handing
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.journal.queries import body_of, events_about, lines_about
from thidua.records.results.actions import (
    Reached,
    correct_on_behalf,
    correct_result,
    return_correction,
    sign_corrections,
)
from thidua.records.results.models import Correction
from thidua.records.results.queries import corrections_waiting, lines_of, year_facts

pytestmark = pytest.mark.both

FOURTEEN = Reached(value=Fraction(14))
REASON = "Bổ sung hai cuộc của tháng 3"


def keys(refused):
    return [sentence.key for sentence in refused.value]


def corrected(world, place=1, code="cuoc", reached=FOURTEEN, reason=REASON, at=APRIL, period="quy-1"):
    line = the_line(the_report(world, place, period), code)
    return correct_result(line, reached=reached, reason=reason, by=world.officers[place], at=at, key=a_key())


def signed(world, *corrections, place=1):
    return sign_corrections(list(corrections), by=world.leaders[place], at=APRIL, key=a_key())


def figure_of(world, place=1, code="cuoc"):
    return year_facts(world.bloc)[the_report(world, place).membership_id][code].figure


def test_the_old_figure_stands_until_the_leader_has_signed_the_new_one(db):
    world = a_season_of_results()
    a_signed_report(world)
    correction = corrected(world)
    assert (correction.handing, figure_of(world)) == (Handing.SUBMITTED, 12)
    [correction] = signed(world, correction)
    assert (correction.handing, figure_of(world)) == (Handing.SIGNED, 14)
    assert correction.before == {"value": "12"}
    assert correction.signed_by["name"] == world.leaders[1].name
    assert events_about(correction) == ["correction.submitted", "correction.signed"]


def test_a_correction_stays_visible_beside_its_line(db):
    world = a_season_of_results()
    signed(world, (a_signed_report(world), corrected(world))[1])
    signed(world, corrected(world, reached=Reached(value=Fraction(15))))
    [line] = [line for line in lines_of(the_report(world)) if line.indicator.code == "cuoc"]
    assert [(one.before["value"], one.value, one.reason) for one in line.corrections.all()] == [
        ("12", 14, REASON),
        ("14", 15, REASON),
    ]


def test_the_journal_keeps_what_stood_and_what_stands(db):
    world = a_season_of_results()
    a_signed_report(world)
    [correction] = signed(world, corrected(world))
    body = body_of(lines_about(correction).first())
    assert body[correction.token] == {
        "indicator": "cuoc", "before": {"value": "12"}, "after": {"value": "14"}, "reason": REASON
    }  # fmt: skip


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"reason": " "}, "Ghi lý do đính chính: vì sao số cũ sai, số mới lấy từ đâu."),
        ({"reached": Reached()}, "Số cuộc tuyên truyền: ghi số liệu đúng, không để trống."),
        (
            {"reached": Reached(value=Fraction(12))},
            "Số cuộc tuyên truyền: số mới giống số đang có, không có gì để đính chính.",
        ),
        ({"reached": Reached(value=Fraction(-1))}, "Số cuộc tuyên truyền: số không được âm."),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused_in_words(db, given, sentence):
    world = a_season_of_results()
    a_signed_report(world)
    with pytest.raises(NotPossible) as refused:
        corrected(world, **given)
    assert [say(one) for one in refused.value] == [sentence]
    assert not Correction.objects.exists()


def test_what_is_not_signed_yet_is_mended_in_the_report_itself(db):
    world = a_season_of_results()
    a_saved_report(world)
    with pytest.raises(NotPossible) as refused:
        corrected(world)
    assert keys(refused) == ["correction.needs_signed"]


def test_one_correction_of_a_figure_waits_at_a_time(db):
    world = a_season_of_results()
    a_signed_report(world)
    first = corrected(world)
    with pytest.raises(NotPossible) as refused:
        corrected(world, reached=Reached(value=Fraction(20)))
    assert keys(refused) == ["correction.one_is_waiting"]
    corrected(world, code="luy-ke", reached=Reached(value=Fraction(6)))
    assert [one.result.indicator.code for one in corrections_waiting([world.units[1]])] == ["cuoc", "luy-ke"]
    signed(world, first)
    corrected(world, reached=Reached(value=Fraction(20)))


def test_a_leader_returns_a_correction_with_a_remark_and_another_is_proposed(db):
    world = a_season_of_results()
    a_signed_report(world)
    correction = corrected(world)
    with pytest.raises(NotPossible) as refused:
        return_correction(correction, remark="", by=world.leaders[1], at=APRIL, key=a_key())
    assert keys(refused) == ["report.needs_remark"]
    back = return_correction(correction, remark="Chưa đủ căn cứ", by=world.leaders[1], at=APRIL, key=a_key())
    assert (back.handing, back.remark, figure_of(world)) == (Handing.RETURNED, "Chưa đủ căn cứ", 12)
    signed(world, corrected(world, reached=Reached(value=Fraction(13))))
    assert figure_of(world) == 13


def test_who_may_correct_and_sign_has_three_answers(db):
    world = a_season_of_results()
    a_signed_report(world)
    correction = corrected(world)
    with pytest.raises(NotPossible) as refused:
        sign_corrections([correction], by=world.officers[1], at=APRIL, key=a_key())
    assert keys(refused) == ["rights.not_yours"]
    with pytest.raises(NotPossible):
        sign_corrections([correction], by=world.leaders[2], at=APRIL, key=a_key())
    with pytest.raises(Unknown):
        return_correction(correction, remark="Không", by=world.outsider, at=APRIL, key=a_key())


def test_corrections_of_several_units_are_signed_all_or_none(db):
    world = a_season_of_results()
    for place in (1, 2):
        a_signed_report(world, place)
    mine, theirs = corrected(world, 1), corrected(world, 2)
    with pytest.raises(NotPossible):
        signed(world, mine, theirs)
    assert (figure_of(world, 1), figure_of(world, 2)) == (12, 12)


def test_a_running_total_is_not_corrected_past_the_period_signed_after_it(db):
    world = a_season_of_results()
    a_signed_report(world)
    a_signed_report(world, period="quy-2", at=JULY, luy_ke=Reached(value=Fraction(9)))
    with pytest.raises(NotPossible) as refused:
        corrected(world, code="luy-ke", reached=Reached(value=Fraction(10)), at=JULY)
    assert [say(one) for one in refused.value] == [
        "Lũy kế kiểm tra: số lũy kế 10 lớn hơn 9 đã ký ở Quý II sau đó. Kiểm tra lại, hoặc đính chính Quý II trước."
    ]
    corrected(world, code="luy-ke", reached=Reached(value=Fraction(9)), at=JULY)


def test_the_secretariat_corrects_what_it_has_entered_and_the_unit_is_told(db):
    world = a_season_of_results()
    report = a_report_on_behalf(world, 2)
    correction = correct_on_behalf(
        the_line(report, "cuoc"), reached=FOURTEEN, reason=REASON, paper=A_REPORT_ON_PAPER,
        by=world.secretary, at=APRIL, key=a_key(),
    )  # fmt: skip
    assert (correction.handing, figure_of(world, 2)) == (Handing.SIGNED, 14)
    assert correction.signed_by == {"name": "Nguyễn Thị Thắm", "title": "Giám đốc"}
    assert EntryOnBehalf.objects.filter(subject=correction.token, unit=world.units[2]).count() == 1
    assert events_about(correction) == ["correction.entered_on_behalf"]


def test_the_secretariat_does_not_correct_what_a_unit_has_reported_itself(db):
    world = a_season_of_results()
    line = the_line(a_signed_report(world, 1), "cuoc")
    given = {"reached": FOURTEEN, "reason": REASON, "paper": A_REPORT_ON_PAPER, "at": APRIL}
    with pytest.raises(NotPossible) as refused:
        correct_on_behalf(line, **given, by=world.secretary, key=a_key())
    assert keys(refused) == ["correction.units_own"]
    with pytest.raises(NotPossible) as refused:
        correct_on_behalf(line, **given, by=world.officers[1], key=a_key())
    assert keys(refused) == ["rights.not_yours"]


def test_a_correction_on_behalf_rests_on_a_paper_that_exists(db):
    world = a_season_of_results()
    line = the_line(a_report_on_behalf(world, 2), "cuoc")
    with pytest.raises(NotPossible) as refused:
        correct_on_behalf(
            line, reached=FOURTEEN, reason=REASON, paper=A_REPORT_ON_PAPER, by=world.secretary,
            at=datetime(2016, 4, 3, 3, tzinfo=UTC), key=a_key(),
        )  # fmt: skip
    assert keys(refused) == ["entry.paper_from_later"]
