"""What the pages of a bloc's plan have in common: who may plan it, its trail, whether it is launched."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import today
from thidua.core.workflow.stages import Stage
from thidua.pages.shared.request import page
from thidua.records.seasons.access import bloc_for
from thidua.records.seasons.models import BlocSeason


def bloc_to_plan(request: Any, cluster: str, season: str, bloc: str) -> BlocSeason:
    return bloc_for(request.actor, cluster, season, bloc, to="season.plan", on=today())


def bloc_page(request: Any, template: str, bloc: BlocSeason, **more: Any) -> HttpResponse:
    slugs = (bloc.season.cluster.slug, bloc.season.slug)
    trail = [
        (_("Năm thi đua"), reverse("season")),
        (bloc.season.name, reverse("one_season", args=slugs), "vi"),
        (bloc.bloc.name, reverse("bloc", args=(*slugs, bloc.bloc.slug)), "vi"),
    ]
    is_planned = bloc.at_stage is Stage.PLANNED
    return page(request, template, bloc=bloc, is_planned=is_planned, trail=trail, here="season", **more)
