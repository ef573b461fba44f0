"""What is due by me: date first, then how long is left, one action each."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.base.wording import say
from thidua.figures.waiting import waiting_for
from thidua.pages.shared.request import page
from thidua.records.conduct.tasks import Task, open_blocs, tasks_of

SOON_DAYS = 7


@require_safe
@login_required
def today_page(request: HttpRequest) -> HttpResponse:
    on = today()
    actor = request.actor  # type: ignore[attr-defined]
    rows = []
    for task in tasks_of(actor, on=on):
        left = task.days_left(on)
        kind = "plain" if left is None else "late" if left < 0 else "due" if left <= SOON_DAYS else "plain"
        if (address := _address(task)) is None:
            continue
        rows.append(
            {
                "due": task.due_on,
                "left": left,
                "late": -(left or 0),
                "kind": kind,
                "title": say(task.title),
                "about": say(task.about),
                "address": address,
            }
        )
    waiting = len(waiting_for(actor, on=on))
    return page(request, "today/today.html", on=on, rows=rows, waiting=waiting, blocs=open_blocs(actor, on=on))


def _address(task: Task) -> str | None:
    """Where the task is done; None while that place does not exist: Hôm nay, like the menu, shows only what does."""
    try:
        address = reverse(task.place, args=task.slugs)
    except NoReverseMatch:
        return None
    return f"{address}?{task.asked}" if task.asked else address
