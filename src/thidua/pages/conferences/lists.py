"""The conferences of a cluster, the newest first; what one is about."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.base.days import local_day
from thidua.base.wording import say
from thidua.base.workdays import working_day_after
from thidua.core.answer import Sentence, Unknown
from thidua.pages.conferences.finding import address, conference_page, found_at
from thidua.pages.shared.downloads import Table
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.councils.access import visible_conferences
from thidua.records.councils.actions.conferences import call_conference_off, hold_conference
from thidua.records.councils.queries.conferences import matters_of, own_invitation, replies_to, with_sums
from thidua.records.seasons.access import may, visible_seasons
from thidua.records.seasons.models import Cluster, Season

ROWS_A_PAGE = 50


def _found(request: Any, cluster: str) -> tuple[Cluster, list[Season]]:
    """The cluster with the seasons that the reader sees. Raises Unknown where there is none."""
    found = Cluster.objects.filter(slug=cluster).first()
    seasons = list(visible_seasons(request.actor, on=today()).filter(cluster=found).order_by("-emulation_year"))
    if found is None or not seasons:
        raise Unknown
    return found, seasons


@require_safe
@login_required
def conferences(request: Any, cluster: str) -> HttpResponse:
    on, (found, seasons) = today(), _found(request, cluster)
    rows = with_sums(visible_conferences(request.actor, found, on=on))
    planned = [one for one in seasons if may(request.actor, "conference.plan", season=one, on=on).is_yes]
    return page(
        request,
        "conferences/conferences.html",
        cluster=found,
        rows=Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("trang")),
        may_plan=bool(planned),
        trail=[(_("Năm thi đua"), reverse("season"))],
        here="season",
    )


@require_safe
@login_required
def workbook(request: Any, cluster: str) -> HttpResponse:
    """The conferences that the list shows, as a workbook."""
    found, _seasons = _found(request, cluster)
    heads = [_("Hội nghị"), _("Ngày"), _("Nơi họp"), _("Đơn vị dự"), _("Không dự"), _("Được mời"), _("Trạng thái")]
    return as_xlsx(
        Table(
            name=f"hoi-nghi-{found.slug}",
            title=f"{_('Hội nghị')}, {found.name}",
            heads=heads,
            rows=[
                (
                    one.name,
                    local_day(one.starts_at),
                    one.place,
                    *(getattr(one, name) for name in ("come", "away", "asked")),
                    say(Sentence(f"conference.state.{one.state}")),
                )
                for one in with_sums(visible_conferences(request.actor, found, on=today()))
            ],
        )
    )


@login_required
def conference(request: Any, cluster: str, conference: str) -> HttpResponse:
    on, found = today(), found_at(request, cluster, conference)
    own = own_invitation(found, [post.unit for post in request.actor.posts])
    return conference_page(
        request,
        found,
        "conferences/conference.html",
        tab="conference",
        matters=matters_of(found),
        replies=replies_to(found),
        own=own,
        has_come=on >= local_day(found.starts_at),
        minutes_by=working_day_after(local_day(found.ends_at), 3),
        has_items=found.items.exists(),
    )


@require_POST
@login_required
@or_show(conference)
def hold(request: Any, cluster: str, conference: str) -> HttpResponse:
    found = found_at(request, cluster, conference, to="conference.plan")
    hold_conference(found, by=request.actor, at=now(), key=Typed(request).key)
    return done(request, address(found), Sentence("conference.was_held"))


@require_POST
@login_required
@or_show(conference)
def call_off(request: Any, cluster: str, conference: str) -> HttpResponse:
    found, typed = found_at(request, cluster, conference, to="conference.plan"), Typed(request)
    because = typed.text("because", label=_("Lý do"), most=500)
    typed.check()
    call_conference_off(found, because=because, by=request.actor, at=now(), key=typed.key)
    return done(request, address(found), Sentence("conference.was_called_off"))
