"""Còn lại từ năm trước: each thing with what this year's plan does about it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now, today
from thidua.base.wording import say
from thidua.core.answer import Sentence, Unknown
from thidua.core.workflow.evaluating import Uptake
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.pages.yearend.place import at, trail_to
from thidua.records.conduct import actions as acts
from thidua.records.conduct.queries.year_end import left_over, season_before
from thidua.records.seasons.access import may_plan_somewhere, season_for


@login_required
def left_over_page(request: Any, cluster: str, season: str, point: str = "") -> HttpResponse:
    on = today()
    found = season_for(request.actor, cluster, season, to="season.read", on=on)
    rows = left_over(found)
    return page(
        request,
        "yearend/left_over.html",
        season=found,
        before=season_before(found),
        rows=rows,
        answered=sum(row.carried is not None for row in rows),
        asked=point,
        uptakes=[(one.value, say(Sentence(f"left_over.uptake.{one}"))) for one in Uptake],
        may_answer=may_plan_somewhere(request.actor, found, on=on).is_yes,
        trail=trail_to(found),
        here="season",
    )


@require_POST
@login_required
@or_show(left_over_page)
def answer(request: Any, cluster: str, season: str, point: str) -> HttpResponse:
    found, typed = season_for(request.actor, cluster, season, to="season.read", on=today()), Typed(request)
    row = next((one for one in left_over(found) if one.point.public_id == point), None)
    if row is None:
        raise Unknown
    uptake = typed.choice("uptake", list(Uptake), label=_("Kế hoạch làm gì"))
    text = typed.text("text", label=_("Ghi rõ"), most=500)
    typed.check()
    acts.answer_left_over(
        found, row.point, uptake=Uptake(uptake), text=text, seen_version=typed.whole("version"), by=request.actor,
        at=now(), key=typed.key,
    )  # fmt: skip
    return done(request, f"{at(found, 'left_over')}#{point}", Sentence("left_over.was_answered"))
