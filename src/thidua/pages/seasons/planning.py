"""Lập năm thi đua: a new season of a cluster, from an earlier one or afresh."""

from dataclasses import replace
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
from thidua.records.seasons.models import Bloc, Cluster, Season
from thidua.records.seasons.plan import BlocPlan, SeasonPlan, shifted
from thidua.records.seasons.queries.plan import plan_of

CROSS = (Stage.CROSS_SCORING,)


def _last(cluster: Cluster) -> Season | None:
    return cluster.seasons.order_by("-emulation_year", "-pk").first()


def _blocs(request: Any, cluster: Cluster, base: SeasonPlan | None, year: int) -> list[dict[str, Any]]:
    """A row for every bloc of the cluster: whether it takes part, its year, whether it scores across units."""
    planned = {one.bloc.pk: one for one in base.blocs} if base else {}
    rows = []
    for bloc in cluster.blocs.all():
        one = planned.get(bloc.pk)
        kept = {
            "takes_part": "1" if one or base is None else "",
            "from": one.starts_on if one else date(year, 1, 1),
            "until": one.ends_on if one else date(year, 12, 31),
            "cross": "" if one is None or CROSS[0] in one.left_out else "1",
        }
        if request.method == "POST":
            kept = {field: request.POST.get(f"{field}-{bloc.pk}", "") for field in kept}
        rows.append({"bloc": bloc, **kept})
    return rows


def _season_page(request: Any, cluster: str) -> HttpResponse:
    found = cluster_for(request.actor, cluster, on=today())
    last = _last(found)
    year = last.emulation_year + 1 if last else today().year
    base = shifted(plan_of(last), 1) if last else None
    form = filled(
        request, name=f"Năm thi đua {year}", slug=f"nam-{year}", year=year, motto=base.motto if base else "",
        copy=last.slug if last else "", keep_roles="1",
    )  # fmt: skip
    return page(
        request,
        "seasons/new_season.html",
        cluster=found,
        seasons=[(one.slug, one.name) for one in found.seasons.all()],
        blocs=_blocs(request, found, base, year),
        form=form,
        trail=[(_("Năm thi đua"), reverse("season")), (_("Lập năm thi đua"), reverse("plan_where"))],
        here="season",
    )


@login_required
@or_show(_season_page)
def new_season(request: Any, cluster: str) -> HttpResponse:
    """Days of what is copied move by the years between; the rest of the plan is edited on the season's own pages."""
    if request.method != "POST":
        return _season_page(request, cluster)
    found, typed = cluster_for(request.actor, cluster, on=today()), Typed(request)
    name = typed.text("name", label=_("Tên năm thi đua"), most=120)
    slug = typed.text("slug", label=_("Chữ trong địa chỉ trang"), most=64, required=False)
    year = typed.whole("year")
    if not 1990 <= year <= 2200:
        typed.faults.append(Sentence("form.not_offered", typed=typed.values.get("year", "")[:40], name=_("Năm")))
    motto = typed.text("motto", label=_("Phương châm"), most=400, required=False)
    copied = typed.choice("copy", ["", *found.seasons.values_list("slug", flat=True)], label=_("Chép từ"))
    chosen = [bloc for bloc in found.blocs.all() if typed.values.get(f"takes_part-{bloc.pk}")]
    days = {bloc.pk: _year_of(typed, bloc) for bloc in chosen}
    typed.check()
    source = found.seasons.filter(slug=copied).first()
    base = shifted(plan_of(source), year - source.emulation_year) if source else None
    plan = base or SeasonPlan(slug="", name="", emulation_year=year, motto="", blocs=())
    plan = replace(
        plan, slug=slug_of(slug or name), name=composed(name), motto=composed(motto),
        blocs=tuple(_bloc_plan(typed, bloc, plan, days[bloc.pk]) for bloc in chosen),
    )  # fmt: skip
    roles_of = source if typed.values.get("keep_roles") else None
    season = plan_season(found, plan=plan, roles_of=roles_of, by=request.actor, at=now(), key=typed.key)
    said = Sentence("season.was_planned", name=season.name)
    return done(request, reverse("one_season", args=(found.slug, season.slug)), said)


def _year_of(typed: Typed, bloc: Bloc) -> tuple[date, date]:
    first = typed.day(f"from-{bloc.pk}", label=f"{bloc.name}, {_('Từ ngày')}")
    last = typed.day(f"until-{bloc.pk}", label=f"{bloc.name}, {_('Đến ngày')}")
    if first and last and last <= first:
        typed.faults.append(Sentence("bloc.year_backwards", first=first, last=last))
    return first or date.min, last or date.min


def _bloc_plan(typed: Typed, bloc: Bloc, plan: SeasonPlan, days: tuple[date, date]) -> BlocPlan:
    starts_on, ends_on = days
    left_out = () if typed.values.get(f"cross-{bloc.pk}") else CROSS
    known = next((one for one in plan.blocs if one.bloc == bloc), None)
    if known is None:
        return BlocPlan(bloc=bloc, starts_on=starts_on, ends_on=ends_on, members=(), left_out=left_out)
    return replace(known, starts_on=starts_on, ends_on=ends_on, left_out=left_out)
