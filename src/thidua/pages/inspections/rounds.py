"""Rounds of a season, and one round as a board: units × visits × points that are still open."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.base.wording import say
from thidua.core.answer import Sentence, Unknown
from thidua.core.workflow.inspecting import PlanState
from thidua.pages.inspections.finding import At, trail_to_list
from thidua.pages.shared.downloads import Table
from thidua.pages.shared.figures import day
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.results.access.inspections import may_plan, visible_inspections, visible_visits
from thidua.records.results.actions.inspections import announce_inspection, close_inspection
from thidua.records.results.models import Visit
from thidua.records.results.queries.inspections import inspections_of, teams_of, visits_of, with_figures
from thidua.records.seasons.access import season_for

ROWS_A_PAGE = 100


@require_safe
@login_required
def inspections(request: Any, cluster: str, season: str) -> HttpResponse:
    on = today()
    found = season_for(request.actor, cluster, season, to="season.read", on=on)
    blocs = list(found.blocs.select_related("bloc", "season__cluster"))
    planned = [bloc for bloc in blocs if may_plan(request.actor, bloc, on=on).is_yes]
    rounds = visible_inspections(request.actor, inspections_of(found), planner=bool(planned))
    return page(
        request,
        "inspections/inspections.html",
        season=found,
        rows=Paginator(rounds, ROWS_A_PAGE).get_page(request.GET.get("trang")),
        planned=planned,
        trail=trail_to_list(found)[:1],
        here="season",
    )


@require_safe
@login_required
def list_workbook(request: Any, cluster: str, season: str) -> HttpResponse:
    """The rounds that the list shows, as a workbook."""
    on = today()
    found = season_for(request.actor, cluster, season, to="season.read", on=on)
    blocs = found.blocs.select_related("bloc", "season__cluster")
    is_planner = any(may_plan(request.actor, bloc, on=on).is_yes for bloc in blocs)
    heads = [_("Đợt"), _("Khối"), _("Từ"), _("Đến"), _("Đã kiểm tra"), _("Số lượt"), _("Trạng thái")]
    return as_xlsx(
        Table(
            name=f"kiem-tra-{found.slug}",
            title=f"{_('Kiểm tra')}, {found.name}",
            heads=heads,
            rows=[
                (
                    one.name,
                    one.bloc_season.bloc.name,
                    one.from_on,
                    one.until_on,
                    one.done,  # type: ignore[attr-defined]
                    one.planned,  # type: ignore[attr-defined]
                    say(Sentence(f"inspection.state.{one.state}")),
                )
                for one in visible_inspections(request.actor, inspections_of(found), planner=is_planner)
            ],
        )
    )


@login_required
def inspection_page(request: Any, cluster: str, season: str, bloc: str, inspection: str) -> HttpResponse:
    on = today()
    found = At(cluster, season, bloc, inspection).inspection(request.actor)
    is_planner = may_plan(request.actor, found.bloc_season, on=on).is_yes
    met = dict(visible_visits(request.actor, found, on=on).values_list("pk", "team"))
    is_closed = found.at_state is PlanState.CLOSED
    visits = with_figures(visits_of(found), on=on)
    shown = Paginator(visits if is_closed else visits.filter(pk__in=met), ROWS_A_PAGE)
    return page(
        request,
        "inspections/inspection.html",
        inspection=found,
        bloc=found.bloc_season,
        contents=found.contents.all(),
        rows=shown.get_page(request.GET.get("trang")),
        seen=met,
        sums=_sums(visits) if is_closed or is_planner else None,
        teams=[team for team in teams_of(found) if is_planner or team.pk in met.values()],
        own={post.unit for post in request.actor.posts},
        may_plan=is_planner,
        base=reverse("inspection", args=(cluster, season, bloc, inspection)),
        trail=trail_to_list(found.bloc_season.season),
        here="season",
    )


def _sums(visits: Iterable[Visit]) -> dict[str, int]:
    rows = list(visits)
    names = ("met", "mend", "noted", "still_open", "answered", "overdue")
    return {name: sum(getattr(row, name) for row in rows) for name in names}


@require_POST
@login_required
@or_show(inspection_page)
def announce(request: Any, cluster: str, season: str, bloc: str, inspection: str) -> HttpResponse:
    at = At(cluster, season, bloc, inspection)
    announce_inspection(at.inspection(request.actor), by=request.actor, at=now(), key=Typed(request).key)
    return done(request, at.page("inspection"), Sentence("inspection.announced"))


@require_POST
@login_required
@or_show(inspection_page)
def close(request: Any, cluster: str, season: str, bloc: str, inspection: str) -> HttpResponse:
    at = At(cluster, season, bloc, inspection)
    close_inspection(at.inspection(request.actor), by=request.actor, at=now(), key=Typed(request).key)
    return done(request, at.page("inspection"), Sentence("inspection.closed"))


@require_safe
@login_required
def workbook(request: Any, cluster: str, season: str, bloc: str, inspection: str) -> HttpResponse:
    """The table of the round, for those who see all of it. Raises Unknown for the others while it runs."""
    on = today()
    found = At(cluster, season, bloc, inspection).inspection(request.actor)
    visits = list(with_figures(visits_of(found), on=on))
    if found.at_state is not PlanState.CLOSED:
        seen = set(visible_visits(request.actor, found, on=on).values_list("pk", flat=True))
        if not all(visit.pk in seen for visit in visits):
            raise Unknown
    heads = [_("Đơn vị"), _("Đoàn"), _("Ngày"), _("Biên bản"), _("Đạt"), _("Cần khắc phục"), _("Ghi nhận")]
    return as_xlsx(
        Table(
            name=f"kiem-tra-{'-'.join(found.bloc_season.slugs[1:])}",
            title=f"{found.name}, {found.bloc_season.bloc.name}",
            lines=[f"{day(found.from_on)} – {day(found.until_on)}"],
            heads=[*heads, _("Chưa khắc phục"), _("Quá hạn")],
            rows=[
                (
                    visit.membership.name,
                    visit.team.number,
                    visit.on,
                    say(Sentence(f"inspection.visit.{visit.state}")),
                    *(getattr(visit, name) for name in ("met", "mend", "noted", "still_open", "overdue")),
                )
                for visit in visits
            ],
        )
    )  # fmt: skip
