"""Notices of a person and of the person's units, newest first; opening one marks it as read."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now
from thidua.base.wording import say
from thidua.core.answer import Sentence, Unknown
from thidua.pages.shared.request import done, page
from thidua.records.desk.models import Notice
from thidua.records.desk.queries import notices_for, unread_notices_for
from thidua.records.desk.steps.notices import mark_read

ROWS_A_PAGE = 100
MOST_AT_ONCE = 1000


@require_safe
@login_required
def notices(request: Any) -> HttpResponse:
    shown = Paginator(notices_for(request.actor), ROWS_A_PAGE).get_page(request.GET.get("trang"))
    rows = [(one, say(Sentence.from_written(one.key, one.values))) for one in shown]
    unread = unread_notices_for(request.actor).count()
    trail = [(_("Hôm nay"), reverse("today"))]
    return page(request, "notices/notices.html", rows=rows, shown=shown, unread=unread, trail=trail, here="today")


@require_POST
@login_required
def open_one(request: Any, notice: str) -> HttpResponse:
    """Marks it as read and leads to where to act on it. Raises Unknown for another's notice."""
    found = notices_for(request.actor).filter(public_id=notice).first()
    if found is None:
        raise Unknown
    mark_read([found], request.user, at=now())
    return done(request, _address(found))


@require_POST
@login_required
def read_all(request: Any) -> HttpResponse:
    mark_read(unread_notices_for(request.actor)[:MOST_AT_ONCE], request.user, at=now())
    return done(request, reverse("notices"), Sentence("notice.all_read"))


def _address(notice: Notice) -> str:
    """The page that the notice names; the list itself where it names none, or one that no longer exists."""
    try:
        return reverse(notice.place, args=notice.slugs) if notice.place else reverse("notices")
    except NoReverseMatch:
        return reverse("notices")
