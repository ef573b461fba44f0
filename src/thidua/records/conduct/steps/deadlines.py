"""A later day for single units, in whichever record they hand in."""

from collections.abc import Iterable
from datetime import date

from thidua.core.workflow.owing import Owing
from thidua.records.conduct.debts import Debt
from thidua.records.results.steps.reports import extend_reports
from thidua.records.scores.steps.cards import extend_cards
from thidua.records.seasons.steps.commitments import extend_sheets


def extend_rows(debt: Debt, members: Iterable[int], *, until_on: date, reason: str) -> None:
    """The rows of these members, by key, in one statement."""
    if debt.kind is Owing.REGISTRATION:
        extend_sheets(members, until_on=until_on, reason=reason)
    elif debt.period is not None:
        extend_reports(members, debt.period, until_on=until_on, reason=reason)
    else:
        extend_cards(members, until_on=until_on, reason=reason)
