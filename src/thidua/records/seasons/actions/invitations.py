"""Acts on invitations of units: made by list, sent, revoked, and used once by somebody of the unit."""

from collections.abc import Sequence
from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, Sentence, refuse, require
from thidua.core.workflow.inviting import InvitationState
from thidua.records.accounts.models import Account
from thidua.records.desk.steps.notices import notify_people
from thidua.records.directory.models import Unit
from thidua.records.directory.steps.standing import held_units, require_standing
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.seasons import access
from thidua.records.seasons.models import Season, SeasonRole, UnitInvitation
from thidua.records.seasons.queries.frame import people_in_role
from thidua.records.seasons.queries.invitations import WITH, members_to_invite
from thidua.records.seasons.steps.invitations import AddressOf, come_in, mail_each, revoke, write_invitations


@act
def invite_units(season: Season, *, units: Sequence[Unit], by: Actor, at: datetime, key: str) -> list[UnitInvitation]:
    """A code for each unit, to be printed or sent; an earlier one that was not used works no more.

    Raises NotPossible for a unit that is no member, and naming those in which somebody has come in: who works for
    them is theirs to say.
    """
    on = local_day(at)
    held_units(units)
    season = Season.objects.select_for_update().get(pk=season.pk)
    require(access.may(by, "accounts.invite", season=season, on=on))
    members = {member.unit_id: member for member in members_to_invite(season, on=on)}
    if not units or any(unit.pk not in members for unit in units):
        raise refuse("invitation.no_unit")
    if there := [members[unit.pk] for unit in units if members[unit.pk].is_in]:
        raise NotPossible(*(Sentence("invitation.is_in", unit=member.name) for member in there))
    made = write_invitations(season, units, on=on, at=at)
    body = {"units": [unit.name for unit in units]}
    record("units.invited", by=by, at=at, subjects=[season, *made, *units], body=body)
    return made


@act
def mail_invitations(
    season: Season, *, invitations: Sequence[UnitInvitation], address_of: AddressOf, by: Actor, at: datetime, key: str
) -> list[UnitInvitation]:
    """Their letters into the outbox, as often as one likes while the codes are open.

    Raises NotPossible where none of them has an officer with an address.
    """
    season = Season.objects.select_for_update().get(pk=season.pk)
    require(access.may(by, "accounts.invite", season=season, on=local_day(at)))
    keys = [one.pk for one in invitations]
    found = UnitInvitation.objects.select_for_update(of=("self",)).filter(pk__in=keys, season=season)
    still = [one for one in found.select_related(*WITH) if one.state_at(at) is InvitationState.OPEN]
    sent = mail_each(still, address_of, at=at)
    if not sent:
        raise refuse("invitation.no_address")
    body = {"units": [one.unit.name for one in sent]}
    record("units.invitations_mailed", by=by, at=at, subjects=[season, *sent], body=body)
    return sent


@act
def revoke_invitation(invitation: UnitInvitation, *, by: Actor, at: datetime, key: str) -> UnitInvitation:
    """Its code opens nothing from now on. Raises NotPossible for one that was used or revoked."""
    invitation = _held(invitation)
    require(access.may(by, "accounts.invite", season=invitation.season, on=local_day(at)))
    if (state := invitation.state_at(at)) not in (InvitationState.OPEN, InvitationState.EXPIRED):
        raise refuse("invitation.not_open", unit=invitation.unit.name, state=Sentence(f"invitation.state.{state}"))
    revoke(invitation, at=at)
    record("units.invitation_revoked", by=by, at=at, subjects=[invitation, invitation.unit, invitation.season])
    return invitation


@act
def come_in_by_invitation(
    invitation: UnitInvitation, *, full_name: str, email: str, password: str, by: Actor, at: datetime, key: str
) -> Account:
    """Whoever holds a unit's letter opens an account for it, once; the secretariat is told.

    Raises NotPossible once the code is used, revoked or over; after a weak password or a wrong address it still works.
    """
    unit = held_units([invitation.unit])[invitation.unit_id]
    invitation = _held(invitation)
    if (state := invitation.state_at(at)) is not InvitationState.OPEN:
        raise refuse("invitation.not_open", unit=unit.name, state=Sentence(f"invitation.state.{state}"))
    require_standing(unit)
    on, season = local_day(at), invitation.season
    member = members_to_invite(season, on=on).filter(unit=unit).first()
    if member is None or member.is_in:
        raise refuse("invitation.is_in", unit=unit.name)
    account, person = come_in(invitation, full_name=full_name, email=email, password=password, on=on, at=at)
    told = Sentence("notice.unit_came_in", name=person.full_name, unit=unit.name)
    slugs = (season.cluster.slug, season.slug)
    secretaries = people_in_role(season, SeasonRole.Role.SECRETARIAT, on=on)
    notify_people(secretaries, told, at=at, place="unit_invitations", slugs=slugs)
    body = {"unit": unit.name, "person": person.full_name}
    record("unit.came_in", by=by, at=at, subjects=[invitation, unit, person, account, season], body=body)
    return account


def _held(invitation: UnitInvitation) -> UnitInvitation:
    found = UnitInvitation.objects.select_for_update(of=("self",)).select_related(*WITH)
    return found.get(pk=invitation.pk)
