"""A later day for all units of a bloc or for single ones, in whichever record they hand in."""

from collections.abc import Iterable
from datetime import date

from thidua.core.workflow.owing import Owing
from thidua.records.conduct.debts import MILESTONES, Debt
from thidua.records.results.steps.reports import extend_reports
from thidua.records.results.steps.written import extend_written, move_written_day
from thidua.records.scores.steps.cards import extend_cards
from thidua.records.seasons.models import BlocSeason
from thidua.records.seasons.steps.blocs import move_due_day
from thidua.records.seasons.steps.commitments import extend_sheets


def extend_rows(bloc: BlocSeason, debt: Debt, members: Iterable[int], *, until_on: date, reason: str) -> None:
    """The rows of these members, by key, in three statements at most."""
    if debt.topic is not None:
        extend_written(bloc, debt.topic, members, until_on=until_on, reason=reason)
    elif debt.kind is Owing.REGISTRATION:
        extend_sheets(members, until_on=until_on, reason=reason)
    elif debt.period is not None:
        extend_reports(members, debt.period, until_on=until_on, reason=reason)
    else:
        extend_cards(members, until_on=until_on, reason=reason)


def move_day(bloc: BlocSeason, debt: Debt, *, until_on: date, reason: str) -> None:
    """Everybody's day: in the bloc's calendar or, of a report in words, beside it."""
    if debt.topic is not None:
        move_written_day(bloc, debt.topic, until_on=until_on, reason=reason)
    else:
        move_due_day(bloc, MILESTONES.get(debt.kind, ""), until_on, debt.period)
