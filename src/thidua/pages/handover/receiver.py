"""Another head takes over: the former receiver's replies are taken back, what the giver has ticked stays."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, require
from thidua.pages.handover.place import at, trail_to
from thidua.pages.handover.views import OFFERED_AT_MOST
from thidua.pages.seasons.heading import typed_heading
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.records.conduct import actions as acts
from thidua.records.conduct.access.handover import handover_for, may
from thidua.records.conduct.queries.handover import head_in_force
from thidua.records.conduct.queries.year_end import season_after
from thidua.records.directory.naming import written_post
from thidua.records.seasons.queries.roles import likely_holders


def _form(request: Any, cluster: str, season: str) -> HttpResponse:
    on = today()
    one = handover_for(request.actor, cluster, season, on=on)
    require(may(request.actor, one, "handover.prepare", on=on))
    after = season_after(one.season)
    named = head_in_force(after) if after else None
    offered = [] if named else likely_holders(one.season, on=on)[:OFFERED_AT_MOST]
    return page(
        request,
        "handover/receiver.html",
        season=one.season,
        one=one,
        is_open=one.given_at is None,
        named=named,
        offered=[written_post(post) for post in offered],
        form=filled(request, reason=""),
        trail=trail_to(one.season, beneath=True),
        here="season",
    )


@login_required
@or_show(_form)
def change_receiver(request: Any, cluster: str, season: str) -> HttpResponse:
    if request.method != "POST":
        return _form(request, cluster, season)
    one, typed = handover_for(request.actor, cluster, season, on=today()), Typed(request)
    heading = typed_heading(typed, one.season) if "head" in typed.values else None
    reason = typed.text("reason", label=_("Lý do"), most=1000)
    typed.check()
    acts.change_receiver(one, heading=heading, reason=reason, by=request.actor, at=now(), key=typed.key)
    return done(request, at(one.season), Sentence("handover.receiver_was_changed"))
