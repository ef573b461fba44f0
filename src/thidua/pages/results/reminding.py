"""Reminding units of the reports that the list names."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.base.clock import now, today
from thidua.core.answer import Sentence
from thidua.pages.results.lists import results
from thidua.pages.shared.request import Typed, done, or_show
from thidua.records.results.actions import remind_of_reports
from thidua.records.seasons.access import bloc_for


@require_POST
@login_required
@or_show(results)
def remind(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    found = bloc_for(request.actor, cluster, season, bloc, to="results.remind", on=today())
    named = request.POST.getlist("bao-cao")
    owed = remind_of_reports(found, named, by=request.actor, at=now(), key=Typed(request).key)
    told = Sentence("reminder.sent", units=len({one.membership_id for one in owed}), reports=len(owed))
    return done(request, reverse("results", args=(cluster, season, bloc)), told)
