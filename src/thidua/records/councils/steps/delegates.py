"""Writes who is invited and who comes."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from thidua.core.answer import NotPossible, Sentence, refuse
from thidua.core.texts import composed, folded
from thidua.core.workflow.conferences import Coming
from thidua.records.councils.models import Conference, Delegate, Invitation
from thidua.records.councils.plan import Guest, Reply
from thidua.records.seasons.models import Membership

FIRST_UNIT = 1000  # guests stand before the units; they are listed by hand, and never so many
MOST_PEOPLE = 20


def write_guests(conference: Conference, guests: Sequence[Guest], *, at: datetime) -> None:
    """Raises NotPossible for an organisation that stands there twice."""
    names = [folded(one.organisation) for one in guests]
    if twice := [one.organisation for place, one in enumerate(guests) if names.index(names[place]) < place]:
        raise NotPossible(*(Sentence("conference.guest_twice", name=name) for name in twice))
    kept = {folded(one.organisation): one for one in conference.invitations.filter(membership=None)}
    conference.invitations.filter(membership=None).update(withdrawn_at=at)
    for place, one in enumerate(guests, 1):
        row = kept.get(folded(one.organisation)) or Invitation(conference=conference)
        row.organisation, row.addressee = composed(one.organisation), composed(one.addressee)
        row.position, row.withdrawn_at = place, None
        row.save()


def invite_members(conference: Conference, members: Sequence[Membership]) -> list[Invitation]:
    """A letter to each unit that has none; gives the new ones."""
    there = set(conference.invitations.filter(membership__isnull=False).values_list("membership__unit", flat=True))
    new = [
        Invitation(conference=conference, membership=member, position=FIRST_UNIT + place)
        for place, member in enumerate(members, 1)
        if member.unit_id not in there
    ]
    return Invitation.objects.bulk_create(new)


def write_reply(invitation: Invitation, reply: Reply, *, by: Mapping[str, object], at: datetime) -> None:
    """Raises NotPossible for who comes without a name, too many people, or a letter of delegation without number."""
    if reply.comes and not reply.people:
        raise refuse("conference.who_comes")
    if len(reply.people) > MOST_PEOPLE:
        raise refuse("conference.too_many_people", most=MOST_PEOPLE)
    faults = [
        Sentence("conference.letter_without_number", name=one.name)
        for one in reply.people
        if one.signs == Delegate.Signs.LETTER and not one.letter
    ]
    if sum(bool(one.signs) for one in reply.people) > 1:
        faults.append(Sentence("conference.one_signs"))
    if faults:
        raise NotPossible(*faults)
    invitation.coming = (Coming.COMES if reply.comes else Coming.STAYS_AWAY).value
    invitation.remark = composed(reply.remark.strip())
    invitation.answered_at, invitation.answered_by = at, dict(by)
    invitation.turn()
    invitation.save()
    invitation.delegates.all().delete()
    Delegate.objects.bulk_create(
        Delegate(
            invitation=invitation, position=place, name=composed(one.name), post=composed(one.post), signs=one.signs,
            letter=composed(one.letter) if one.signs == Delegate.Signs.LETTER else "",
        )
        for place, one in enumerate(reply.people if reply.comes else (), 1)
    )  # fmt: skip
