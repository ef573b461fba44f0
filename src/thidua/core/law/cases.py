"""Worked cases beside the rules: each must come out as its author wrote it."""

from collections.abc import Iterator
from dataclasses import dataclass

from thidua.core.answer import Sentence
from thidua.core.law.explain import BranchFound, Explanation
from thidua.core.law.history import Asked, History
from thidua.core.law.library import Library
from thidua.core.law.standard import Standard, WorkedCase
from thidua.core.law.verdicts import Verdict


@dataclass(frozen=True)
class Outcome:
    """What a case came to; `standard` is None where no text was in force on its day."""

    rule: Standard
    case: WorkedCase
    verdict: Verdict | None
    because: Sentence | None

    @property
    def is_right(self) -> bool:
        return self.verdict == self.case.answer

    @property
    def fault(self) -> Sentence:
        return Sentence(
            "law.case_differs", line=self.case.line, name=self.case.name, wanted=_word(self.case.answer),
            got=_word(self.verdict), because=self.because or Sentence("law.no_text_then"),
        )  # fmt: skip


def _word(verdict: str | None) -> Sentence:
    return Sentence(f"law.verdict.{verdict or 'none'}")


def outcomes(library: Library) -> Iterator[Outcome]:
    """Every case of every rule, reckoned by what is in force on the case's day."""
    for rule in library.standards:
        for case in rule.cases:
            yield outcome(library, rule, case)


def outcome(library: Library, rule: Standard, case: WorkedCase) -> Outcome:
    answer = case_answer(library, rule, case)
    if answer is None:
        return Outcome(rule, case, None, None)
    if case.branch:
        found: BranchFound = answer.branch(case.branch)
        return Outcome(rule, case, found.verdict, found.found.because)
    return Outcome(rule, case, answer.verdict, answer.branches[0].found.because)


def case_answer(library: Library, rule: Standard, case: WorkedCase) -> Explanation | None:
    """By what is in force on the case's day; None where that is nothing."""
    year = case.year if case.year is not None else last_closed(case.history, case.on.year)
    return library.explanation(rule.award, case.history, Asked(year, case.on), case.authority)


def last_closed(history: History, year: int) -> int:
    """The last year that is over, or is rated already."""
    return year if year in history.ratings else year - 1
