"""Who may do what with sheets, cards and rankings: the grid's answer at the bloc's stage."""

from datetime import date

from thidua.core.actor import Actor
from thidua.core.answer import YES, Answer, not_possible
from thidua.core.rights import either
from thidua.core.workflow.handing_in import Handing, may_enter
from thidua.core.workflow.stages import Stage, is_at_least
from thidua.records.scores.models import Ranking, ScoreCard
from thidua.records.seasons import access
from thidua.records.seasons.models import BlocSeason


def may(by: Actor, what: str, card: ScoreCard, *, on: date) -> Answer:
    """Whether `by` may change the unit's card, `what` as card.enter, card.verify: the grid's answer until the lock.

    Once the ranking is locked no card changes, not even one that was left out of it.
    """
    member = card.membership
    bloc = member.bloc_season
    answer = access.may(by, what, season=bloc.season, bloc=bloc, unit=member.unit, on=on)
    return _while_open(bloc) if answer.is_yes else answer


def reads_drafts_of(by: Actor, card: ScoreCard, *, on: date) -> bool:
    """What it held before it was signed, and why it was returned, is the unit's own."""
    member = card.membership
    bloc = member.bloc_season
    return access.may(by, "card.read_drafts", season=bloc.season, bloc=bloc, unit=member.unit, on=on).is_yes


def may_adopt(by: Actor, bloc: BlocSeason, *, on: date) -> Answer:
    """Head and secretariat, until the bloc's cards are opened: a card is scored on one sheet from first to last."""
    answer = access.may(by, "sheet.adopt", season=bloc.season, bloc=bloc, on=on)
    if not answer.is_yes:
        return answer
    return not_possible("sheet.cards_are_open") if is_at_least(bloc.at_stage, Stage.SELF_SCORING) else YES


def may_support(by: Actor, card: ScoreCard, *, on: date) -> Answer:
    """Whether `by` may add and withdraw evidence: the unit while it may still type, the secretariat for it."""
    answer = either(may(by, "card.enter", card, on=on), may(by, "card.enter_on_behalf", card, on=on))
    return may_enter(card.handing) if answer.is_yes else answer


def may_verify(by: Actor, card: ScoreCard, *, on: date) -> Answer:
    """The secretariat verifies what the leader has signed, until the ranking is locked."""
    answer = may(by, "card.verify", card, on=on)
    if not answer.is_yes:
        return answer
    if card.handing is not Handing.SIGNED:
        return not_possible("card.not_signed_yet", unit=card.membership.name)
    return YES


def may_exclude(by: Actor, bloc: BlocSeason, *, on: date) -> Answer:
    """Who says that a unit may not be ranked, and lifts it again, until the ranking is locked."""
    answer = access.may(by, "ranking.exclude", season=bloc.season, bloc=bloc, on=on)
    return _while_open(bloc) if answer.is_yes else answer


def may_lock(by: Actor, bloc: BlocSeason, *, on: date) -> Answer:
    """The head, once; what a unit still owes is told by the act."""
    answer = access.may(by, "ranking.lock", season=bloc.season, bloc=bloc, on=on)
    return _while_open(bloc) if answer.is_yes else answer


def may_lock_on_paper(by: Actor, bloc: BlocSeason, *, on: date) -> Answer:
    """The secretariat, from a paper that the head has signed."""
    answer = access.may(by, "ranking.lock_on_paper", season=bloc.season, bloc=bloc, on=on)
    return _while_open(bloc) if answer.is_yes else answer


def _while_open(bloc: BlocSeason) -> Answer:
    return not_possible("ranking.is_locked") if Ranking.objects.filter(bloc_season=bloc).exists() else YES
