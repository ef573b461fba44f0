"""Verdicts: of a branch and of an award."""

from enum import StrEnum

from thidua.core.law.conditions import Met


class Verdict(StrEnum):
    """The standard is met; it is not; it is, but nothing may be awarded yet; nobody can say without a person.

    Source: docs/law.md.
    """

    ELIGIBLE = "eligible"
    NOT_ELIGIBLE = "not_eligible"
    NOT_YET = "not_yet"
    WARN = "warn"


def verdict(standard: Met, *, excluded: bool, suspended: bool) -> Verdict:
    """not_eligible before not_yet before warn."""
    if excluded or standard is Met.NOT_MET:
        return Verdict.NOT_ELIGIBLE
    if suspended:
        return Verdict.NOT_YET
    return Verdict.ELIGIBLE if standard is Met.MET else Verdict.WARN
