"""Rows of step 5: each unit with its newest invitation, how that stands, what became of its letter."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.urls import reverse

from thidua.base.clock import now, today
from thidua.base.days import local_day
from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.core.workflow.inviting import InvitationState
from thidua.records.desk.models import OutMail
from thidua.records.desk.queries import letters_about
from thidua.records.seasons.models import Season, UnitInvitation
from thidua.records.seasons.queries.invitations import code_of, last_invitations, officers_of

WRITTEN, MAILED, UNSENT = "written", "mailed", "unsent"  # how an open invitation stands once its letter is written
OF_A_LETTER = {OutMail.State.WAITING: WRITTEN, OutMail.State.SENT: MAILED, OutMail.State.FAILED: UNSENT}
IN, NONE, ON_PAPER = "in", "none", "on_paper"
LOOKS = {IN: "done", WRITTEN: "due", UNSENT: "late", InvitationState.EXPIRED.value: "due"}


@dataclass(frozen=True)
class Row:
    """One unit; `officer` and `email` of whom the directory knows for it, `link` that of its open code."""

    member: Any  # a Membership with `is_in`
    officer: str
    email: str
    invitation: UnitInvitation | None
    letter: OutMail | None
    stands: str
    link: str

    @property
    def said(self) -> str:
        return say(Sentence(f"invitation.state.{self.stands}"))

    @property
    def look(self) -> str:
        return LOOKS.get(self.stands, "plain")

    @property
    def until(self) -> date | None:
        """The last day on which its code works."""
        return local_day(self.invitation.expires_at - timedelta(seconds=1)) if self.invitation else None

    @property
    def told_at(self) -> datetime | None:
        """When its letter was sent, else written."""
        return (self.letter.sent_at or self.letter.at) if self.letter else None

    @property
    def is_open(self) -> bool:
        return self.stands in (InvitationState.OPEN, WRITTEN, MAILED, UNSENT)

    @property
    def lacks_a_code(self) -> bool:
        """One that was revoked, is over or cannot be read any more is followed by a new one."""
        return not self.link and self.stands != IN

    @property
    def may_be_revoked(self) -> bool:
        """Also an expired one, which else would keep the season from being withdrawn."""
        state = self.invitation.state_at(now()) if self.invitation else None
        return state is InvitationState.OPEN or self.stands == InvitationState.EXPIRED


def code_address(code: str, beginning: str) -> str:
    """Where a unit comes in by its code: what letter and square carry."""
    return beginning + reverse("come_in", args=(code,))


def rows_of(season: Season, members: list[Any], beginning: str) -> list[Row]:
    """Three queries; links begin with `beginning`."""
    last = last_invitations(season, [member.unit_id for member in members])
    officers = officers_of([member.unit for member in members], on=today())
    letters = letters_about(one.token for one in last.values())
    found = []
    for member in members:
        invitation, officer = last.get(member.unit_id), officers.get(member.unit_id)
        letter = letters.get(invitation.token) if invitation else None
        found.append(_row(member, invitation, letter, officer.person if officer else None, beginning))
    return found


def _row(member: Any, invitation: UnitInvitation | None, letter: OutMail | None, person: Any, beginning: str) -> Row:
    name, email = (person.full_name, person.email) if person else ("", "")
    stands = _stands(member, invitation, letter)
    is_open = invitation is not None and invitation.state_at(now()) is InvitationState.OPEN
    code = code_of(invitation) if invitation is not None and is_open and stands != IN else ""
    return Row(member, name, email, invitation, letter, stands, code_address(code, beginning) if code else "")


def _stands(member: Any, invitation: UnitInvitation | None, letter: OutMail | None) -> str:
    if member.is_in:
        return IN
    state = invitation.state_at(now()) if invitation else None
    if state is InvitationState.OPEN:
        return OF_A_LETTER[OutMail.State(letter.state)] if letter else state.value
    return ON_PAPER if member.is_on_paper else state.value if state else NONE
