"""Acts on a hand-over as a whole: prepared, gathered anew, signed by giver and receiver, entered from its paper."""

from datetime import date, datetime
from typing import Any

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, Sentence, refuse, require
from thidua.core.texts import composed
from thidua.core.workflow.handing_over import Reply, Side, Turn
from thidua.records.conduct.access.handover import ON_PAPER, SIGNS, may, may_hand_over
from thidua.records.conduct.gathering import gathered
from thidua.records.conduct.handing_over import SignedMinutes
from thidua.records.conduct.models import Handover
from thidua.records.conduct.queries.handover import TO_RECEIVE, head_in_force, tally_of, turn_of
from thidua.records.conduct.queries.year_end import season_after
from thidua.records.conduct.steps.handover import (
    held_handover,
    note_given,
    require_unsigned,
    turn_and_save,
    write_gathered,
)
from thidua.records.desk.steps.notices import notify_people
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.papers.steps import paper_of_the_bloc
from thidua.records.seasons import access
from thidua.records.seasons.heading import Heading
from thidua.records.seasons.models import Season, SeasonRole
from thidua.records.seasons.queries.frame import people_in_role
from thidua.records.seasons.steps.heads import faults_of


@act
def prepare_handover(
    season: Season, *, heading: Heading | None, due_on: date | None, by: Actor, at: datetime, key: str
) -> Handover:
    """To the head of the season after, or to whom `heading` names while there is none; all is gathered, all are told.

    Raises NotPossible if it is prepared already, if no other unit has the next head, or for a fault of `heading`.
    """
    on = local_day(at)
    season = Season.objects.select_for_update().select_related("cluster").get(pk=season.pk)
    require(may_hand_over(by, season, "handover.prepare", on=on, handover=None))
    if Handover.objects.filter(season=season).exists():
        raise refuse("handover.is_prepared")
    if (giver := head_in_force(season)) is None:
        raise refuse("handover.no_head")
    receiver = _receiver(season, heading, by, on)
    if receiver["to_unit"] == giver.unit:
        raise refuse("handover.same_unit", unit=giver.unit.name)
    handover = Handover.objects.create(
        season=season, from_person=giver.person, from_unit=giver.unit, due_on=due_on, gathered_at=at, **receiver
    )
    items = write_gathered(handover, gathered(season, on=on))
    _tell(handover, Sentence("notice.handover_prepared", season=season.name), at, Side.RECEIVER)
    body = {"to": handover.to_unit.code, "ground": str(handover.ground or ""), "items": items}
    record("handover.prepared", by=by, at=at, subjects=[handover, season, handover.to_unit], body=body)
    return handover


@act
def change_receiver(
    handover: Handover, *, heading: Heading | None, reason: str, by: Actor, at: datetime, key: str
) -> Handover:
    """To another head, as `prepare_handover` finds one: what the former receiver has answered is taken back.

    What the giver has ticked stays. Raises NotPossible once the giver has signed, without a reason, or if it is the
    same unit and person.
    """
    on = local_day(at)
    handover = held_handover(handover)
    require(may(by, handover, "handover.prepare", on=on))
    require_unsigned(handover)
    if not reason.strip():
        raise refuse("handover.change_needs_reason")
    receiver, before = _receiver(handover.season, heading, by, on), handover.to_unit
    if receiver["to_unit"] == handover.from_unit:
        raise refuse("handover.same_unit", unit=handover.from_unit.name)
    if (receiver["to_unit"], receiver["to_person"]) == (handover.to_unit, handover.to_person):
        raise refuse("handover.same_receiver", name=handover.to_person.full_name)
    for column, value in receiver.items():
        setattr(handover, column, value)
    handover.items.exclude(reply=Reply.NONE.value).update(
        reply=Reply.NONE.value, replied_at=None, replied_by=None, reply_remark="", due_on=None
    )
    turn_and_save(handover)
    _tell(handover, Sentence("notice.handover_prepared", season=handover.season.name), at, Side.RECEIVER)
    subjects = [handover, handover.season, before, handover.to_unit]
    body = {"from": before.code, "to": handover.to_unit.code, "reason": composed(reason.strip())}
    record("handover.receiver_changed", by=by, at=at, subjects=subjects, body=body)
    return handover


@act
def gather_again(handover: Handover, *, by: Actor, at: datetime, key: str) -> Handover:
    """What has come since is added; what is ticked stays. Raises NotPossible once the giver has signed."""
    handover = held_handover(handover)
    require(may(by, handover, "handover.prepare", on=local_day(at)))
    require_unsigned(handover)
    items = write_gathered(handover, gathered(handover.season, on=local_day(at)))
    handover.gathered_at = at
    turn_and_save(handover)
    record("handover.gathered", by=by, at=at, subjects=[handover, handover.season], body={"items": items})
    return handover


