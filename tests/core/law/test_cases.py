"""Every worked case beside a rule comes out as its author wrote it; those of the founders' list are all among them."""

import re

import pytest

from thidua.base.law import law
from thidua.core.law.cases import outcome

CASES = [(rule, case) for rule in law().standards for case in rule.cases]
# Cases of the list that ask of one award's standard; the others ask of tables (votes, bonuses) and have their own test.
LISTED = {*["I1", "I2", "I4", "I5", "I6", "I8", "I9", "I11", "I13", "I14", "I18", "C1", "C3", "C4", "C5", "C7", "C10"]}


@pytest.mark.parametrize(
    ("rule", "case"), CASES, ids=[f"{rule.text} {rule.award} {rule.source} · {case.name}" for rule, case in CASES]
)
def test_a_worked_case_comes_out(rule, case):
    found = outcome(law(), rule, case)
    assert found.verdict == case.answer, found.because


def test_every_case_of_the_list_is_worked():
    begun = {match[0] for _, case in CASES if (match := re.match(r"[IC]\d+", case.name))}
    assert begun >= LISTED


def test_every_standard_has_cases():
    assert [rule.file for rule in law().standards if not rule.cases] == []
