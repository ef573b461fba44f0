"""What a standard asks, said of nobody in particular, and what changed from one text to the next."""

from datetime import date

import pytest

from thidua.base.law import law
from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.core.law.changes import Fate, changes_of, standards_of
from thidua.core.law.conditions.groups import Doubt
from thidua.core.law.explain import explain
from thidua.core.law.history import Asked, History, Kind, Level
from thidua.core.law.lacks import lacks_of
from thidua.core.law.requirements import How, requirement

TODAY = date(2026, 6, 26)
BRANCHES = [(rule, branch) for rule in law().standards for branch in rule.branches]


def asked(award, kind=Kind.INDIVIDUAL, on=TODAY, branch=0):
    standard = law().in_force(award, kind, on)
    return requirement(standard.branches[branch].condition)


def read(award, kind=Kind.INDIVIDUAL, on=TODAY, branch=0):
    return [(depth, say(line.says)) for depth, line in asked(award, kind, on, branch).lines()]


@pytest.mark.parametrize(
    ("rule", "branch"), BRANCHES, ids=[f"{rule.text} {rule.award} {rule.to} {branch.code}" for rule, branch in BRANCHES]
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_everything_that_is_asked_has_words_and_an_article(rule, branch, language):
    from django.utils import translation

    with translation.override(language):
        for _, line in requirement(branch.condition).lines():
            assert say(line.says)
            assert line.how is How.NOTE or line.source.startswith(rule.text)


def test_three_years_running_are_asked_for_in_words():
    assert read("CSTD_BO") == [
        (0, "Đủ các điều kiện sau"),
        (1, "Có danh hiệu “Chiến sĩ thi đua cơ sở” 3 năm liền, tính đến năm xét"),
        (1, "Một trong các điều kiện sau"),
        (2, "Có sáng kiến được bộ, ban, ngành, tỉnh công nhận có hiệu quả, nhân rộng được, chưa dùng lần nào"),
        (2, "Có đề tài, đề án, công trình có ảnh hưởng trong bộ, ban, ngành, tỉnh, chưa dùng lần nào"),
        (
            2,
            "Mưu trí, sáng tạo trong chiến đấu, phục vụ chiến đấu có phạm vi ảnh hưởng trong bộ, tỉnh (có ghi nhận)",
        ),
        (
            1,
            (
                "Chưa có “Chiến sĩ thi đua bộ, ban, ngành, tỉnh” của: năm thứ 1 trước năm xét, năm thứ 2 trước năm xét "
                "(các năm đã tính cho một lần không tính lại)"
            ),
        ),
    ]


def test_a_run_says_its_length_and_what_it_must_hold():
    lines = read("HCLD_BA")
    assert (
        1,
        (
            "5 năm liên tục sau khi được “Bằng khen của Thủ tướng Chính phủ”, tính đến năm cuối đã xếp loại: "
            "hoàn thành tốt nhiệm vụ trở lên"
        ),
    ) in lines
    assert (2, "Trong thời gian đó có “Chiến sĩ thi đua cơ sở” từ 3 lần trở lên") in lines


def test_a_doubt_stands_at_what_is_asked():
    doubts = {line.doubt for _, line in asked("CSTD_BO").lines()}
    assert doubts == {None, Doubt.DEFAULT}


def test_the_standard_of_another_award_is_named_by_its_code():
    assert {line.award for _, line in asked("CSTDCS").lines()} >= {"LDTT", "CSTT"}


def test_every_day_on_which_a_standard_changes_is_found():
    days = [(day, found.text if found else None) for day, found in standards_of(law(), "BK_BO", Kind.INDIVIDUAL)]
    assert days == [(date(2014, 8, 20), "D65"), (date(2017, 10, 1), "D91"), (date(2024, 1, 1), "L22")]


def test_since_2024_an_initiative_is_no_longer_asked_of_everybody():
    """L22 art. 23(2): rated excellent, or an initiative, or research."""
    latest = changes_of(law(), "CSTDCS", Kind.INDIVIDUAL)[0]
    assert (latest.on, latest.before.text, latest.after.text) == (date(2024, 1, 1), "D91", "L22")
    [branch] = latest.branches
    came = [say(pair.after[1].says) for pair in branch.pairs if pair.fate in (Fate.ADDED, Fate.CHANGED)]
    assert "Năm xét: hoàn thành xuất sắc nhiệm vụ" in came
    assert not latest.is_same


def test_a_branch_that_a_later_text_adds_stands_alone():
    latest = changes_of(law(), "BK_BO", Kind.INDIVIDUAL)[0]
    alone = [branch for branch in latest.branches if branch.before is None]
    assert alone
    assert {pair.fate for branch in alone for pair in branch.pairs} == {Fate.ADDED}


def test_only_what_stands_at_the_same_place_is_told_as_changed():
    changes = (one for rule in law().standards for one in changes_of(law(), rule.award, rule.to))
    pairs = [pair for change in changes for branch in change.branches for pair in branch.pairs]
    assert all(pair.before[0] == pair.after[0] for pair in pairs if pair.fate is Fate.CHANGED)
    assert {pair.fate for pair in pairs} == set(Fate)


def test_no_change_is_made_up_where_the_next_text_asks_the_same():
    for change in (one for rule in law().standards for one in changes_of(law(), rule.award, rule.to)):
        assert change.before != change.after
        assert change.is_same == all(pair.fate is Fate.KEPT for branch in change.branches for pair in branch.pairs)


def test_what_is_asked_never_speaks_of_what_was_found():
    assert requirement(law().in_force("LDTT", Kind.INDIVIDUAL, TODAY).branches[0].condition).says != Sentence(
        "law.all.met"
    )


def test_what_lacks_says_with_a_run_what_its_years_must_hold_and_the_readings_of_one_text_as_one():
    asked = Asked(2025, TODAY)

    def lacking(award):
        standard = law().standard_for(award, Kind.INDIVIDUAL, asked)
        answer = explain(standard, law().general(asked.on, Kind.INDIVIDUAL), History(ratings={2025: Level.HTXS}), asked)
        return [(say(lack.says), [say(part) for part in lack.parts]) for lack in lacks_of(answer)]

    [(says, parts)] = lacking("BK_BO")
    assert says == "Cần một trong các điều kiện:"
    assert all("từ 2 sáng kiến" in part and "; hoặc: " in part and "từ 2 đề tài" in part for part in parts)
    (says, parts), _ = lacking("CSTDTQ")
    assert says.startswith("Chưa đủ theo cách hiểu nào")
    assert [part.partition("thiếu năm ")[2] for part in parts] == ["2024–2025", "2022, 2025"]
