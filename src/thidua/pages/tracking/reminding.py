"""The ticked units are reminded: a notice for their people, letters where it is asked for."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now, today
from thidua.core.answer import Sentence
from thidua.pages.shared.request import Typed, done, or_show
from thidua.pages.tracking.views import tracking
from thidua.records.conduct.actions import remind
from thidua.records.seasons.access import bloc_for


@require_POST
@login_required
@or_show(tracking)
def send(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    found = bloc_for(request.actor, cluster, season, bloc, to="tracking.remind", on=today())
    typed = Typed(request)
    text = typed.text("text", label=_("Lời nhắc"), most=4000)
    typed.check()
    slugs = request.POST.getlist("chon")
    members = list(found.members.filter(unit__slug__in=slugs, left_on=None).select_related("unit"))
    by_mail = bool(typed.values.get("by_mail"))
    remind(found, members=members, text=text, by_mail=by_mail, by=request.actor, at=now(), key=typed.key)
    return done(
        request, reverse("tracking", args=(cluster, season, bloc)), Sentence("reminder.sent", count=len(members))
    )
