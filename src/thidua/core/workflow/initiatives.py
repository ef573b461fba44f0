"""Initiatives in their first form: the states up to the book of the secretariat, the year in which to ask."""

from datetime import date, timedelta
from enum import StrEnum

from thidua.core.workflow.handing_in import Handing


class InitiativeState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    SIGNED = "signed"
    RECEIVED = "received"


def state_of(handing: Handing, *, is_received: bool) -> InitiativeState:
    return InitiativeState.RECEIVED if is_received else InitiativeState(handing.value)


def last_day_to_ask(applied_on: date) -> date:
    """Recognition is asked for within one year of the first application (practice of the sector; a warning here).

    >>> last_day_to_ask(date(2016, 2, 29))
    datetime.date(2017, 2, 28)
    """
    try:
        return applied_on.replace(year=applied_on.year + 1)
    except ValueError:  # 29 February
        return applied_on.replace(year=applied_on.year + 1, month=3, day=1) - timedelta(days=1)


def is_asked_late(applied_on: date, *, asked_on: date) -> bool:
    return asked_on > last_day_to_ask(applied_on)
