"""A unit's card: filled from results, typed, submitted, signed, returned, opened again, entered on behalf."""

from datetime import UTC, datetime
from fractions import Fraction

import pytest
from django.utils.translation import override

from tests.factories.results import Reached, a_signed_report
from tests.factories.scores import (
    A_CARD_ON_PAPER,
    AN_EVIDENCE,
    GIVEN,
    NOVEMBER,
    OCTOBER,
    TOTAL,
    a_card_on_behalf,
    a_saved_card,
    a_season_running,
    a_season_scoring,
    a_season_verifying,
    a_signed_card,
    a_submitted_card,
    inputs,
    moved,
    scoring,
    the_card,
    the_member,
    the_row,
)
from tests.factories.seasons import a_key
from thidua.base.wording import say
from thidua.core.answer import NotPossible, Unknown
from thidua.core.scoring import Given
from thidua.core.workflow.handing_in import Handing
from thidua.core.workflow.stages import Stage
from thidua.records.desk.models import EntryOnBehalf, Notice
from thidua.records.journal.queries import body_of, events_about, first_faulty_line, lines_about
from thidua.records.scores.actions import (
    correct_card,
    enter_card_on_behalf,
    refill_card,
    return_card,
    save_card,
    sign_cards,
    submit_card,
    take_back_card,
)
from thidua.records.scores.models import CardLine, ScoreCard
from thidua.records.scores.queries import card_of, cards_waiting, line_of_card, unfold

pytestmark = pytest.mark.both


def keys(refused):
    return [sentence.key for sentence in refused.value]


def given_on(card):
    return {row.criterion: row.given for row in card.lines.all()}


def test_self_scoring_opens_a_card_for_each_unit_filled_in_from_signed_results(db):
    world = a_season_running()
    assert not ScoreCard.objects.exists()
    scoring(world)
    assert ScoreCard.objects.filter(state=Handing.DRAFT.value).count() == 3
    assert CardLine.objects.count() == 3 * 11
    card = the_card(world)
    assert {code: given for code, given in given_on(card).items() if given} == {
        "A.1": "195/2", "A.2": "120/1", "A.3": "yes", "B.4": "5/1"
    }  # fmt: skip
    assert all(row.from_results for row in card.lines.exclude(given=""))
    assert not any(given_on(the_card(world, 0)).values()), "the head's own unit has signed no report"


def test_an_officer_fills_the_card_in_and_the_leader_signs(db):
    world = a_season_scoring()
    card = a_signed_card(world)
    assert (card.handing, card.signed_by["name"]) == (Handing.SIGNED, world.leaders[1].name)
    assert (card.self_total, card.self_total_parts) == (TOTAL, 625_000)
    assert unfold(card).own.total == TOTAL
    assert events_about(card) == ["card.saved", "card.submitted", "card.signed"]
    assert first_faulty_line() is None


def test_the_journal_keeps_before_and_after_and_the_papers(db):
    world = a_season_scoring()
    card = a_saved_card(world)
    a_saved_card(world, B_1=Given(Fraction(2)))
    newest, first = lines_about(card)
    assert body_of(newest)["lines"] == {"B.1": {"before": "0/1", "after": "2/1"}}
    assert body_of(first)["evidence"] == ["52/BC-STP Báo cáo chất lượng hòa giải"]


def test_every_fault_of_every_line_is_told_at_once_and_nothing_is_saved(db):
    world = a_season_scoring()
    with pytest.raises(NotPossible) as refused:
        a_saved_card(world, A_4=Given(Fraction(11), "Tốt"), B_1=Given(Fraction(-1)), B_2=Given("nửa"), X_1=Given(True))
    assert [say(sentence) for sentence in refused.value] == [
        "Tiêu chí A.4, Chất lượng: 11 nằm ngoài khung từ 0 đến 10. Chọn điểm trong khung.",
        "Tiêu chí B.1, Ngày chậm: −1 nhỏ hơn 0. Ghi số từ 0 trở lên.",
        "Tiêu chí B.2, Mức: chọn một trong các mức: Đủ, Một phần, Không.",
        "Bảng điểm không có tiêu chí X.1. Bỏ dòng này.",
    ]
    assert not the_row(the_card(world), "B.3").given


