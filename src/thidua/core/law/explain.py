"""Why somebody may be proposed for an award, or not: a verdict for each branch and for the award, with every reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from thidua.core.law.conditions import Case, Condition, Found, Met
from thidua.core.law.history import Asked, AwardType, History, row_of
from thidua.core.law.standard import Branch, Standard
from thidua.core.law.verdicts import Verdict, verdict


@dataclass(frozen=True)
class General:
    """What holds for every award: what excludes, and what puts off."""

    excludes: tuple[Condition, ...] = ()
    suspends: tuple[Condition, ...] = ()


@dataclass(frozen=True)
class BranchFound:
    branch: Branch
    verdict: Verdict
    found: Found


@dataclass(frozen=True)
class Explanation:
    """The answer for one award: its standard, the branches with everything found, and what holds for every award."""

    standard: Standard
    asked: Asked
    verdict: Verdict
    branches: tuple[BranchFound, ...]
    excludes: tuple[Found, ...]
    suspends: tuple[Found, ...]

    @property
    def way(self) -> BranchFound:
        """The one that is told of first: by merit where there is such, else the first; the others somebody judges."""
        by_merit = (each for each in self.branches if each.branch.type is AwardType.MERIT)
        return next(by_merit, self.branches[0])

    def branch(self, code: str) -> BranchFound:
        """Raises LookupError for a branch that the standard does not have."""
        for each in self.branches:
            if each.branch.code == code:
                return each
        raise LookupError(code)


def explain(standard: Standard, general: General, history: History, asked: Asked) -> Explanation:
    """One history against one standard, on one day."""
    return explained(standard, general, Case(row_of(history, asked), asked))


def explained(standard: Standard, general: General, case: Case) -> Explanation:
    """The same for a history whose columns have been reckoned."""
    excludes = tuple([condition.answer(case) for condition in general.excludes])
    suspends = tuple([condition.answer(case) for condition in general.suspends])
    excluded, suspended = _any(Met.NOT_MET, excludes), _any(Met.NOT_MET, suspends)
    most = Met.WARN if _any(Met.WARN, excludes) or _any(Met.WARN, suspends) else Met.MET
    branches = []
    for branch in standard.branches:
        found = branch.condition.answer(case)
        given = verdict(min(found.met, most), excluded=excluded, suspended=suspended)
        branches.append(BranchFound(branch, given, found))
    best = max([each.found.met for each in branches])
    return Explanation(
        standard,
        case.asked,
        verdict(min(best, most), excluded=excluded, suspended=suspended),
        tuple(branches),
        excludes,
        suspends,
    )


def _any(met: Met, found: Sequence[Found]) -> bool:
    return any(each.met is met for each in found)
