"""Who reads, gives, receives and signs a hand-over: the giver's side by its parts, the receiver's by its unit."""

from datetime import date

from thidua.core.actor import Actor
from thidua.core.answer import Answer, Unknown, require
from thidua.core.rights import either
from thidua.core.workflow.handing_over import Side
from thidua.records.conduct.models import Handover, HandoverItem
from thidua.records.conduct.queries.handover import handover_of
from thidua.records.seasons import access
from thidua.records.seasons.models import Season

TICKS = {Side.GIVER: "handover.give", Side.RECEIVER: "handover.receive"}
SIGNS = {Side.GIVER: "handover.sign_given", Side.RECEIVER: "handover.sign_received"}
ON_PAPER = "handover.enter_on_paper"


def may_hand_over(by: Actor, season: Season, what: str, *, on: date, handover: Handover | None) -> Answer:
    """The grid's answer; of the receiver's side it is that for the people of the unit that takes over."""
    return access.may(by, what, season=season, unit=handover.to_unit if handover else None, on=on)


def may(by: Actor, handover: Handover, what: str, *, on: date) -> Answer:
    return may_hand_over(by, handover.season, what, on=on, handover=handover)


def may_reply(by: Actor, handover: Handover, *, on: date) -> Answer:
    """The receiver says what is missing; the secretariat what a paper that is signed names as missing."""
    return either(may(by, handover, TICKS[Side.RECEIVER], on=on), may(by, handover, ON_PAPER, on=on))


def may_settle(by: Actor, handover: Handover, *, on: date) -> Answer:
    """The receiver; where all was signed on paper, the secretariat too: the receiver may have no account."""
    own = may(by, handover, "handover.settle", on=on)
    return either(own, may(by, handover, ON_PAPER, on=on)) if handover.minutes_id else own


def season_for(by: Actor, cluster: str, season: str, *, to: str, on: date) -> tuple[Season, Handover | None]:
    """The season at an address with its hand-over, None while none is prepared.

    Raises Unknown where there is no season or the actor may not know of it, NotPossible with the reason.
    """
    found = access.season_for(by, cluster, season, to="season.read", on=on)
    handover = handover_of(found)
    require(may_hand_over(by, found, to, on=on, handover=handover))
    return found, handover


def handover_for(by: Actor, cluster: str, season: str, *, to: str = "handover.read", on: date) -> Handover:
    """The hand-over at an address. Raises as `season_for`, Unknown too while none is prepared."""
    _, handover = season_for(by, cluster, season, to=to, on=on)
    if handover is None:
        raise Unknown
    return handover


def item_for(by: Actor, cluster: str, season: str, item: str, *, on: date) -> HandoverItem:
    """The item at an address, its hand-over with it. Raises as `handover_for`."""
    handover = handover_for(by, cluster, season, on=on)
    found = handover.items.filter(public_id=item).first()
    if found is None:
        raise Unknown
    found.handover = handover
    return found
