"""Báo cáo của các đơn vị: about one period or campaign, who has sent it, who has not; as page and as workbook."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import today
from thidua.base.library import paper_kinds
from thidua.base.workdays import working_day_after
from thidua.core.answer import Unknown
from thidua.core.papers import Per
from thidua.figures.writing import Show, members_asked, reminder_text, rows_of, tally_of
from thidua.pages.reports.finding import trail_to
from thidua.pages.reports.words import written_table
from thidua.pages.shared.request import page
from thidua.pages.shared.workbooks import as_xlsx
from thidua.pages.tracking.views import DAYS_TO_ANSWER
from thidua.records.results.queries.written import topics_of
from thidua.records.results.topics import Topic
from thidua.records.seasons.access import bloc_for, may_each
from thidua.records.seasons.models import BlocSeason, Membership

ROWS_A_PAGE = 100
MAY = ("reports.read", "papers.read_drafts", "tracking.remind")


@require_safe
@login_required
def written_reports(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    on = today()
    found = bloc_for(request.actor, cluster, season, bloc, to="results.read", on=on)
    topics = topics_of(found)
    topic = _asked(topics, request.GET.get("ve", ""), on)
    state, search = request.GET.get("loc", ""), request.GET.get("tim", "")[:60]
    show = Show(state) if state in set(Show) else None
    may = may_each(request.actor, MAY, season=found.season, bloc=found, unit=None, on=on)
    return page(
        request,
        "reports/reports.html",
        bloc=found,
        topics=topics,
        topic=topic,
        choices=[(one.slug, one.paper_name) for one in topics],
        show=show,
        search=search,
        states=_states(),
        **(_about(found, topic, show, search, request.GET.get("trang"), on) if topic else {}),
        merged=_merged(found, topic) if topic else "",
        own=_own(request.actor.units, found),
        reads_all=may["reports.read"],
        may_merge=may["papers.read_drafts"],
        reminder=_reminder(found, topic, on) if topic and may["tracking.remind"] else "",
        own_units=request.actor.units,
        trail=trail_to(found),
        here="season",
    )


@require_safe
@login_required
def workbook(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    """Every unit beside what the address asks about (`ve`), whatever the page was narrowed to."""
    on = today()
    found = bloc_for(request.actor, cluster, season, bloc, to="results.read", on=on)
    if (topic := _asked(topics_of(found), request.GET.get("ve", ""), on)) is None:
        raise Unknown
    return as_xlsx(written_table(found, topic, rows_of(members_asked(found, topic), topic, on=on), on=on))


def _asked(topics: list[Topic], slug: str, on: date) -> Topic | None:
    """The one that the address names; else the newest that may be written by now."""
    named = next((one for one in topics if one.slug == slug), None)
    open_now = [one for one in topics if one.is_asked_for and one.opens_on <= on]
    return named or max(open_now, key=lambda one: one.until_on, default=next(iter(topics), None))


def _about(
    bloc: BlocSeason, topic: Topic, show: Show | None, search: str, asked_page: str | None, on: date
) -> dict[str, Any]:
    shown = Paginator(members_asked(bloc, topic, show=show, search=search), ROWS_A_PAGE).get_page(asked_page)
    return {"page": shown, "rows": rows_of(shown, topic, on=on), "tally": tally_of(bloc, topic)}


def _reminder(bloc: BlocSeason, topic: Topic, on: date) -> str:
    """Nothing before the time is over that the report is about."""
    if on <= topic.until_on:
        return ""
    return reminder_text(bloc, topic, on=on, until=working_day_after(on, DAYS_TO_ANSWER))


def _merged(bloc: BlocSeason, topic: Topic) -> str:
    """The address of the cluster's report that merges these; "" where the library has none."""
    kind = next((one for one in paper_kinds().values() if one.merges == topic.kind.code), None)
    if kind is None:
        return ""
    subject = bloc.season if kind.per is Per.SEASON else topic.about
    return reverse("season_paper", args=(*bloc.slugs[:2], kind.code, subject.public_id))


def _own(units: Any, bloc: BlocSeason) -> Membership | None:
    """The reader's own unit in this bloc."""
    return bloc.members.filter(unit__in=units, left_on=None).select_related("unit").first()


def _states() -> list[tuple[str, str]]:
    return [(Show.SIGNED.value, _("Đã ký")), (Show.WAITING.value, _("Chờ ký")), (Show.OPEN.value, _("Chưa gửi"))]
