"""The questions of a sweep: for each award three columns of yes and no, out of which its verdict follows."""

from dataclasses import dataclass

from thidua.core.law.columns import Not, Truth, both, either
from thidua.core.law.explain import General
from thidua.core.law.history import Asked
from thidua.core.law.standard import Standard
from thidua.core.law.verdicts import Verdict


@dataclass(frozen=True)
class Questions:
    """Of one award: may it be proposed for sure, in one reading at least, and is it put off?"""

    award: str
    sure: Truth
    possible: Truth
    suspended: Truth


def questions(standard: Standard, general: General, asked: Asked, branch: str | None = None) -> Questions:
    """What a standard, or one of its branches, asks of rows."""
    pairs = [each.condition.asks(asked) for each in standard.branches if branch in (None, each.code)]
    admits = [condition.asks(asked) for condition in general.excludes]
    clears = [condition.asks(asked) for condition in general.suspends]
    return Questions(
        standard.award,
        sure=both(*(pair.sure for pair in (*admits, *clears)), either(*(pair.sure for pair in pairs))),
        possible=both(*(pair.possible for pair in admits), either(*(pair.possible for pair in pairs))),
        suspended=Not(both(*(pair.possible for pair in clears))),
    )


def verdict_of(*, sure: bool, possible: bool, suspended: bool) -> Verdict:
    """The verdict that three answers make."""
    if not possible:
        return Verdict.NOT_ELIGIBLE
    if suspended:
        return Verdict.NOT_YET
    return Verdict.ELIGIBLE if sure else Verdict.WARN
