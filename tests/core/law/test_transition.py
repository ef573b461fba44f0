"""Rules of transition: for years reviewed up to one, what an earlier text asked still is."""

from datetime import date

import pytest

from tests.factories.law import ABOUT, REGISTER, rule, text
from thidua.core.law.assembly import LawError, library_of
from thidua.core.law.cases import outcomes
from thidua.core.law.conditions import Found
from thidua.core.law.conditions.words import Kept
from thidua.core.law.explain import General, explain
from thidua.core.law.history import Asked, History, Kind, Level, row_of
from thidua.core.law.library import Library
from thidua.core.law.sweep.arrays import carried_out, rows_as_columns
from thidua.core.law.sweep.questions import questions, verdict_of
from thidua.core.law.verdicts import Verdict

HARDER = """\
title: LDTT
source: '30'
all:
  - rated: {at_least: HTXS}
cases:
  - name: A year under the rule of transition goes by the earlier text
    facts: {rating: {2023: HTT}}
    asks: {year: 2023, on: 2025-03-01}
    answer: eligible
  - name: A later year goes by this one
    facts: {rating: {2025: HTT}}
    asks: {year: 2025, on: 2026-03-01}
    answer: not_eligible
"""
TRANSITION = "table: transition\nsource: '60'\nrows:\n  - {keeps: L22, reviewed_until: 2023, source: 60(1)}\n"
GOOD = History(ratings={2022: Level.HTT, 2023: Level.HTT, 2024: Level.HTT})


def library(transition: str = TRANSITION, award: str = HARDER) -> Library:
    files = {
        "L22/text.yaml": ABOUT, "L22/LDTT.yaml": rule("LDTT"), "X1/LDTT.yaml": award,
        "X1/text.yaml": text("X1", start="2025-01-01", more="replaces: [L22]\n"), "X1/transition.yaml": transition,
    }  # fmt: skip
    return library_of(files, REGISTER)


def found(of: Library, year: int, on: date = date(2025, 3, 1)) -> tuple[Verdict, list[Found]]:
    asked = Asked(year, on)
    standard = of.standard_for("LDTT", Kind.INDIVIDUAL, asked)
    assert standard is not None
    answer = explain(standard, General(), GOOD, asked)
    return answer.verdict, list(answer.branches[0].found.parts)


def test_the_worked_cases_beside_the_rules_come_out():
    told = list(outcomes(library()))
    assert len(told) == 2
    assert all(one.is_right for one in told), [str(one.fault) for one in told if not one.is_right]


def test_the_explanation_names_the_rule_and_its_article_first():
    verdict, [kept, rated] = found(library(), 2023)
    assert (verdict, kept.condition.source) == (Verdict.ELIGIBLE, "X1 Đ60(1)")
    assert isinstance(kept.condition, Kept)
    assert (kept.because.key, kept.because.values["year"]) == ("law.kept", "2023")
    assert rated.condition.source.startswith("L22")


def test_without_a_rule_a_year_on_both_sides_of_a_new_text_is_open_to_doubt():
    """The same question, where nobody has said which text decides."""
    verdict, _ = found(library("table: notes\nsource: '1'\nrows: []\n"), 2024)
    assert verdict is Verdict.WARN


def test_a_rule_in_doubt_warns_where_the_texts_differ():
    doubtful = TRANSITION.replace("60(1)}", "60(1), doubt: check}")
    assert found(library(doubtful), 2023)[0] is Verdict.WARN


def test_a_rule_for_one_award_leaves_the_others():
    other = TRANSITION.replace("keeps: L22,", "keeps: L22, award: CSTDCS,")
    assert found(library(other), 2023)[0] is not Verdict.ELIGIBLE


@pytest.mark.parametrize("year", [2022, 2023, 2024])
def test_a_sweep_says_what_one_answer_says(year):
    of, asked = library(), Asked(year, date(2025, 3, 1))
    standard = of.standard_for("LDTT", Kind.INDIVIDUAL, asked)
    assert standard is not None
    row = row_of(GOOD, asked)
    asks = questions(standard, General(), asked)
    answers = carried_out([asks.sure, asks.possible, asks.suspended], rows_as_columns([row], sorted(row)), 1)
    sure, possible, suspended = (bool(one[0]) for one in answers)
    assert verdict_of(sure=sure, possible=possible, suspended=suspended) is found(of, year)[0]


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        (TRANSITION.replace("L22", "L99"), "law.unknown_text"),
        (TRANSITION.replace("keeps: L22", "keeps: X1"), "law.kept_not_in_force"),
        (TRANSITION.replace("reviewed_until: 2023, ", ""), "read.missing"),
        (TRANSITION.replace("reviewed_until", "until_year"), "read.unknown_name"),
    ],
)
def test_a_wrong_rule_is_told_with_its_line(wrong, key):
    with pytest.raises(LawError) as told:
        library(wrong)
    [(file, sentence)] = told.value.faults
    assert (file, sentence.key, sentence.values["line"]) == ("X1/transition.yaml", key, 4)