def test_a_figure_from_results_is_not_typed_over(db):
    world = a_season_scoring()
    with pytest.raises(NotPossible) as refused:
        a_saved_card(world, A_1=Given(Fraction(100)))
    assert say(refused.value.sentences[0]) == (
        "Tiêu chí A.1, Đúng hạn: số liệu lấy từ báo cáo kết quả đã ký, không gõ ở đây. "
        "Sửa ở báo cáo kết quả rồi lấy lại số liệu."
    )
    with override("en"):
        assert "signed report" in say(refused.value.sentences[0])
    same_again = a_saved_card(world, A_1=Given(Fraction("97.5")))
    assert the_row(same_again, "A.1").from_results


def test_a_late_report_is_taken_over_by_filling_in_anew(db):
    world = a_season_scoring()
    card = the_card(world, 0)
    assert not the_row(card, "A.1").given
    a_signed_report(world, 0, at=OCTOBER, ty_le=Reached(numerator=Fraction(3), denominator=Fraction(4)))
    refill_card(card, by=world.officers[0], at=OCTOBER, key=a_key())
    row = the_row(card, "A.1")
    assert (row.given, row.from_results, row.points) == ("75/1", True, 5)
    [entry] = lines_about(card)
    assert body_of(entry)["lines"]["A.1"] == {"before": "", "after": "75/1"}


def test_a_card_whose_results_have_changed_since_is_not_signed(db):
    world = a_season_scoring()
    card = a_submitted_card(world)
    the_row(card, "A.1")
    CardLine.objects.filter(card=card, criterion="A.1").update(given="90/1")
    with pytest.raises(NotPossible) as refused:
        sign_cards([card], by=world.leaders[1], at=OCTOBER, key=a_key())
    assert keys(refused) == ["card.result_changed"]
    assert the_card(world).handing is Handing.SUBMITTED


def test_no_case_is_taken_only_where_the_sheet_offers_it(db):
    world = a_season_scoring()
    none = Given(not_applicable=True)
    with pytest.raises(NotPossible) as refused:
        a_saved_card(world, B_1=none)
    assert [say(sentence) for sentence in refused.value] == [
        "Tiêu chí B.1, Ngày chậm: bảng điểm không cho ghi “không phát sinh”. Ghi số liệu."
    ]
    with pytest.raises(NotPossible) as refused:
        a_saved_card(world, 0, A_1=Given(Fraction(90), not_applicable=True))
    assert keys(refused) == ["scoring.input.case_and_no_case"]


def test_lines_without_a_case_count_in_full_not_at_all_or_scale_the_rest(db):
    world = a_season_scoring()
    a_saved_card(
        world, 0, A_1=Given(not_applicable=True), A_2=Given(not_applicable=True), A_3=Given(not_applicable=True)
    )
    own = unfold(the_card(world, 0)).own
    assert [(line.points, line.is_excluded) for line in own.lines[:3]] == [(10, False), (0, True), (0, False)]
    assert own.applicable == 45


def test_a_card_is_submitted_whole_and_with_the_evidence_that_the_sheet_asks_for(db):
    world = a_season_scoring()
    card = the_card(world, 0)
    saved = save_card(
        card, inputs={"A.4": GIVEN["A.4"], "B.1": GIVEN["B.1"]}, seen_version=1, by=world.officers[0], at=OCTOBER,
        key=a_key(),
    )  # fmt: skip
    with pytest.raises(NotPossible) as refused:
        submit_card(saved, seen_version=saved.version, by=world.officers[0], at=OCTOBER, key=a_key())
    told = {sentence.values["code"]: sentence.key for sentence in refused.value}
    assert told == {
        **dict.fromkeys(("A.1", "A.2", "A.3", "B.4"), "card.no_result"),
        "A.4": "card.no_evidence",
        **dict.fromkeys(("B.2", "B.3", "T.1", "T.2", "P.1"), "card.no_input"),
    }
    by_code = {sentence.values["code"]: say(sentence) for sentence in refused.value}
    assert by_code["A.4"] == "Tiêu chí A.4, Chất lượng: cần minh chứng. Ghi số, ngày văn bản hoặc tải tệp lên."
    with override("en"):
        assert say(refused.value.sentences[3]).startswith("Criterion A.4, Quality")


