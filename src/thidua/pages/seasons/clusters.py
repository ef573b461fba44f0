"""Where a season can be planned: the clusters that the reader serves; a new cluster with its blocs."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import now, today
from thidua.core.answer import Sentence, refuse, require
from thidua.core.clusters import heads_of
from thidua.core.texts import composed
from thidua.pages.seasons.heading import selections
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.pages.shared.slugs import slug_of
from thidua.records.directory.naming import unit_named
from thidua.records.seasons.access import clusters_to_plan, may_found
from thidua.records.seasons.actions.planning import found_cluster
from thidua.records.seasons.models import HeadSelection
from thidua.records.seasons.queries.frame import latest_seasons


def _trail() -> list[tuple[str, str]]:
    return [(_("Năm thi đua"), reverse("season"))]


@require_safe
@login_required
def where(request: Any) -> HttpResponse:
    """The clusters of which the reader may plan a season."""
    found = clusters_to_plan(request.actor, on=today())
    last = latest_seasons(found)
    return page(
        request,
        "seasons/where.html",
        clusters=[(cluster, last.get(cluster.pk)) for cluster in found],
        may_found=may_found(request.actor).is_yes,
        trail=_trail(),
        here="season",
    )


def _cluster_page(request: Any) -> HttpResponse:
    require(may_found(request.actor))
    form = filled(request, head_selection=HeadSelection.APPOINTED)
    return page(request, "seasons/new_cluster.html", form=form, selections=selections(), trail=_trail(), here="season")


@login_required
@or_show(_cluster_page)
def new_cluster(request: Any) -> HttpResponse:
    """A cluster and its blocs, a line each; addresses are made of the names where none is typed."""
    if request.method != "POST":
        return _cluster_page(request)
    require(may_found(request.actor))
    typed = Typed(request)
    name = typed.text("name", label=_("Tên cụm, khu vực"), most=200)
    short_name = typed.text("short_name", label=_("Tên gọn"), most=80)
    selection = typed.choice("head_selection", list(HeadSelection), label=_("Cách chọn trưởng"))
    usual = heads_of(name)
    head_word = typed.text("head_word", label=_("Gọi người đứng đầu là"), most=60, required=False) or usual[0]
    deputy_word = typed.text("deputy_word", label=_("Gọi cấp phó là"), most=60, required=False) or usual[1]
    slug = typed.text("slug", label=_("Chữ trong địa chỉ trang"), most=64, required=False)
    above = typed.text("authority", label=_("Cơ quan chủ trì"), most=240, required=False)
    lines = typed.text("blocs", label=_("Các khối"), most=4000)
    typed.check()
    blocs = [line.strip()[:120] for line in lines.splitlines() if line.strip()]
    if twice := next((bloc for n, bloc in enumerate(blocs) if slug_of(bloc) in map(slug_of, blocs[:n])), ""):
        raise refuse("cluster.bloc_twice", name=twice)
    cluster = found_cluster(
        slug=slug_of(slug or short_name), name=composed(name), short_name=composed(short_name),
        head_word=composed(head_word), deputy_word=composed(deputy_word), head_selection=selection,
        authority=unit_named(above) if above else None,
        blocs=[(slug_of(bloc), composed(bloc)) for bloc in blocs], by=request.actor, at=now(), key=typed.key,
    )  # fmt: skip
    said = Sentence("cluster.was_founded", name=cluster.name)
    return done(request, reverse("plan_season", args=(cluster.slug,)), said)
