"""Sheets as files: the library, what the reader makes of them, and every fault with its line and its mend."""

import re
from pathlib import Path

import pytest
from django.utils.translation import gettext, override

from tests.factories.sheets import EVERY_KIND, one_criterion_text
from thidua.base.places import library
from thidua.base.wording import all_words, say
from thidua.core.points import NEVER, RoundAt, RoundMode
from thidua.core.read import ReadError
from thidua.core.scoring import FromIndicator, GroupKind, NotApplicable, Take, parse

LIBRARY = sorted(library("scoresheets").glob("*.yaml"))
VIETNAMESE = re.compile(r"[À-ỹ]")

# What stands in EVERY_KIND, what is put in its place, the key of the fault, which is on the first changed line.
FAULTS = [
    ("maximum: 60\ngroups", "maximum: 61\ngroups", "total_differs"),
    ("code: A.4", "code: A.3", "code_twice"),
    ("code: B.1", "code: A", "code_twice"),
    ("code: A.4", "code: A 4", "not_a_code"),
    ("code: EVERY", f"code: {'X' * 41}", "not_a_code"),
    ("code: P\n", "code: ''\n", "not_a_code"),
    ("    maximum: 6\n", "    maximum: -6\n", "below_nought"),
    ("take: met", "take: figure", "take_does_not_fit"),
    ("take: achievement", "take: met", "take_does_not_fit"),
    ("cap: 120", "cap: 120, at_most: 300", "achievement_has_no_limit"),
    ("maximum: 8\n", "maximum: 8\n        not_applicable: excluded\n", "only_base_excludes"),
    ("groups:", "tie_breaks: [Z]\ngroups:", "unknown_tie_break"),
    ("groups:", "tie_breaks: [A, A]\ngroups:", "unknown_tie_break"),
    ("groups:", "round: {to: 0, at: item}\ngroups:", "not_above_nought"),
]
WRONG_ENTRIES = [
    ("from: entry", "from: somewhere", "not_table"),
    ("take: met", "take: best", "not_one_of"),
    ("evidence: required", "evidence: maybe", "not_one_of"),
    ("kind: bonus", "kind: gift", "not_one_of"),
    ("    maximum: 40", "    maximum: none", "not_number"),
    ("maximum: 10", "maximum: mười", "not_number"),
    ("en: Group A", "en: ''", "missing"),
    ("year: 2016", "year: 2016.5", "not_whole"),
    ("groups:", "round: {at: total}\ngroups:", "missing"),
    ("groups:", "colour: red\ngroups:", "unknown_name"),
    ("evidence: required", "evidenc: required", "unknown_name"),
]


def refused(text: str) -> ReadError:
    with pytest.raises(ReadError) as caught:
        parse(text)
    return caught.value


def changed(right: str, wrong: str) -> tuple[str, int]:
    """EVERY_KIND with one thing put in another's place, and the first line that differs."""
    assert right in EVERY_KIND
    text = EVERY_KIND.replace(right, wrong, 1)
    lines = zip(EVERY_KIND.splitlines(), text.splitlines(), strict=False)
    return text, next(number for number, (before, after) in enumerate(lines, start=1) if before != after)


@pytest.mark.parametrize("file", LIBRARY, ids=lambda file: file.stem)
def test_a_sheet_of_the_library_is_200_points_made_up_and_uses_the_four_main_formulas(file: Path) -> None:
    sheet = parse(file.read_text(encoding="utf-8"))

    assert (sheet.maximum, sheet.year, sheet.made_up) == (200, 2016, True)
    assert {one.formula.kind for one in sheet.criteria()} == {"steps", "proportional", "yes_no", "judged"}
    assert 18 <= len(list(sheet.criteria())) <= 24
    assert all(one.evidence_required for one in sheet.criteria() if one.source is None)
    assert (sheet.rounding.at, sheet.tie_breaks) == (RoundAt.NEVER, ())


def test_the_two_sheets_have_the_groups_of_their_blocs() -> None:
    groups = {
        file.stem: [(group.code, group.maximum) for group in parse(file.read_text(encoding="utf-8")).groups]
        for file in LIBRARY
    }

    assert groups == {
        "dong-bang-2016-so-tu-phap": [("A", 150), ("B", 50)],
        "dong-bang-2016-thads": [("I", 40), ("II", 40), ("III", 20), ("IV", 50), ("V", 30), ("VI", 20)],
    }


