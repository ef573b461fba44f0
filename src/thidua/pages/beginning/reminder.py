"""Step 6: the text to be copied into the chat group."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.core.answer import require
from thidua.figures.beginning import first_reminder
from thidua.pages.beginning.addresses import opens_here_alone
from thidua.pages.beginning.strip import frame, in_hand
from thidua.pages.shared.request import page
from thidua.records.seasons.access import may_found


@require_safe
@login_required
def reminder(request: Any) -> HttpResponse:
    require(may_found(request.actor))
    season, text = in_hand(request), ""
    if season is not None:
        with override("vi"):
            text = first_reminder(season, on=today(), address=settings.ADDRESS + reverse("come_in_by_code"))
    return page(
        request, "beginning/reminder.html", text=text, here_alone=opens_here_alone(), address=settings.ADDRESS,
        **frame("reminder", season),
    )  # fmt: skip
