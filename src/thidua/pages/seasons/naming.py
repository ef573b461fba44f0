"""Other names for a cluster and its blocs, other words for its head and deputies."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import now, today
from thidua.core.answer import Sentence
from thidua.core.texts import composed
from thidua.pages.shared.clash import Field, begun_with
from thidua.pages.shared.request import Typed, done, filled, on_this_site, or_show, page
from thidua.records.seasons.access import cluster_for
from thidua.records.seasons.actions.clusters import rename_cluster
from thidua.records.seasons.models import Cluster
from thidua.records.seasons.plan import ClusterNames

SAVED = ("cluster.renamed", "cluster.founded")
MOST = {"name": 200, "short_name": 80, "head_word": 60, "deputy_word": 60}
MOST_OF_A_BLOC = 120


def _fields(cluster: Cluster) -> list[Field]:
    return [
        Field("name", _("Tên cụm, khu vực"), cluster.name),
        Field("short_name", _("Tên gọn"), cluster.short_name),
        Field("head_word", _("Gọi người đứng đầu là"), cluster.head_word),
        Field("deputy_word", _("Gọi cấp phó là"), cluster.deputy_word),
        *(Field(f"bloc-{bloc.slug}", _("Tên khối"), bloc.name, about=bloc.name) for bloc in cluster.blocs.all()),
    ]


def _names_page(request: Any, cluster: str) -> HttpResponse:
    found = cluster_for(request.actor, cluster, on=today(), to="cluster.rename")
    fields = _fields(found)
    begun = begun_with(request, found, fields, saved=SAVED)
    form = filled(request, **{one.name: one.value for one in fields})
    return page(
        request,
        "seasons/rename_cluster.html",
        cluster=found,
        begun=begun,
        fields=[(one, form.get(one.name, ""), MOST.get(one.name, MOST_OF_A_BLOC)) for one in fields],
        back=on_this_site(request.POST.get("next") or request.GET.get("next", "")),
        trail=[(_("Năm thi đua"), reverse("season"))],
        here="season",
    )


@login_required
@or_show(_names_page)
def names(request: Any, cluster: str) -> HttpResponse:
    if request.method != "POST":
        return _names_page(request, cluster)
    found, typed = cluster_for(request.actor, cluster, on=today(), to="cluster.rename"), Typed(request)
    fields = _fields(found)
    typed.settle(fields)
    said = {one.name: composed(_typed(typed, one)) for one in fields}
    typed.check()
    blocs = {name.removeprefix("bloc-"): text for name, text in said.items() if name.startswith("bloc-")}
    named = ClusterNames(**{name: said[name] for name in MOST}, blocs=blocs)
    seen = typed.whole("version")
    found = rename_cluster(found, names=named, seen_version=seen, by=request.actor, at=now(), key=typed.key)
    back = on_this_site(request.POST.get("next", "")) or reverse("season")
    return done(request, back, Sentence("cluster.was_renamed", name=found.name))


def _typed(typed: Typed, field: Field) -> str:
    return typed.text(field.name, label=field.told, most=MOST.get(field.name, MOST_OF_A_BLOC))
