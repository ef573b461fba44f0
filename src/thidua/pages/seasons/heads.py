"""Who heads a season: how the cluster comes to one, named by decision or minutes, and how the head goes round."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, Unknown, refuse
from thidua.pages.seasons.heading import typed_heading
from thidua.pages.seasons.roles import roles_page
from thidua.pages.shared.request import Typed, done, or_show
from thidua.pages.shared.sending import send_file
from thidua.records.seasons.access import role_at, season_for
from thidua.records.seasons.actions.heads import choose_head_selection, name_head
from thidua.records.seasons.models import HeadSelection


@require_POST
@login_required
@or_show(roles_page)
def head(request: Any, cluster: str, season: str) -> HttpResponse:
    found = season_for(request.actor, cluster, season, to="season.appoint", on=today())
    typed = Typed(request)
    heading = typed_heading(typed, found)
    from_on = typed.day("head_from_on", label=_("Từ ngày"), required=False)
    typed.check()
    if heading is None:
        raise refuse("form.missing", name=_("Trưởng"))
    name_head(found, heading=heading, from_on=from_on, by=request.actor, at=now(), key=typed.key)
    said = Sentence("head.was_named", name=heading.person.full_name)
    return done(request, reverse("season_roles", args=(cluster, season)), said)


@require_POST
@login_required
@or_show(roles_page)
def selection(request: Any, cluster: str, season: str) -> HttpResponse:
    found = season_for(request.actor, cluster, season, to="season.appoint", on=today())
    typed = Typed(request)
    chosen = typed.choice("selection", list(HeadSelection), label=_("Cách chọn trưởng"))
    typed.check()
    choose_head_selection(found, selection=HeadSelection(chosen), by=request.actor, at=now(), key=typed.key)
    return done(request, reverse("season_roles", args=(cluster, season)), Sentence("head.selection_chosen"))


@require_safe
@login_required
def ground_file(request: Any, cluster: str, season: str, given: str) -> HttpResponseBase:
    """The scan of the decision or the minutes by which somebody became head."""
    found = season_for(request.actor, cluster, season, to="season.read", on=today())
    ground = role_at(found, given).ground
    if ground is None or ground.file is None:
        raise Unknown
    return send_file(request, ground.file)
