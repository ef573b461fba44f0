"""Writes invitations of units, their letters, and who comes in by one."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from django.utils.translation import override

from thidua.base.days import VIETNAM, local_day
from thidua.base.rows import new_public_id
from thidua.base.sealed import mac_of
from thidua.base.wording import say
from thidua.core.actor import PostKind
from thidua.core.answer import Sentence
from thidua.core.texts import folded
from thidua.core.workflow.inviting import TERM, as_read, code_from
from thidua.records.accounts.models import Account
from thidua.records.accounts.steps import new_account, set_password
from thidua.records.desk.steps.letters import Letter, letters_die, write_each
from thidua.records.directory.models import Person, Unit
from thidua.records.directory.queries import in_force
from thidua.records.directory.steps.posts import give_post, write_down
from thidua.records.seasons.models import Season, UnitInvitation
from thidua.records.seasons.models.invitations import OPEN
from thidua.records.seasons.queries.invitations import code_of, hash_of, officers_of

TITLE = "Cán bộ thi đua, khen thưởng"  # of who comes in and held no post in the unit
AddressOf = Callable[[str], str]


def write_invitations(season: Season, units: Iterable[Unit], *, on: date, at: datetime) -> list[UnitInvitation]:
    """A new code for each unit; an earlier one that is open works no more."""
    units = list(units)
    earlier = UnitInvitation.objects.filter(OPEN, season=season, unit__in=units)
    letters_die(one.token for one in earlier)
    earlier.update(revoked_at=at)
    officers = officers_of(units, on=on)
    new = [_invitation(season, unit, officers[unit.pk].person if unit.pk in officers else None, at) for unit in units]
    return UnitInvitation.objects.bulk_create(new, batch_size=500)


def _invitation(season: Season, unit: Unit, person: Person | None, at: datetime) -> UnitInvitation:
    public_id = new_public_id()
    code = code_from(mac_of(public_id, about="invitation code"))
    return UnitInvitation(
        public_id=public_id, season=season, unit=unit, person=person, code_hash=hash_of(code), made_at=at,
        expires_at=_end_of_day(at + TERM),
    )  # fmt: skip


def _end_of_day(at: datetime) -> datetime:
    """Its letter names a day: the code works until that day is over in Việt Nam."""
    local = at.astimezone(VIETNAM).replace(hour=0, minute=0, second=0, microsecond=0)
    return local + timedelta(days=1)


def mail_each(invitations: Iterable[UnitInvitation], address_of: AddressOf, *, at: datetime) -> list[UnitInvitation]:
    """Their letters into the outbox, to the officers' addresses; gives those that have one and whose code still reads.

    However many they are, three statements.
    """
    written = [(one, letter) for one in invitations if (letter := _letter(one, address_of)) is not None]
    write_each([letter for _, letter in written], at=at)
    sent = [one for one, _ in written]
    UnitInvitation.objects.filter(pk__in=[one.pk for one in sent]).update(mailed_at=at)
    return sent


def _letter(invitation: UnitInvitation, address_of: AddressOf) -> Letter | None:
    person, code = invitation.person, code_of(invitation)
    if person is None or not person.email or not code:
        return None
    values = {
        "name": person.full_name, "unit": invitation.unit.name, "cluster": invitation.season.cluster.name,
        "season": invitation.season.name, "code": as_read(code), "address": address_of(code),
        "until": local_day(invitation.expires_at - timedelta(seconds=1)),
    }  # fmt: skip
    with override("vi"):
        subject, text = (
            say(Sentence(key, **values)) for key in ("letter.unit_invitation", "letter.unit_invitation_text")
        )
    return Letter(person.email, subject, text, about=invitation.token)


def let_go_of_dead_invitations(*, at: datetime) -> None:
    """Letters with codes that have run out: nobody needs them."""
    over = UnitInvitation.objects.filter(OPEN, expires_at__lte=at).exclude(mailed_at=None)
    letters_die(one.token for one in over)


def revoke(invitation: UnitInvitation, *, at: datetime) -> None:
    letters_die([invitation.token])
    invitation.revoked_at = at
    invitation.save(update_fields=["revoked_at"])


def come_in(
    invitation: UnitInvitation, *, full_name: str, email: str, password: str, on: date, at: datetime
) -> tuple[Account, Person]:
    """An account for whoever the invitation names, or for another of the unit, who becomes its officer.

    Raises NotPossible for an address that is none or is taken, and for a weak password.
    """
    person = invitation.person
    if person is None or folded(person.full_name) != folded(full_name):
        person = write_down(full_name, email)
    if not invitation.unit.posts.filter(in_force(on), person=person).exists():
        give_post(person, invitation.unit, kind=PostKind.OFFICER, title=TITLE, from_on=on)
    account = new_account(person, email)
    set_password(account, password)
    account.save(update_fields=["password"])
    letters_die([invitation.token])
    invitation.used_at, invitation.account = at, account
    invitation.save(update_fields=["used_at", "account"])
    return account, person
