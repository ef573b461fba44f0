"""A wrong file of the law is told exactly: which file, which line, what to mend."""

from datetime import date

import pytest

from tests.factories.law import ABOUT, REGISTER, rule, text
from thidua.core.answer import Sentence
from thidua.core.law.assembly import LawError, library_of
from thidua.core.law.forecast import outlooks
from thidua.core.law.history import Asked, History, Kind
from thidua.core.law.library import Library


def read(files: dict[str, str]) -> Library:
    return library_of(files, REGISTER)


def fault_of(files: dict[str, str]) -> tuple[str, Sentence]:
    with pytest.raises(LawError) as caught:
        read(files)
    [found] = caught.value.faults
    return found


def test_a_good_folder_is_read():
    library = read({"L22/text.yaml": ABOUT, "L22/LDTT.yaml": rule("LDTT")})
    assert [standard.award for standard in library.standards] == ["LDTT"]


@pytest.mark.parametrize(
    ("wrong", "line", "key", "values"),
    [
        ("title: LDT\nsource: '24'\nall:\n  - rated: {at_least: HTT}\n", 1, "law.unknown_award", {"code": "LDT"}),
        ("title: LDTT\nall:\n  - rated: {at_least: HTT}\n", 1, "read.missing", {"name": "source"}),
        ("title: LDTT\nsource: '24'\nal:\n  - rated: {at_least: HTT}\n", 3, "read.unknown_name", {"name": "al"}),
        ("title: LDTT\nsource: '24'\nall:\n  - rate: {at_least: HTT}\n", 4, "law.one_kind", {"name": "rate"}),
        ("title: LDTT\nsource: '24'\nall:\n  - rated: {at_least: HTTT}\n", 4, "read.not_one_of", {"name": "at_least"}),
        ("title: LDTT\nsource: '24'\nall:\n  - rated: {atleast: HTT}\n", 4, "read.unknown_name", {"name": "atleast"}),
        ("title: LDTT\nsource: '24'\nall: []\n", 3, "law.empty", {"name": "all"}),
        ("title: LDTT\nsource: '24'\n", 1, "law.one_group", {}),
        (
            "title: LDTT\nsource: '24'\nall:\n  - run: {of: [HTT], years: 2, having: [{any: []}]}\n",
            4, "law.empty", {"name": "any"},
        ),
        ("title: LDTT\nsource: '24'\nall:\n  - group: []\n", 4, "law.empty", {"name": "group"}),
        ("title: LDTT\nsource: '24'\nall:\n  - group: [all]\n", 4, "read.not_one_of", {"name": "group"}),
        ("title: LDTT\nsource: '24'\nall:\n  - count: {of: warned}\n", 4, "law.one_group", {}),
        (
            "title: LDTT\nsource: '24'\nall:\n  - share: {of: complete, over: 50, at_least: 60}\n",
            4, "law.one_group", {"choices": "at_least, over"},
        ),
        (
            "table: general\nsource: '1'\nrows: [{code: a, effect: excludes, condition: {not_now: pending}, to: [x]}]",
            3, "read.not_one_of", {"name": "to"},
        ),
        (
            "table: votes\nsource: '24'\nrows:\n  - {award: LDTT, council: ministry, percent: 101}\n",
            4, "law.not_between", {"name": "percent", "least": 1, "most": 100},
        ),
        (
            "table: rounding\nsource: '24'\nrows:\n  - {what: bonus, up_to: 0}\n",
            4, "law.not_between", {"name": "up_to", "least": 1},
        ),
        ("title: LDTT\nsource: '24'\nfrom: 2023-01-01\nall:\n  - rated: {at_least: HTT}\n", 3, "law.outside_text", {}),
        (
            "title: LDTT\nsource: '24'\nall:\n  - run: {of: [HTT], years: 0}\n",
            4, "law.not_between", {"name": "years", "least": 1, "most": 60},
        ),
        (
            "title: LDTT\nsource: '24'\nall:\n  - titled: {title: BK_BO, consecutive: 3}\n",
            4, "law.unknown_award", {"code": "BK_BO"},
        ),
        (
            rule("LDTT") + "cases:\n  - name: A year that is none\n    facts: {rating: {20225: HTT}}\n"
            "    asks: {year: 2025}\n    answer: eligible\n",
            7, "law.not_a_year", {"written": "20225"},
        ),
        (
            rule("LDTT") + "cases:\n  - name: A year that is none\n    facts: {}\n    asks: {year: 20225}\n"
            "    answer: eligible\n",
            8, "law.not_a_year", {"written": "20225"},
        ),
        (
            rule("LDTT") + "cases:\n  - name: A misspelt answer\n    facts: {}\n    asks: {year: 2025}\n"
            "    answer: eligable\n",
            9, "read.not_one_of", {"name": "answer"},
        ),
    ],
)  # fmt: skip
def test_a_fault_names_its_file_and_its_line(wrong, line, key, values):
    file, sentence = fault_of({"L22/text.yaml": ABOUT, "L22/LDTT.yaml": wrong})
    assert (file, sentence.key, sentence.values["line"]) == ("L22/LDTT.yaml", key, line)
    assert {name: sentence.values[name] for name in values} == values


def test_all_faults_are_told_at_once():
    with pytest.raises(LawError) as caught:
        read(
            {
                "L22/text.yaml": ABOUT,
                "L22/LDTT.yaml": "title: X\nsource: '1'\n",
                "L22/CSTDCS.yaml": "title: Y\nsource: '1'\n",
            }
        )
    assert [file for file, _ in caught.value.faults] == ["L22/CSTDCS.yaml", "L22/LDTT.yaml"]