def test_the_second_saver_is_told_and_overwrites_nothing(db):
    world = a_season_scoring()
    card = a_saved_card(world)
    with pytest.raises(NotPossible) as refused:
        save_card(
            card, inputs=inputs(B_1=Given(Fraction(9))), seen_version=1, by=world.leaders[1], at=OCTOBER, key=a_key()
        )
    assert keys(refused) == ["shared.changed_since"]
    with pytest.raises(NotPossible) as refused:
        submit_card(card, seen_version=1, by=world.officers[1], at=OCTOBER, key=a_key())
    assert keys(refused) == ["shared.changed_since"]
    assert the_row(card, "B.1").given == "0/1"


def test_what_waits_for_the_leader_is_not_typed_over(db):
    world = a_season_scoring()
    card = a_submitted_card(world)
    assert list(cards_waiting([world.units[1]])) == [card]
    with pytest.raises(NotPossible) as refused:
        a_saved_card(world)
    assert keys(refused) == ["handing.not_open"]
    with pytest.raises(NotPossible) as refused:
        refill_card(card, by=world.officers[1], at=OCTOBER, key=a_key())
    assert keys(refused) == ["handing.not_open"]


def test_the_officer_takes_a_submitted_card_back_mends_it_and_submits_it_again(db):
    world = a_season_scoring()
    card = a_submitted_card(world)
    back = take_back_card(card, by=world.officers[1], at=OCTOBER, key=a_key())
    assert (back.handing, back.submitted_at, back.submitted_by) == (Handing.DRAFT, None, None)
    assert not cards_waiting([world.units[1]])
    signed = a_signed_card(world, B_1=Given(Fraction(2)))
    assert signed.self_total == TOTAL - 2
    assert events_about(card) == [
        "card.saved", "card.submitted", "card.taken_back", "card.saved", "card.submitted", "card.signed",
    ]  # fmt: skip
    with pytest.raises(NotPossible) as refused:
        take_back_card(card, by=world.officers[1], at=OCTOBER, key=a_key())
    assert keys(refused) == ["handing.not_take_back"]


def test_only_the_unit_takes_its_card_back(db):
    world = a_season_scoring()
    card = a_submitted_card(world)
    for other in (world.secretary, world.officers[2]):
        with pytest.raises(NotPossible) as refused:
            take_back_card(card, by=other, at=OCTOBER, key=a_key())
        assert keys(refused) == ["rights.not_yours"]
    with pytest.raises(Unknown):
        take_back_card(card, by=world.outsider, at=OCTOBER, key=a_key())


def test_a_leader_signs_nothing_that_was_submitted_anew_after_it_was_read(db):
    world = a_season_scoring()
    as_read = a_submitted_card(world)
    take_back_card(as_read, by=world.officers[1], at=OCTOBER, key=a_key())
    newer = a_submitted_card(world, P_1=Given(Fraction(0)))
    with pytest.raises(NotPossible) as refused:
        sign_cards([as_read], by=world.leaders[1], at=OCTOBER, key=a_key())
    assert [say(sentence) for sentence in refused.value] == [
        "Nội dung đã được sửa và trình lại sau khi bạn mở trang. Xem bản mới rồi làm tiếp."
    ]
    [signed] = sign_cards([newer], by=world.leaders[1], at=OCTOBER, key=a_key())
    assert signed.self_total == TOTAL + Fraction(1, 2)


def test_a_leader_returns_with_a_remark_and_the_officer_submits_again(db):
    world = a_season_scoring()
    card = a_submitted_card(world)
    with pytest.raises(NotPossible) as refused:
        return_card(card, remark=" ", by=world.leaders[1], at=OCTOBER, key=a_key())
    assert [say(sentence) for sentence in refused.value] == ["Ghi lý do trả lại để cán bộ biết cần sửa gì."]
    back = return_card(card, remark="Chấm cao quá", by=world.leaders[1], at=OCTOBER, key=a_key())
    assert (back.handing, back.remark) == (Handing.RETURNED, "Chấm cao quá")
    again = a_submitted_card(world, A_4=Given(Fraction(7), "Còn chậm"))
    assert (again.handing, again.remark) == (Handing.SUBMITTED, "")


def test_who_may_do_what_has_three_answers(db):
    world = a_season_scoring()
    card = a_submitted_card(world)
    for other in (world.officers[1], world.leaders[2]):
        with pytest.raises(NotPossible) as refused:
            sign_cards([card], by=other, at=OCTOBER, key=a_key())
        assert keys(refused) == ["rights.not_yours"]
    with pytest.raises(Unknown):
        save_card(the_card(world, 2), inputs={}, seen_version=1, by=world.outsider, at=OCTOBER, key=a_key())


