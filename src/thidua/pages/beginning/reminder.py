"""Step 6: the text to be copied into the chat group."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.core.answer import require
from thidua.figures.beginning import first_reminder
from thidua.pages.beginning.house import told_of
from thidua.pages.beginning.strip import frame, in_hand
from thidua.pages.shared.request import page
from thidua.records.desk.house import the_house
from thidua.records.seasons.access import may_found


@require_safe
@login_required
def reminder(request: Any) -> HttpResponse:
    require(may_found(request.actor))
    season, house, text = in_hand(request), the_house(), ""
    if season is not None:
        with override("vi"):
            text = first_reminder(season, on=today(), address=house.address + reverse("come_in_by_code"))
    return page(
        request, "beginning/reminder.html", text=text, **told_of(request, house), **frame("reminder", season)
    )  # fmt: skip
