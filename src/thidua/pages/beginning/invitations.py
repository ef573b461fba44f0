"""Step 5: units asked in by list: codes made, printed as letters, sent, revoked; who has come in."""

from collections.abc import Sequence
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
from thidua.core.answer import Sentence, Unknown, refuse
from thidua.core.workflow.inviting import as_read
from thidua.documents.invitations import Letter, letters_of
from thidua.pages.beginning.house import told_of
from thidua.pages.beginning.invited import code_address, rows_of
from thidua.pages.beginning.strip import frame, in_hand
from thidua.pages.shared.downloads import sent
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.records.desk.house import house_address, the_house
from thidua.records.directory.access import may as may_in_the_house
from thidua.records.directory.models import Unit
from thidua.records.files.kinds import PDF
from thidua.records.seasons.access import may, may_found, season_for
from thidua.records.seasons.actions.invitations import invite_units, mail_invitations, revoke_invitation
from thidua.records.seasons.models import Season, UnitInvitation
from thidua.records.seasons.queries.invitations import code_of, counted, members_to_invite, open_invitations

ROWS_A_PAGE, NAMED_AT_MOST = 100, 12
ALL, TICKED = "moi", "da-chon"  # which units a button is for, as its form says


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
            "rows": rows_of(found, list(shown), house.address),
            "counted": counted(found, on=on, at=now()),
            "own": members.filter(unit__in=request.actor.units, is_in=True).first(),
            "may_invite": may(request.actor, "accounts.invite", season=found, on=on).is_yes,
            "may_open_outbox": may_in_the_house(request.actor, "outbox.read").is_yes,
            "may_open_accounts": may_in_the_house(request.actor, "accounts.keep").is_yes,
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


def _chosen(request: Any) -> list[str]:
    """Slugs of the units that a button is for: of its row, or ticked; none where it is for all.

    Raises NotPossible where it is for those that are ticked, and none is.
    """
    if one := request.POST.get("mot"):
        return [one]
    picked = request.POST.getlist("chon") or request.GET.getlist("chon")
    scope = request.POST.get("cho")
    if scope == TICKED and not picked:
        raise refuse("invitation.none_chosen")
    return [] if scope == ALL else picked


@require_POST
@login_required
@or_show(invitations_page)
def invite(request: Any, cluster: str, season: str) -> HttpResponse:
    """The units chosen; else every unit that should come in and has no open code."""
    found = season_for(request.actor, cluster, season, to="accounts.invite", on=today())
    typed = Typed(request)
    made = invite_units(found, units=_to_invite(request, found), by=request.actor, at=now(), key=typed.key)
    names = [one.unit.short_name for one in made]
    told = Sentence("invitation.were_made", count=len(names))
    if len(names) <= NAMED_AT_MOST:
        told = Sentence("invitation.were_made_for", units=_named(names))
    return done(request, _address(found), told)


def _to_invite(request: Any, season: Season) -> list[Unit]:
    members = members_to_invite(season, on=today())
    if picked := _chosen(request):
        return [member.unit for member in members.filter(unit__slug__in=picked)]
    waiting = set(open_invitations(season, at=now()).values_list("unit", flat=True))
    out = members.filter(is_in=False, is_on_paper=False)
    return [one.unit for one in out if one.unit_id not in waiting]


@require_POST
@login_required
@or_show(invitations_page)
def mail(request: Any, cluster: str, season: str) -> HttpResponse:
    """To the units chosen, else to all whose code is open; says who was left out, and why."""
    found = season_for(request.actor, cluster, season, to="accounts.invite", on=today())
    typed, picked = Typed(request), _chosen(request)
    asked = _open_ones(found, picked)
    sent_to = mail_invitations(
        found, invitations=asked, address_of=partial(code_address, beginning=house_address()), by=request.actor,
        at=now(), key=typed.key,
    )  # fmt: skip
    told = Sentence("invitation.were_mailed" if settings.SMTP else "invitation.were_written", count=len(sent_to))
    reached, coded = {one.unit_id for one in sent_to}, {one.unit_id for one in asked}
    missed = [one for one in asked if one.unit_id not in reached]
    told = _but(told, "invitation.without_address", [one.unit for one in missed if not _has_address(one)])
    told = _but(told, "invitation.unreadable", [one.unit for one in missed if _has_address(one)])
    ticked = Unit.objects.filter(slug__in=picked) if picked else ()
    told = _but(told, "invitation.without_code", [unit for unit in ticked if unit.pk not in coded])
    return done(request, _address(found), told)


def _has_address(invitation: UnitInvitation) -> bool:
    return invitation.person is not None and bool(invitation.person.email)


def _open_ones(season: Season, picked: list[str]) -> list[UnitInvitation]:
    found = open_invitations(season, at=now())
    return list(found.filter(unit__slug__in=picked) if picked else found)


def _but(told: Sentence, key: str, units: Sequence[Unit]) -> Sentence:
    """What was done, and for whom not."""
    return Sentence(key, done=told, units=_named([unit.short_name for unit in units])) if units else told


def _named(names: list[str]) -> Sentence | tuple[str, ...]:
    if len(names) <= NAMED_AT_MOST:
        return tuple(names)
    more = len(names) - NAMED_AT_MOST
    return Sentence("invitation.names_and_more", names=tuple(names[:NAMED_AT_MOST]), more=more)


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
    """The letters of all open codes, or of the units chosen, a sheet each."""
    found = season_for(request.actor, cluster, season, to="accounts.invite", on=today())
    asked, beginning = [(one, code_of(one)) for one in _open_ones(found, _chosen(request))], house_address()
    readable = [Letter(one, as_read(code), code_address(code, beginning)) for one, code in asked if code]
    if not readable:
        raise refuse("invitation.none_open")
    return sent(letters_of(found, readable, home=beginning, on=today(), at=now()), PDF, f"giay-moi-{found.slug}.pdf")
