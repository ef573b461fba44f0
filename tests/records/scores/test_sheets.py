"""The bloc's sheet: adopted from a text, refused with what is wrong in it, replaced until cards are open."""

from datetime import date

import pytest
from django.utils.translation import override

from tests.factories.scores import ISSUED, MAY, OCTOBER, a_season_running, a_season_scoring, a_text, adopted
from tests.factories.seasons import a_key
from thidua.base.wording import say
from thidua.core.answer import NotPossible, Unknown
from thidua.core.texts import text_hash
from thidua.records.journal.queries import body_of, events_about, lines_about
from thidua.records.papers.models import Paper
from thidua.records.papers.steps import Shown
from thidua.records.scores.actions import adopt_sheet
from thidua.records.scores.queries import adopted_sheet, library_sheets, sheet_of

pytestmark = pytest.mark.both


def refusal_of(world, text, by=None, issued=ISSUED, at=MAY):
    with pytest.raises(NotPossible) as refused:
        adopt_sheet(world.bloc, text=text, issued=issued, by=by or world.secretary, at=at, key=a_key())
    return refused.value.sentences


def test_the_secretariat_adopts_a_sheet_with_the_paper_that_issued_it(db):
    world = a_season_running()
    assert adopted_sheet(world.bloc) is None
    row = adopted(world)
    assert (row.number, row.code, row.text_hash) == (1, "EVERY", text_hash(a_text()))
    assert str(row.issued_by) == "15/QĐ-KV Quyết định ban hành bảng điểm"
    assert row.issued_by.unit is None
    assert sheet_of(adopted_sheet(world.bloc)).maximum == 60
    assert events_about(world.bloc)[-1] == "sheet.adopted"


def test_a_sheet_needs_no_paper_yet_and_the_newest_one_reckons(db):
    world = a_season_running()
    first = adopt_sheet(world.bloc, text=a_text(), issued=None, by=world.head, at=MAY, key=a_key())
    assert first.issued_by is None
    second = adopted(world, "tie_breaks: [T]")
    assert (second.number, adopted_sheet(world.bloc)) == (2, second)
    [entry] = lines_about(second)
    assert body_of(entry)["replaces"] == first.text_hash
    assert Paper.objects.filter(number="15/QĐ-KV").count() == 1
    adopted(world)
    assert Paper.objects.filter(number="15/QĐ-KV").count() == 1


def test_a_wrong_text_is_told_with_its_line_and_how_to_mend_it(db):
    world = a_season_running()
    wrong = a_text().replace("maximum: 40\n", "maximum: 39\n", 1)
    assert [say(sentence) for sentence in refusal_of(world, wrong)] == [
        "Dòng 4: tổng điểm các nhóm là 59, phải là 60. Sửa điểm của nhóm hoặc của bảng.",
        "Dòng 8: tổng điểm các tiêu chí nhóm A là 40, phải là 39. Sửa tiêu chí hoặc nhóm.",
    ]
    assert adopted_sheet(world.bloc) is None


def test_every_indicator_that_the_bloc_does_not_have_is_named(db):
    world = a_season_running()
    text = a_text().replace("indicator: ty-le", "indicator: khong-co").replace("indicator: cuoc", "indicator: chua-co")
    told = [say(sentence) for sentence in refusal_of(world, text)]
    assert told == [
        "Tiêu chí A.1, Đúng hạn: khối không có chỉ số “khong-co”. Sửa mã chỉ số trong bảng điểm, hoặc ghi from: entry.",
        (
            "Tiêu chí A.2, So với đăng ký: khối không có chỉ số “chua-co”. "
            "Sửa mã chỉ số trong bảng điểm, hoặc ghi from: entry."
        ),
    ]


def test_what_an_indicator_cannot_give_is_not_taken_from_it(db):
    world = a_season_running()
    [words] = refusal_of(world, a_text().replace("indicator: ty-le", "indicator: hoc-tap"))
    assert words.key == "sheet.indicator_of_other_kind"
    [number] = refusal_of(world, a_text().replace("indicator: hoc-tap", "indicator: ty-le"))
    assert number.key == "sheet.indicator_of_other_kind"
    [less] = refusal_of(world, a_text().replace("indicator: cuoc", "indicator: ton-dong"))
    assert say(less).startswith("Tiêu chí A.2, So với đăng ký: chỉ số “ton-dong” càng thấp càng tốt")
    with override("en"):
        assert say(less).startswith("Criterion A.2, Against target")


def test_once_the_cards_are_open_the_sheet_stays(db):
    world = a_season_scoring()
    [sentence] = refusal_of(world, a_text(), at=OCTOBER)
    assert say(sentence) == (
        "Khối đã tự chấm điểm theo bảng điểm này, không thay được nữa. Điều chỉnh bằng thẩm định từng tiêu chí."
    )


def test_who_may_adopt_has_three_answers(db):
    world = a_season_running()
    [sentence] = refusal_of(world, a_text(), by=world.leaders[1])
    assert sentence.key == "rights.not_yours"
    with pytest.raises(Unknown):
        adopt_sheet(world.bloc, text=a_text(), issued=None, by=world.outsider, at=MAY, key=a_key())


@pytest.mark.parametrize(
    ("issued", "key"),
    [
        (Shown("Quyết định", "", date(2016, 5, 4)), "card.evidence_needs_number_or_file"),
        (Shown("Quyết định", "15/QĐ-KV"), "card.evidence_needs_number_or_file"),
        (Shown("Quyết định", "15/QĐ-KV", date(2016, 5, 6)), "card.evidence_from_later"),
    ],
)
def test_the_paper_that_issues_a_sheet_has_a_number_and_a_day_gone(db, issued, key):
    world = a_season_running()
    [sentence] = refusal_of(world, a_text(), issued=issued)
    assert sentence.key == key


def test_the_library_offers_the_sheets_of_both_blocs():
    assert {"DBBB-2016-STP", "DBBB-2016-THADS"} <= {one.code for one in library_sheets()}
