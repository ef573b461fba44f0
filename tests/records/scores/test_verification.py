"""Verification: what the secretariat finds on a line, when a card is done, and how it is opened again."""

from datetime import date
from fractions import Fraction

import pytest
from django.utils.translation import override

from tests.factories.scores import (
    A_CHECK,
    DECEMBER,
    NOVEMBER,
    TOTAL,
    a_finding,
    a_season_scoring,
    a_season_verifying,
    a_signed_card,
    moved,
    the_card,
    the_row,
    verified,
)
from tests.factories.seasons import a_key
from thidua.base.wording import say
from thidua.core.answer import NotPossible, Unknown
from thidua.core.scoring import Given
from thidua.core.workflow.stages import Stage
from thidua.records.journal.queries import body_of, events_about, first_faulty_line, lines_about
from thidua.records.papers.steps import Shown
from thidua.records.scores.actions import finish_verification, lock_ranking, reopen_verification, verify_line
from thidua.records.scores.models import Finding
from thidua.records.scores.queries import unfold

pytestmark = pytest.mark.both


def refusal_of(world, criterion="A.4", by=None, **other):
    card = the_card(world)
    asked = {
        "given": Given(Fraction(8)), "reason": "Thiếu một vụ", "shown": A_CHECK, "seen_version": card.version,
        "by": by or world.secretary, "at": NOVEMBER, **other,
    }  # fmt: skip
    with pytest.raises(NotPossible) as refused:
        verify_line(the_row(card, criterion), **asked, key=a_key())
    return refused.value.sentences


def test_a_finding_lowers_a_line_and_the_units_own_figure_stays_visible(db):
    world = a_season_verifying()
    finding = a_finding(world, given=Given(Fraction(8)))
    assert (finding.points, finding.points_parts, str(finding.paper)) == (8, 80_000, "04/BB-KV Biên bản thẩm định điểm")
    unfolded = unfold(the_card(world))
    line = unfolded.lines["A.4"]
    assert (line.own.points, line.counted.points, line.row.given) == (9, 8, "9/1")
    assert (unfolded.own.total, unfolded.counted.total) == (TOTAL, TOTAL - 1)
    assert the_card(world).self_total == TOTAL


def test_a_finding_raises_a_line(db):
    world = a_season_verifying()
    a_finding(world, criterion="T.1", given=Given(True))
    assert unfold(the_card(world)).counted.total == TOTAL + 5


def test_a_finding_replaces_what_came_from_results(db):
    world = a_season_verifying()
    a_finding(world, criterion="A.1", given=Given(Fraction(95)))
    line = unfold(the_card(world)).lines["A.1"]
    assert (line.own.points, line.counted.points, line.row.from_results) == (10, 9, True)
    assert [result.report.period.name for result in line.results] == ["Quý I"]


def test_a_finding_may_say_that_there_was_no_case(db):
    world = a_season_verifying()
    a_finding(world, criterion="A.2", given=Given(not_applicable=True))
    assert unfold(the_card(world)).counted.applicable == 45


def test_the_newest_finding_counts_and_the_older_ones_are_told_with_their_reasons(db):
    world = a_season_verifying()
    for points in (8, 7, 9):
        a_finding(world, given=Given(Fraction(points)))
    line = unfold(the_card(world)).lines["A.4"]
    assert [(one.line.points, one.finding.reason) for one in line.found] == [
        (8, "Thiếu một vụ"), (7, "Thiếu một vụ"), (9, "Thiếu một vụ"),
    ]  # fmt: skip
    assert line.counted.points == 9


def test_the_journal_keeps_before_and_after_reason_and_paper(db):
    world = a_season_verifying()
    finding = a_finding(world)
    [entry] = lines_about(finding)
    assert (
        body_of(entry).items()
        >= {
            "criterion": "A.4",
            "before": "9/1 | Hòa giải thành cao hơn năm trước",
            "after": "8/1 | Thiếu một vụ",
            "reason": "Thiếu một vụ",
            "paper": "04/BB-KV Biên bản thẩm định điểm",
        }.items()
    )
    assert first_faulty_line() is None