def test_two_rules_for_one_thing_and_day_are_refused_with_both_places():
    file, sentence = fault_of(
        {
            "L22/text.yaml": ABOUT, "L22/LDTT.yaml": rule("LDTT"),
            "X1/text.yaml": text("X1", start="2025-01-01"), "X1/LDTT.yaml": rule("LDTT"),
        }
    )  # fmt: skip
    assert (file, sentence.key) == ("X1/LDTT.yaml", "law.two_rules")
    assert (sentence.values["first"], sentence.values["first_line"]) == ("L22/LDTT.yaml", 1)
    assert str(sentence.values["day"]) == "2025-01-01"


def test_standards_that_ask_for_each_other_are_refused_with_the_way_round():
    asks = "title: {}\nsource: '24'\nall:\n  - meets_standard_of: {}\n"
    file, sentence = fault_of(
        {
            "L22/text.yaml": ABOUT,
            "L22/LDTT.yaml": asks.format("LDTT", "CSTDCS"), "L22/CSTDCS.yaml": asks.format("CSTDCS", "LDTT"),
        }
    )  # fmt: skip
    assert (file, sentence.key, sentence.values["line"]) == ("L22/CSTDCS.yaml", "law.circle", 1)
    assert sentence.values["way"] == "CSTDCS → LDTT → CSTDCS"


@pytest.mark.parametrize("relation", ["replaces", "amends", "continues"])
def test_a_later_text_sets_the_older_rule_aside_from_its_first_day(relation):
    library = read(
        {
            "L22/text.yaml": ABOUT, "L22/LDTT.yaml": rule("LDTT"),
            "X1/text.yaml": text("X1", start="2025-01-01", more=f"{relation}: [L22]\n"), "X1/LDTT.yaml": rule("LDTT"),
        }
    )  # fmt: skip
    assert [(one.text, str(one.start), str(one.until)) for one in library.standards] == [
        ("L22", "2024-01-01", "2024-12-31"),
        ("X1", "2025-01-01", "None"),
    ]


@pytest.mark.parametrize(("relation", "ends"), [("replaces", "2024-12-31"), ("amends", "None"), ("continues", "None")])
def test_only_a_text_that_replaces_ends_what_it_does_not_rule(relation, ends):
    library = read(
        {
            "L22/text.yaml": ABOUT, "L22/LDTT.yaml": rule("LDTT"),
            "X1/text.yaml": text("X1", start="2025-01-01", more=f"{relation}: [L22]\n"),
        }
    )  # fmt: skip
    assert [str(one.until) for one in library.standards] == [ends]


def test_an_award_that_an_authority_alone_knows_is_there_for_that_authority_only():
    own = {"X1/text.yaml": text("X1", more="authority: BTP\n"), "X1/CSTDCS.yaml": rule("CSTDCS")}
    library, day = read({"L22/text.yaml": ABOUT, "L22/LDTT.yaml": rule("LDTT")} | own), date(2026, 3, 1)
    assert library.awards_on(day, Kind.INDIVIDUAL) == ("LDTT",)
    assert library.awards_on(day, Kind.INDIVIDUAL, "BTP") == ("LDTT", "CSTDCS")
    asked = Asked(2025, day)
    assert outlooks(library, History(), asked, ahead=1)[0].award == "LDTT"


@pytest.mark.parametrize("relation", ["replaces", "amends", "continues"])
def test_an_authority_sets_aside_its_own_texts_only(relation):
    files = {"L22/text.yaml": ABOUT, "L22/LDTT.yaml": rule("LDTT")}
    own = text("X1", start="2025-01-01", more=f"{relation}: [L22]\nauthority: BTP\n")
    file, sentence = fault_of(files | {"X1/text.yaml": own})
    assert (file, sentence.key, sentence.values["text"]) == ("X1/text.yaml", "law.over_others", "L22")
    older = {"X0/text.yaml": text("X0", more="authority: BTP\n")}
    read(files | older | {"X1/text.yaml": own.replace("[L22]", "[X0]")})


def test_a_text_that_does_not_exist_is_named():
    file, sentence = fault_of({"X1/text.yaml": text("X1", more="replaces: [L99]\n")})
    assert (file, sentence.key, sentence.values["code"]) == ("X1/text.yaml", "law.unknown_text", "L99")


def test_a_folder_without_its_text_is_named():
    file, sentence = fault_of({"L22/LDTT.yaml": rule("LDTT")})
    assert (file, sentence.key, sentence.values["folder"]) == ("L22/text.yaml", "law.no_text_file", "L22")


def test_a_standard_that_no_text_has_yet_is_named():
    asks = "title: CSTDCS\nsource: '23'\nall:\n  - meets_standard_of: LDTT\n"
    file, sentence = fault_of({"L22/text.yaml": ABOUT, "L22/CSTDCS.yaml": asks})
    assert (file, sentence.key, str(sentence.values["award"])) == ("L22/CSTDCS.yaml", "law.no_standard", "LDTT")


@pytest.mark.parametrize(
    ("own", "day"),
    [
        ({"L22/LDTT.yaml": rule("LDTT").replace("all:", "until: 2025-12-31\nall:")}, "2026-01-01"),
        (
            {"X1/text.yaml": text("X1", more="details: [L22]\nauthority: BTP\n"), "X1/LDTT.yaml": rule("LDTT")},
            "2024-01-01",
        ),
    ],
    ids=["it ends", "it is another authority's own"],
)
def test_a_standard_that_is_not_there_on_every_day_for_everybody_is_named(own, day):
    asks = "title: CSTDCS\nsource: '23'\nall:\n  - meets_standard_of: LDTT\n"
    file, sentence = fault_of({"L22/text.yaml": ABOUT, "L22/CSTDCS.yaml": asks} | own)
    assert (file, sentence.key, str(sentence.values["day"])) == ("L22/CSTDCS.yaml", "law.no_standard", day)