def test_many_cards_are_signed_all_or_none(db):
    world = a_season_scoring()
    mine, theirs = a_submitted_card(world, 1), a_submitted_card(world, 2)
    with pytest.raises(NotPossible) as refused:
        sign_cards([mine, theirs], by=world.leaders[1], at=OCTOBER, key=a_key())
    assert keys(refused) == ["rights.not_yours"]
    assert the_card(world, 1).handing is Handing.SUBMITTED


def test_a_card_is_signed_once(db):
    world = a_season_scoring()
    card = a_signed_card(world)
    with pytest.raises(NotPossible) as refused:
        sign_cards([card], by=world.leaders[1], at=OCTOBER, key=a_key())
    assert keys(refused) == ["handing.not_sign"]


def test_a_signed_card_is_opened_again_and_its_total_stands_no_longer(db):
    world = a_season_scoring()
    card = correct_card(a_signed_card(world), by=world.officers[1], at=OCTOBER, key=a_key())
    assert (card.handing, card.self_total, card.self_total_parts) == (Handing.DRAFT, None, None)
    again = a_signed_card(world, A_4=Given(Fraction(8), "Còn chậm"))
    assert again.self_total == TOTAL - 1


def test_once_verification_has_begun_a_signed_card_is_not_opened_again(db):
    world = a_season_verifying()
    with pytest.raises(NotPossible) as refused:
        correct_card(the_card(world), by=world.officers[1], at=NOVEMBER, key=a_key())
    assert say(refused.value.sentences[0]) == (
        "Khối đã sang thẩm định, bảng chấm đã ký không mở lại được. "
        "Đề nghị bộ phận thường trực điều chỉnh khi thẩm định."
    )


def test_a_late_card_is_still_filled_in_and_signed_while_others_are_verified(db):
    world = a_season_scoring()
    moved(world, Stage.VERIFYING)
    assert a_signed_card(world, at=NOVEMBER).self_total == TOTAL


def test_an_entry_on_behalf_counts_as_signed_by_the_leader_named_on_the_paper_and_the_unit_is_told(db):
    world = a_season_scoring()
    card = a_card_on_behalf(world)
    assert (card.handing, card.self_total) == (Handing.SIGNED, TOTAL)
    assert card.signed_by == {"name": "Nguyễn Thị Thắm", "title": "Giám đốc"}
    assert EntryOnBehalf.objects.get(subject=card.token).number == "61/BC-STP"
    assert Notice.objects.filter(unit=world.units[2], key="notice.entered_on_behalf").count() == 2  # commitments too
    assert events_about(card) == ["card.entered_on_behalf"]


def test_only_the_secretariat_enters_on_behalf_and_from_a_paper_that_exists(db):
    world = a_season_scoring()
    card = the_card(world, 2)
    given = {"inputs": inputs(), "evidence": {"A.4": [AN_EVIDENCE]}, "paper": A_CARD_ON_PAPER}
    for other in (world.head, world.officers[2]):
        with pytest.raises(NotPossible) as refused:
            enter_card_on_behalf(card, **given, by=other, at=OCTOBER, key=a_key())
        assert keys(refused) == ["rights.not_yours"]
    before_the_paper = datetime(2016, 10, 17, 3, tzinfo=UTC)
    with pytest.raises(NotPossible) as refused:
        enter_card_on_behalf(card, **given, by=world.secretary, at=before_the_paper, key=a_key())
    assert keys(refused) == ["entry.paper_from_later"]
    with pytest.raises(NotPossible) as refused:
        enter_card_on_behalf(card, **{**given, "evidence": {}}, by=world.secretary, at=OCTOBER, key=a_key())
    assert keys(refused) == ["card.no_evidence"]
    a_submitted_card(world, 2)
    with pytest.raises(NotPossible) as refused:
        enter_card_on_behalf(card, **given, by=world.secretary, at=OCTOBER, key=a_key())
    assert keys(refused) == ["handing.not_open"]


def test_what_is_not_there_is_like_nothing(db):
    world = a_season_running()
    with pytest.raises(Unknown):
        card_of(the_member(world))
    scoring(world)
    card = card_of(the_member(world))
    assert line_of_card(card, "A.1").criterion == "A.1"
    with pytest.raises(Unknown):
        line_of_card(card, "A.99")