@pytest.mark.parametrize(
    ("asked", "vi", "en"),
    [
        ({"reason": " "}, "Ghi lý do thay đổi điểm.", "why the points change"),
        (
            {"given": Given()},
            "Tiêu chí A.4, Chất lượng: nhập số liệu hoặc mức điểm sau thẩm định.",
            "Criterion A.4, Quality",
        ),
        (
            {"given": Given(Fraction(9))},
            "Tiêu chí A.4, Chất lượng: số liệu thẩm định bằng số liệu đang tính, không có gì thay đổi.",
            "Criterion A.4, Quality",
        ),
        (
            {"given": Given(Fraction(11))},
            "Tiêu chí A.4, Chất lượng: 11 nằm ngoài khung từ 0 đến 10. Chọn điểm trong khung.",
            "Criterion A.4, Quality",
        ),
        (
            {"shown": Shown("Biên bản")},
            "Minh chứng cần số và ngày văn bản, hoặc một tệp. Ghi thêm rồi gửi lại.",
            "number and date",
        ),
        (
            {"shown": Shown("Biên bản", "05/BB-KV", date(2016, 11, 16))},
            "Văn bản ghi ngày 16/11/2016 là ngày chưa tới. Xem lại ngày văn bản.",
            "16/11/2016",
        ),
    ],
)
def test_a_finding_that_cannot_stand_is_refused_in_words(db, asked, vi, en):
    world = a_season_verifying()
    [sentence] = refusal_of(world, **asked)
    assert say(sentence) == vi
    with override("en"):
        assert en in say(sentence)
    assert not Finding.objects.exists()


def test_the_second_verifier_of_a_card_is_told(db):
    world = a_season_verifying()
    card = the_card(world)
    a_finding(world)
    [sentence] = refusal_of(world, given=Given(Fraction(5)), seen_version=card.version)
    assert sentence.key == "shared.changed_since"
    with pytest.raises(NotPossible) as refused:
        finish_verification(card, seen_version=card.version, by=world.secretary, at=NOVEMBER, key=a_key())
    assert [one.key for one in refused.value] == ["shared.changed_since"]


def test_who_verifies_has_three_answers(db):
    world = a_season_verifying()
    for other in (world.head, world.leaders[1], world.officers[2]):
        [sentence] = refusal_of(world, by=other)
        assert sentence.key == "rights.not_yours"
    card = the_card(world)
    with pytest.raises(Unknown):
        finish_verification(card, seen_version=card.version, by=world.outsider, at=NOVEMBER, key=a_key())


def test_nothing_is_verified_before_the_leader_has_signed_nor_before_the_stage(db):
    world = a_season_scoring()
    a_signed_card(world)
    [early] = refusal_of(world)
    assert early.key == "rights.not_now"
    moved(world, Stage.VERIFYING)
    card = the_card(world, 2)
    with pytest.raises(NotPossible) as refused:
        finish_verification(card, seen_version=card.version, by=world.secretary, at=NOVEMBER, key=a_key())
    assert say(refused.value.sentences[0]) == f"{world.units[2].name} chưa ký bảng chấm, nên chưa thẩm định được."


def test_a_card_that_is_done_has_its_verified_total(db):
    world = a_season_verifying()
    a_finding(world)
    verified(world, 1)
    card = the_card(world)
    assert (card.self_total, card.verified_total, card.verified_total_parts) == (TOTAL, TOTAL - 1, 615_000)
    assert (card.verified_at, card.verified_by["name"]) == (NOVEMBER, world.secretary.name)
    assert events_about(card)[-2:] == ["card.line_verified", "card.verified"]


def test_a_card_that_is_done_is_opened_again_only_with_a_reason(db):
    world = a_season_verifying()
    given = {"by": world.secretary, "at": NOVEMBER}
    with pytest.raises(NotPossible) as refused:
        reopen_verification(the_card(world), reason="Bổ sung", **given, key=a_key())
    assert [one.key for one in refused.value] == ["card.not_verified_yet"]
    verified(world, 1)
    [sentence] = refusal_of(world)
    assert sentence.key == "card.is_verified"
    assert world.units[1].name in say(sentence)
    with pytest.raises(NotPossible) as refused:
        verified(world, 1)
    assert [one.key for one in refused.value] == ["card.is_verified"]
    with pytest.raises(NotPossible) as refused:
        reopen_verification(the_card(world), reason=" ", **given, key=a_key())
    assert [say(one) for one in refused.value] == ["Ghi lý do mở lại thẩm định."]
    reopened = reopen_verification(the_card(world), reason="Đơn vị giải trình", **given, key=a_key())
    assert (reopened.verified_at, reopened.verified_total, reopened.verified_by) == (None, None, None)
    a_finding(world)
    assert body_of(lines_about(reopened)[1])["reason"] == "Đơn vị giải trình"


def test_after_the_lock_nothing_is_verified(db):
    world = a_season_verifying()
    verified(world)
    lock_ranking(world.bloc, by=world.head, at=DECEMBER, key=a_key())
    [sentence] = refusal_of(world)
    assert say(sentence) == "Bảng xếp hạng của khối đã chốt, không thay đổi được nữa."
    with pytest.raises(NotPossible) as refused:
        reopen_verification(the_card(world), reason="Sửa", by=world.secretary, at=DECEMBER, key=a_key())
    assert [one.key for one in refused.value] == ["ranking.is_locked"]
