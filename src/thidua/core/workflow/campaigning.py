"""A campaign from draft to summing up: what may follow what, and where it stands on a day."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from thidua.core.answer import YES, Answer, Sentence, not_possible


class CampaignState(StrEnum):
    """What has been done with it; only acts change it."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    LAUNCHED = "launched"
    SUMMED_UP = "summed_up"
    CALLED_OFF = "called_off"
    WITHDRAWN = "withdrawn"


class Phase(StrEnum):
    """Where it stands on a day: a launched campaign runs and is over by its days alone."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    LAUNCHED = "launched"
    RUNNING = "running"
    OVER = "over"
    SUMMED_UP = "summed_up"
    CALLED_OFF = "called_off"
    WITHDRAWN = "withdrawn"


class CampaignMove(StrEnum):
    SUBMIT = "submit"
    RETURN = "return"
    LAUNCH = "launch"
    SUM_UP = "sum_up"
    CALL_OFF = "call_off"
    WITHDRAW = "withdraw"
    TAKE_BACK = "take_back"


S, M = CampaignState, CampaignMove
MOVES: Mapping[CampaignMove, Mapping[CampaignState, CampaignState]] = {
    M.SUBMIT: {S.DRAFT: S.SUBMITTED},
    M.RETURN: {S.SUBMITTED: S.DRAFT},
    M.LAUNCH: {S.DRAFT: S.LAUNCHED, S.SUBMITTED: S.LAUNCHED},
    M.SUM_UP: {S.LAUNCHED: S.SUMMED_UP},
    M.CALL_OFF: {S.LAUNCHED: S.CALLED_OFF},
    M.WITHDRAW: {S.DRAFT: S.WITHDRAWN, S.SUBMITTED: S.WITHDRAWN},
    # What was done by mistake: the step before it stands again.
    M.TAKE_BACK: {S.LAUNCHED: S.DRAFT, S.SUMMED_UP: S.LAUNCHED, S.CALLED_OFF: S.LAUNCHED, S.WITHDRAWN: S.DRAFT},
}
COUNTING = frozenset({S.DRAFT, S.SUBMITTED, S.LAUNCHED, S.SUMMED_UP})  # what stands in the year's calendar
UNDECIDED = frozenset({S.DRAFT, S.SUBMITTED})
WRITABLE = frozenset({S.DRAFT, S.SUBMITTED, S.LAUNCHED})


def may_make(move: CampaignMove, state: CampaignState) -> Answer:
    if state in MOVES[move]:
        return YES
    return not_possible("campaign.not_now", state=Sentence(f"campaign.phase.{state}"))


def phase_of(state: CampaignState, starts_on: date, ends_on: date, *, on: date) -> Phase:
    """
    >>> phase_of(CampaignState.LAUNCHED, date(2016, 3, 26), date(2016, 6, 30), on=date(2016, 7, 1)).value
    'over'
    """
    if state is not CampaignState.LAUNCHED:
        return Phase(state.value)
    if on < starts_on:
        return Phase.LAUNCHED
    return Phase.RUNNING if on <= ends_on else Phase.OVER


def is_missed(state: CampaignState, ends_on: date, *, on: date) -> bool:
    """Its days are past and nobody has launched it: it is withdrawn, or its period moved.

    >>> is_missed(CampaignState.DRAFT, date(2016, 6, 30), on=date(2016, 6, 30))
    False
    """
    return state in UNDECIDED and ends_on < on
