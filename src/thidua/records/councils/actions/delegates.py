"""Acts on who is invited and who comes: guests listed, letters sent, answered, answered on behalf, reminded."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, Sentence, refuse, require
from thidua.core.workflow.conferences import Coming, ConferenceMove, ConferenceState, may_move
from thidua.records.councils.access import may_answer
from thidua.records.councils.actions.holding import hold
from thidua.records.councils.models import Conference, Invitation
from thidua.records.councils.plan import Guest, Reply
from thidua.records.councils.queries.conferences import matters_of, members_concerned, seasons_of, unanswered
from thidua.records.councils.steps.conferences import slugs, subjects, written_moment
from thidua.records.councils.steps.delegates import invite_members, write_guests, write_reply
from thidua.records.desk.steps.entries import SourcePaper, note_on_behalf
from thidua.records.desk.steps.notices import notify_units
from thidua.records.journal.actions import act
from thidua.records.journal.models import HasToken
from thidua.records.journal.steps import record


@act
def list_guests(
    conference: Conference, *, guests: Sequence[Guest], seen_version: int, by: Actor, at: datetime, key: str
) -> Conference:
    """Guests in protocol order. One who is left out is invited no more; who stays keeps the answer that was given.

    Raises NotPossible for the same organisation twice, if someone has saved since, or once it was held.
    """
    conference = hold(conference, "conference.plan", ConferenceMove.PLAN, by, at)
    conference.expect(seen_version)
    write_guests(conference, guests, at=at)
    conference.turn()
    conference.save(update_fields=["version"])
    body = {"guests": [[one.organisation, one.addressee] for one in guests]}
    record("conference.guests_listed", by=by, at=at, subjects=subjects(conference), body=body)
    return conference


@act
def send_invitations(conference: Conference, *, by: Actor, at: datetime, key: str) -> Conference:
    """Every member unit that the matters concern gets its letter; a second time only those that came since.

    Raises NotPossible naming what the letter lacks, or where every unit has its letter.
    """
    conference = hold(conference, "conference.plan", ConferenceMove.INVITE, by, at)
    _require_complete(conference)
    invited = invite_members(conference, members_concerned(conference, matters_of(conference)))
    if not invited:
        raise refuse("conference.all_invited")
    if conference.at_state is ConferenceState.PLANNED:
        conference.state, conference.invited_at = ConferenceState.INVITED.value, at
    conference.turn()
    conference.save(update_fields=["state", "invited_at", "version"])
    _tell(conference, invited, "notice.invited", at)
    body = {"units": [one.membership.unit.code for one in invited if one.membership]}
    record("conference.invited", by=by, at=at, subjects=subjects(conference), body=body)
    return conference


@act
def answer_invitation(
    invitation: Invitation, *, reply: Reply, seen_version: int, by: Actor, at: datetime, key: str
) -> Invitation:
    """A unit's officer or leader says who comes, or that nobody does; until the conference it may be changed.

    A guest's answer is entered by the secretariat. Raises NotPossible with every fault of the answer.
    """
    invitation = _locked(invitation)
    require(may_answer(by, invitation, on=local_day(at)))
    require(may_move(invitation.conference.at_state, ConferenceMove.ANSWER))
    invitation.expect(seen_version)
    write_reply(invitation, reply, by=by.as_written(), at=at)
    record("conference.answered", by=by, at=at, subjects=_subjects(invitation), body=_said(reply))
    return invitation


@act
def answer_invitation_on_behalf(
    invitation: Invitation, *, reply: Reply, paper: SourcePaper, by: Actor, at: datetime, key: str
) -> Invitation:
    """The secretariat enters a unit's answer from its letter, mail or call; the unit is told and may dispute it."""
    invitation = _locked(invitation)
    member = invitation.membership
    conference = hold(invitation.conference, "conference.answer_on_behalf", ConferenceMove.ANSWER, by, at)
    if member is None:
        raise refuse("conference.guest_has_no_unit")
    write_reply(invitation, reply, by=paper.signer(), at=at)
    note_on_behalf(invitation, member.unit, paper, within=member.bloc_season, by=by, at=at)
    entering = by.for_unit(member.unit.token)
    body = {**_said(reply), "paper": paper.as_written()}
    record(
        "conference.answered_on_behalf", by=entering, at=at, subjects=[invitation, member.unit, conference], body=body
    )
    return invitation


@act
def remind_of_invitations(conference: Conference, *, by: Actor, at: datetime, key: str) -> Conference:
    """Units that have not answered are reminded. Raises NotPossible where all have."""
    conference = hold(conference, "conference.plan", ConferenceMove.ANSWER, by, at)
    waiting = unanswered(conference)
    if not waiting:
        raise refuse("conference.all_answered")
    Invitation.objects.filter(pk__in=[one.pk for one in waiting]).update(reminded_at=at)
    _tell(conference, waiting, "notice.invitation_waits", at)
    body = {"units": [one.membership.unit.code for one in waiting if one.membership]}
    record("conference.reminded", by=by, at=at, subjects=subjects(conference), body=body)
    return conference


def _locked(invitation: Invitation) -> Invitation:
    found = Invitation.objects.select_for_update(of=("self",)).select_related(
        "conference__cluster", "conference__season__cluster", "membership__unit", "membership__bloc_season"
    )
    return found.get(pk=invitation.pk)


def _require_complete(conference: Conference) -> None:
    missing = [
        key
        for key, there in (
            ("conference.needs_hall", conference.hall),
            ("conference.needs_matters", conference.matters.exists()),
            ("conference.needs_programme", conference.items.exists()),
            ("conference.needs_answer_day", conference.answer_by),
        )
        if not there
    ]
    if missing:
        raise NotPossible(*(Sentence(key) for key in missing))


def _tell(conference: Conference, invited: Sequence[Invitation], key: str, at: datetime) -> None:
    units = [one.membership.unit for one in invited if one.membership]
    until = conference.answer_by
    told = Sentence(
        key, name=conference.name, at=written_moment(conference.starts_at), place=conference.place,
        until=f"{until.day}/{until.month}" if until else "",
    )  # fmt: skip
    notify_units(units, told, at=at, place="conference", slugs=slugs(conference))


def _subjects(invitation: Invitation) -> list[HasToken]:
    unit = [invitation.membership.unit] if invitation.membership else []
    return [invitation, *unit, invitation.conference, *seasons_of(invitation.conference)]


def _said(reply: Reply) -> Mapping[str, object]:
    people = [[one.name, one.post, one.signs, one.letter] for one in reply.people]
    coming = Coming.COMES if reply.comes else Coming.STAYS_AWAY
    return {"coming": coming.value, "people": people, "remark": reply.remark}
