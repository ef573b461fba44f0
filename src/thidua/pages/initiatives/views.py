"""One initiative as it was handed in, with its papers, and what may be done with it now."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.core.answer import Unknown
from thidua.core.workflow.handing_in import OPEN_FOR_ENTRY, Handing
from thidua.core.workflow.initiatives import InitiativeState, is_asked_late, last_day_to_ask
from thidua.pages.initiatives.finding import At, trail_to_list
from thidua.pages.shared.request import page
from thidua.pages.shared.sending import send_file
from thidua.records.conduct.access import entry_shown
from thidua.records.results.access.initiatives import may, may_write
from thidua.records.results.models import Initiative, InitiativePaper


@login_required
def initiative_page(request: Any, cluster: str, season: str, initiative: str, **_more: str) -> HttpResponse:
    on = today()
    at = At(cluster, season, initiative)
    found = at.initiative(request.actor)
    member = found.membership
    writes = may_write(request.actor, found, on=on).is_yes
    signs = found.handing is Handing.SUBMITTED and may(request.actor, "initiatives.sign", member, on=on).is_yes
    is_signed = found.at_state is InitiativeState.SIGNED
    return page(
        request,
        "initiatives/initiative.html",
        initiative=found,
        season=member.bloc_season.season,
        member=member,
        papers=found.papers.select_related("paper__file"),
        may_write=writes and found.handing in OPEN_FOR_ENTRY,
        may_take_back=writes and found.handing is Handing.SUBMITTED,
        may_sign=signs,
        may_receive=is_signed and may(request.actor, "initiatives.receive", member, on=on).is_yes,
        last_day=last_day_to_ask(found.applied_on) if found.applied_on else None,
        is_late=_is_late(found),
        entry=entry_shown(request.actor, found, on=on),
        base=at.page,
        trail=trail_to_list(member.bloc_season.season),
        here="season",
    )


def _is_late(initiative: Initiative) -> bool:
    """Whether more than a year has gone by since it was first applied, on the day on which it was handed in."""
    applied_on = initiative.applied_on
    return applied_on is not None and is_asked_late(applied_on, asked_on=initiative.handed_in_on or today())


@require_safe
@login_required
def file(request: Any, cluster: str, season: str, initiative: str, paper: str) -> HttpResponseBase:
    """The file of a paper beside an initiative. Raises Unknown where only its number was given."""
    found = At(cluster, season, initiative).initiative(request.actor)
    one = InitiativePaper.objects.filter(initiative=found, public_id=paper).select_related("paper__file").first()
    if one is None or one.paper.file is None:
        raise Unknown
    return send_file(request, one.paper.file)
