"""Step 5: units asked in by list: codes made, printed as letters, sent, revoked; who has come in."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.base.days import local_day
from thidua.base.wording import say
from thidua.core.answer import Sentence, Unknown, refuse
from thidua.core.workflow.inviting import InvitationState, as_read
from thidua.documents.invitations import Letter, letters_of
from thidua.pages.beginning.house import told_of
from thidua.pages.beginning.strip import frame, in_hand
from thidua.pages.shared.downloads import sent
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.records.desk.house import house_address, the_house
from thidua.records.files.kinds import PDF
from thidua.records.seasons.access import may, may_found, season_for
from thidua.records.seasons.actions.invitations import invite_units, mail_invitations, revoke_invitation
from thidua.records.seasons.models import Season, UnitInvitation
from thidua.records.seasons.queries.invitations import (
    code_of,
    last_invitations,
    members_to_invite,
    officers_of,
    open_invitations,
)

ROWS_A_PAGE = 100
LOOKS = {InvitationState.OPEN: "due", InvitationState.USED: "done"}


@dataclass(frozen=True)
class Row:
    """One unit with its newest invitation; `officer` and `email` of whom the directory knows for it."""

    member: Any  # a Membership with `is_in`
    officer: str
    email: str
    invitation: UnitInvitation | None
    state: InvitationState | None
    said: str
    beginning: str  # of links

    @property
    def look(self) -> str:
        return "done" if self.member.is_in else LOOKS.get(self.state, "plain") if self.state else "plain"

    @property
    def until(self) -> date | None:
        """The last day on which its code works."""
        return local_day(self.invitation.expires_at - timedelta(seconds=1)) if self.invitation else None

    @property
    def is_open(self) -> bool:
        return self.state is InvitationState.OPEN

    @property
    def address(self) -> str:
        """The link of its open code, to be handed on by whoever may invite."""
        code = code_of(self.invitation) if self.is_open and self.invitation else ""
        return code_address(code, self.beginning) if code else ""

    @property
    def may_be_revoked(self) -> bool:
        return self.state in (InvitationState.OPEN, InvitationState.EXPIRED)


def code_address(code: str, beginning: str) -> str:
    """Where a unit comes in by its code: what letter and square carry."""
    return beginning + reverse("come_in", args=(code,))


@login_required
def invitations_page(request: Any, cluster: str, season: str, invitation: str = "") -> HttpResponse:
    on = today()
    found = season_for(request.actor, cluster, season, to="tracking.read", on=on)
    members = members_to_invite(found, on=on)
    shown = Paginator(members, ROWS_A_PAGE).get_page(request.GET.get("trang"))
    house = the_house()
    begins = may_found(request.actor).is_yes and in_hand(request) == found
    begun = frame("invitations", found) if begins else {}
    return page(
        request,
        "beginning/invitations.html",
        **begun
        | told_of(request, house)
        | {
            "season": found,
            "shown": shown,
            "rows": _rows(found, list(shown), house.address),
            "counted": _counted(found),
            "may_invite": may(request.actor, "accounts.invite", season=found, on=on).is_yes,
            "base": _address(found),
            "by_mail": bool(settings.SMTP),
            "trail": [
                (_("Năm thi đua"), reverse("season")),
                (found.name, reverse("one_season", args=(cluster, season)), "vi"),
            ],
            "here": "season",
        },
    )


def _address(season: Season) -> str:
    return reverse("unit_invitations", args=(season.cluster.slug, season.slug))


def _rows(season: Season, members: list[Any], beginning: str) -> list[Row]:
    last = last_invitations(season, [member.unit_id for member in members])
    officers = officers_of([member.unit for member in members], on=today())
    return [_row(member, last.get(member.unit_id), officers.get(member.unit_id), beginning) for member in members]


def _row(member: Any, invitation: UnitInvitation | None, officer: Any, beginning: str) -> Row:
    state = invitation.state_at(now()) if invitation else None
    key = "invitation.state.in" if member.is_in else f"invitation.state.{state}" if state else "invitation.state.none"
    person = officer.person if officer else None
    name, email = (person.full_name, person.email) if person else ("", "")
    return Row(member, name, email, invitation, state, say(Sentence(key)), beginning)


def _counted(season: Season) -> dict[str, int]:
    members = members_to_invite(season, on=today())
    return {
        "all": members.count(),
        "inside": members.filter(is_in=True).count(),
        "open": open_invitations(season, at=now()).count(),
    }


@require_POST
@login_required
@or_show(invitations_page)
def invite(request: Any, cluster: str, season: str) -> HttpResponse:
    """The ticked units; without a tick every unit that nobody has come in for and that has no open code."""
    found = season_for(request.actor, cluster, season, to="accounts.invite", on=today())
    typed = Typed(request)
    picked = request.POST.getlist("chon")
    members = members_to_invite(found, on=today())
    if picked:
        units = [member.unit for member in members.filter(unit__slug__in=picked)]
    else:
        waiting = set(open_invitations(found, at=now()).values_list("unit", flat=True))
        units = [one.unit for one in members.filter(is_in=False) if one.unit_id not in waiting]
    made = invite_units(found, units=units, by=request.actor, at=now(), key=typed.key)
    return done(request, _address(found), Sentence("invitation.were_made", count=len(made)))


@require_POST
@login_required
@or_show(invitations_page)
def mail(request: Any, cluster: str, season: str) -> HttpResponse:
    """To the ticked units, else to all whose code is open."""
    found = season_for(request.actor, cluster, season, to="accounts.invite", on=today())
    typed = Typed(request)
    sent_to = mail_invitations(
        found,
        invitations=_picked(request, found),
        address_of=partial(code_address, beginning=house_address()),
        by=request.actor,
        at=now(),
        key=typed.key,
    )
    key = "invitation.were_mailed" if settings.SMTP else "invitation.were_written"
    return done(request, _address(found), Sentence(key, count=len(sent_to)))


def _picked(request: Any, season: Season) -> list[UnitInvitation]:
    found = open_invitations(season, at=now())
    picked = request.POST.getlist("chon") or request.GET.getlist("chon")
    return list(found.filter(unit__slug__in=picked) if picked else found)


@require_POST
@login_required
@or_show(invitations_page)
def revoke(request: Any, cluster: str, season: str, invitation: str) -> HttpResponse:
    found = season_for(request.actor, cluster, season, to="accounts.invite", on=today())
    one = UnitInvitation.objects.filter(season=found, public_id=invitation).select_related("unit").first()
    if one is None:
        raise Unknown
    revoke_invitation(one, by=request.actor, at=now(), key=Typed(request).key)
    return done(request, _address(found), Sentence("invitation.was_revoked", unit=one.unit.name))


@require_safe
@login_required
def letters(request: Any, cluster: str, season: str) -> HttpResponse:
    """The letters of all open codes, or of the ticked units, a sheet each."""
    found = season_for(request.actor, cluster, season, to="accounts.invite", on=today())
    asked = [(one, code_of(one)) for one in _picked(request, found)]
    beginning = house_address()
    readable = [Letter(one, as_read(code), code_address(code, beginning)) for one, code in asked if code]
    if not readable:
        raise refuse("invitation.none_open")
    return sent(letters_of(found, readable, on=today(), at=now()), PDF, f"giay-moi-{found.slug}.pdf")
