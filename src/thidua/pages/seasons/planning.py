"""Lập năm thi đua: a new season of a cluster afresh; the one after a season is copied by pages/yearend."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import now, today
from thidua.core.answer import Sentence
from thidua.core.texts import composed
from thidua.core.workflow.stages import Stage
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.pages.shared.slugs import slug_of
from thidua.records.seasons.access import cluster_for
from thidua.records.seasons.actions.planning import plan_season
from thidua.records.seasons.models import Bloc, Cluster
from thidua.records.seasons.plan import BlocPlan, SeasonPlan
from thidua.records.seasons.queries.frame import latest_season

CROSS = (Stage.CROSS_SCORING,)


def bloc_rows(
    request: Any, cluster: Cluster, planned: Mapping[int, BlocPlan] | None, year: int
) -> list[dict[str, Any]]:
    """A row for every bloc of the cluster: whether it takes part, its year, whether it scores across units.

    `planned` by key of the bloc, where something is planned already; without it every bloc takes part.
    """
    rows = []
    for bloc in cluster.blocs.all():
        one = (planned or {}).get(bloc.pk)
        kept = {
            "takes_part": "1" if one or planned is None else "",
            "from": one.starts_on if one else date(year, 1, 1),
            "until": one.ends_on if one else date(year, 12, 31),
            "cross": "" if one is None or CROSS[0] in one.left_out else "1",
        }
        if request.method == "POST":
            kept = {field: request.POST.get(f"{field}-{bloc.pk}", "") for field in kept}
        rows.append({"bloc": bloc, **kept})
    return rows


def typed_blocs(typed: Typed, cluster: Cluster) -> list[tuple[Bloc, date, date, tuple[Stage, ...]]]:
    """The blocs that take part, each with its year and the stages left out. Every fault stays in `typed`."""
    chosen = [bloc for bloc in cluster.blocs.all() if typed.values.get(f"takes_part-{bloc.pk}")]
    return [(bloc, *_year_of(typed, bloc), () if typed.values.get(f"cross-{bloc.pk}") else CROSS) for bloc in chosen]


def typed_frame(typed: Typed) -> tuple[str, str, int, str]:
    """Name, slug, year and motto. Every fault stays in `typed`."""
    name = typed.text("name", label=_("Tên năm thi đua"), most=120)
    slug = typed.text("slug", label=_("Chữ trong địa chỉ trang"), most=64, required=False)
    year = typed.whole("year")
    if not 1990 <= year <= 2200:
        typed.faults.append(Sentence("form.not_offered", typed=typed.values.get("year", "")[:40], name=_("Năm")))
    motto = typed.text("motto", label=_("Phương châm"), most=400, required=False)
    return composed(name), slug_of(slug or name), year, composed(motto)


def _season_page(request: Any, cluster: str) -> HttpResponse:
    found = cluster_for(request.actor, cluster, on=today())
    last = latest_season(found)
    year = last.emulation_year + 1 if last else today().year
    return page(
        request,
        "seasons/new_season.html",
        cluster=found,
        last=last,
        blocs=bloc_rows(request, found, None, year),
        form=filled(request, name=f"Năm thi đua {year}", slug=f"nam-{year}", year=year),
        trail=[(_("Năm thi đua"), reverse("season")), (_("Lập năm thi đua"), reverse("plan_where"))],
        here="season",
    )


@login_required
@or_show(_season_page)
def new_season(request: Any, cluster: str) -> HttpResponse:
    """The frame alone; the rest of the plan is written on the season's own pages."""
    if request.method != "POST":
        return _season_page(request, cluster)
    found, typed = cluster_for(request.actor, cluster, on=today()), Typed(request)
    name, slug, year, motto = typed_frame(typed)
    blocs = typed_blocs(typed, found)
    typed.check()
    plan = SeasonPlan(
        slug=slug, name=name, emulation_year=year, motto=motto,
        blocs=tuple(BlocPlan(bloc, first, last, members=(), left_out=out) for bloc, first, last, out in blocs),
    )  # fmt: skip
    season = plan_season(found, plan=plan, by=request.actor, at=now(), key=typed.key)
    said = Sentence("season.was_planned", name=season.name)
    return done(request, reverse("one_season", args=(found.slug, season.slug)), said)


def _year_of(typed: Typed, bloc: Bloc) -> tuple[date, date]:
    first = typed.day(f"from-{bloc.pk}", label=f"{bloc.name}, {_('Từ ngày')}")
    last = typed.day(f"until-{bloc.pk}", label=f"{bloc.name}, {_('Đến ngày')}")
    if first and last and last <= first:
        typed.faults.append(Sentence("bloc.year_backwards", first=first, last=last))
    return first or date.min, last or date.min
