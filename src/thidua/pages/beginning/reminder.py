"""Step 6: the text to be copied into the chat group, and that it was."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, refuse, require
from thidua.figures.beginning import first_reminder
from thidua.pages.beginning.house import told_of
from thidua.pages.beginning.strip import frame, in_hand
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.records.desk.house import the_house
from thidua.records.seasons.access import may_found
from thidua.records.seasons.actions.beginning import take_reminder


def _reminder_page(request: Any) -> HttpResponse:
    require(may_found(request.actor))
    season, house, text = in_hand(request), the_house(), ""
    if season is not None:
        with override("vi"):
            text = first_reminder(season, on=today(), at=now(), address=house.address + reverse("come_in_by_code"))
    return page(
        request, "beginning/reminder.html", text=text, **told_of(request, house), **frame("reminder", season)
    )  # fmt: skip


reminder = require_safe(login_required(_reminder_page))


@require_POST
@login_required
@or_show(_reminder_page)
def take(request: Any) -> HttpResponse:
    """It was copied, says the script that copied it, or whoever did so by hand."""
    require(may_found(request.actor))
    if (season := in_hand(request)) is None:
        raise refuse("begin.no_region")
    take_reminder(season, by=request.actor, at=now(), key=Typed(request).key)
    return done(request, reverse("begin_reminder"), Sentence("begin.reminder_taken"))