def test_a_sheet_is_read_as_it_is_written() -> None:
    sheet = parse(f"source: 12/QĐ-KV\nmade_up: true\nround: {{to: 0.5, at: total, mode: up}}\n{EVERY_KIND}")
    first, second = list(sheet.criteria())[:2]

    assert (sheet.code, sheet.name.vi, sheet.name.en, sheet.year) == (
        "EVERY",
        "Bảng đủ cách tính",
        "Every formula",
        2016,
    )
    assert (sheet.source, sheet.made_up) == ("12/QĐ-KV", True)
    assert (sheet.rounding.at, sheet.rounding.mode) == (RoundAt.TOTAL, RoundMode.UP)
    assert [(group.kind, group.cap) for group in sheet.groups] == [
        (GroupKind.BASE, None),
        (GroupKind.BASE, None),
        (GroupKind.BONUS, 6),
        (GroupKind.PENALTY, None),
    ]
    assert first.source == FromIndicator("on-time", Take.FIGURE)
    assert (first.not_applicable, second.not_applicable) == (NotApplicable.FULL, NotApplicable.EXCLUDED)
    assert [one.code for one in sheet.criteria() if one.evidence_required] == ["A.4"]


def test_what_may_be_left_out_has_its_default() -> None:
    sheet = parse(EVERY_KIND)

    assert (sheet.rounding, sheet.tie_breaks, sheet.made_up, sheet.source) == (NEVER, (), False, "")
    assert sheet.criterion("A.4").not_applicable is NotApplicable.NOT_OFFERED


@pytest.mark.parametrize(("right", "wrong", "key"), FAULTS)
def test_what_does_not_agree_is_named_with_its_line(right: str, wrong: str, key: str) -> None:
    text, line = changed(right, wrong)

    (sentence,) = refused(text).sentences

    assert (sentence.key, sentence.values["line"]) == (f"scoring.sheet.{key}", line)


@pytest.mark.parametrize(("right", "wrong", "key"), WRONG_ENTRIES)
def test_a_wrong_entry_is_named_with_its_line(right: str, wrong: str, key: str) -> None:
    text, line = changed(right, wrong)

    (sentence,) = refused(text).sentences

    assert (sentence.key, sentence.values["line"]) == (f"read.{key}", line)


def test_what_is_missing_is_named_where_its_criterion_begins() -> None:
    text, line = changed("        from: {indicator: plan, take: met}\n", "")

    assert refused(text).sentences[0].values == {"name": "from", "line": line - 3}


def test_nothing_can_be_won_on_a_sheet_of_nought() -> None:
    keys = [one.key for one in refused(one_criterion_text("{kind: yes_no}", maximum="0")).sentences]

    assert keys == ["scoring.sheet.not_above_nought"] * 2


def test_wrong_entries_are_told_all_at_once_in_the_order_of_the_file() -> None:
    text = (
        EVERY_KIND.replace("kind: yes_no", "kind: maybe")
        .replace("kind: bonus", "kind: gift")
        .replace("{code: part, points", "{code: all, points")
    )

    found = refused(text).sentences

    assert [one.key for one in found] == [
        "read.not_one_of",
        "scoring.sheet.code_twice",
        "read.not_one_of",
    ]
    assert [one.values["line"] for one in found] == sorted(one.values["line"] for one in found)


def test_sums_that_differ_are_told_all_at_once_in_the_order_of_the_file() -> None:
    text = EVERY_KIND.replace("    maximum: 40", "    maximum: 39").replace("    maximum: 20", "    maximum: 19")

    assert [one.key for one in refused(text).sentences] == [
        "scoring.sheet.total_differs",
        "scoring.sheet.group_differs",
        "scoring.sheet.group_differs",
    ]


def test_an_empty_file_is_refused_on_its_first_line() -> None:
    assert refused("").line == 1


def test_a_sum_that_differs_is_told_in_words() -> None:
    text = EVERY_KIND.replace("    maximum: 40", "    maximum: 39.5")
    found = refused(text).sentences[1]

    assert say(found) == ("Dòng 8: tổng điểm các tiêu chí nhóm A là 40, phải là 39,5. Sửa tiêu chí hoặc nhóm.")
    with override("en"):
        assert say(found) == (
            "Line 8: the criteria of group A add up to 40, it must be 39.5. Mend a criterion or the group."
        )


@pytest.mark.parametrize("key", sorted(key for key in all_words() if key.startswith("scoring.")))
def test_every_sentence_of_scoring_is_english_in_english(key: str) -> None:
    with override("en"):
        english = gettext(all_words()[key])
    assert not VIETNAMESE.search(english)
    assert all_words()[key].startswith("Dòng {line}: ") == english.startswith("Line {line}: ")
    assert key.startswith("scoring.sheet.") == english.startswith("Line {line}: ")