@act
def sign_handover(handover: Handover, *, side: Side, seen_version: int, by: Actor, at: datetime, key: str) -> Handover:
    """An internal confirmation: by the giver once every item has its tick or its day, then by the receiver.

    Raises NotPossible if it is not the side's turn, or if anything has changed since version `seen_version`.
    """
    handover = held_handover(handover)
    require(may(by, handover, SIGNS[side], on=local_day(at)))
    _require_turn(handover, Turn.SIGN_GIVEN if side is Side.GIVER else Turn.SIGN_RECEIVED)
    handover.expect(seen_version)
    if side is Side.GIVER:
        note_given(handover, by.as_written(), at)
    else:
        handover.received_at, handover.received_by = at, by.as_written()
    turn_and_save(handover)
    told = Sentence(f"notice.handover_signed_by_{side}", season=handover.season.name)
    _tell(handover, told, at, Side.RECEIVER if side is Side.GIVER else Side.GIVER)
    body = {"seal": handover.seal}
    record(f"handover.signed_by_{side}", by=by, at=at, subjects=[handover, handover.season], body=body)
    return handover


@act
def enter_signed_minutes(
    handover: Handover, *, minutes: SignedMinutes, seen_version: int, by: Actor, at: datetime, key: str
) -> Handover:
    """The secretariat enters what both have signed on paper: what is given and not named as missing has come.

    Raises NotPossible for a paper of a later day, while something is neither given nor named as missing, or if anything
    has changed since version `seen_version`.
    """
    handover = held_handover(handover)
    require(may(by, handover, ON_PAPER, on=local_day(at)))
    require_unsigned(handover)
    handover.expect(seen_version)
    if minutes.dated_on > local_day(at):
        raise refuse("entry.paper_from_later", dated_on=minutes.dated_on)
    if count := tally_of(handover).to_give:
        raise refuse("handover.not_all_given", count=count)
    receiver = minutes.receiver.as_written()
    handover.items.filter(TO_RECEIVE).update(reply=Reply.RECEIVED.value, replied_at=at, replied_by=receiver)
    handover.minutes = paper_of_the_bloc(minutes.shown)
    note_given(handover, minutes.giver.as_written(), at)
    handover.received_at, handover.received_by = at, receiver
    turn_and_save(handover)
    body = {"number": minutes.number, "dated_on": minutes.dated_on.isoformat(), "seal": handover.seal}
    record("handover.entered_on_paper", by=by, at=at, subjects=[handover, handover.season], body=body)
    return handover


@act
def reopen_handover(handover: Handover, *, reason: str, by: Actor, at: datetime, key: str) -> Handover:
    """The giver's signature is taken back, by either side, while the receiver has not signed.

    Raises NotPossible without a reason, without that signature, or once both have signed.
    """
    handover = held_handover(handover)
    require(may(by, handover, "handover.reopen", on=local_day(at)))
    if handover.is_signed:
        raise refuse("handover.is_signed")
    if handover.given_at is None:
        raise refuse("handover.not_given")
    if not reason.strip():
        raise refuse("handover.needs_reason")
    handover.given_at, handover.given_by, handover.seal = None, None, ""
    turn_and_save(handover)
    body = {"reason": composed(reason.strip())}
    record("handover.reopened", by=by, at=at, subjects=[handover, handover.season], body=body)
    return handover


def _receiver(season: Season, heading: Heading | None, by: Actor, on: date) -> dict[str, Any]:
    """The head of the season after; else whom the form names, by whoever may name a head."""
    after = season_after(season)
    named = head_in_force(after) if after else None
    if named is not None:
        return {
            "to_person": named.person, "to_unit": named.unit, "chosen": named.chosen, "ground": named.ground,
            "votes_for": named.votes_for, "votes_given": named.votes_given,
        }  # fmt: skip
    if heading is None:
        raise refuse("handover.no_next_head")
    require(access.may(by, "season.appoint", season=season, on=on))
    if faults := faults_of(heading, season.cluster.head_selection):
        raise NotPossible(*faults)
    return {
        "to_person": heading.person, "to_unit": heading.unit, "chosen": season.cluster.head_selection,
        "ground": paper_of_the_bloc(heading.ground), "votes_for": heading.votes_for, "votes_given": heading.votes_given,
    }  # fmt: skip


def _require_turn(handover: Handover, wanted: Turn) -> None:
    """Raises NotPossible naming what the hand-over waits for instead."""
    tally = tally_of(handover)
    if (now := turn_of(handover, tally)) is wanted:
        return
    if now is Turn.GIVE:
        raise refuse("handover.not_all_given", count=tally.to_give)
    if now is Turn.RECEIVE:
        raise refuse("handover.not_all_answered", count=tally.to_receive)
    reasons = {Turn.SIGN_GIVEN: "handover.giver_first", Turn.DONE: "handover.is_signed"}
    raise refuse(reasons.get(now, "handover.is_given"))


def _tell(handover: Handover, told: Sentence, at: datetime, side: Side) -> None:
    season = handover.season
    people = {handover.to_person}
    if side is Side.GIVER:
        roles = (SeasonRole.Role.HEAD, SeasonRole.Role.SECRETARIAT)
        people = {one for role in roles for one in people_in_role(season, role, on=local_day(at))}
    slugs = (season.cluster.slug, season.slug)
    notify_people(sorted(people, key=lambda one: one.pk), told, at=at, place="handover", slugs=slugs)
