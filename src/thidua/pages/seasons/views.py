"""Seasons as a register, one season with motto and contents, one bloc with its way through the year."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.base.clock import now, today
from thidua.core.answer import Sentence
from thidua.core.workflow.stages import Stage, next_stage, path
from thidua.figures.covering import told_gaps, told_overlaps
from thidua.figures.guide import Step, guide_to
from thidua.figures.reporting import own_report
from thidua.pages.seasons.contents import SAVED
from thidua.pages.seasons.year import year_of
from thidua.pages.shared.clash import Field, begun_with
from thidua.pages.shared.request import Typed, done, or_show, page
from thidua.records.conduct.access import may_move
from thidua.records.conduct.actions import move_stage
from thidua.records.seasons.access import (
    bloc_for,
    clusters_to_plan,
    may,
    may_each,
    may_plan_somewhere,
    season_for,
    visible_seasons,
)
from thidua.records.seasons.actions.frame import amend_season
from thidua.records.seasons.models import BlocSeason, Season
from thidua.records.seasons.queries.campaigns import calendar_of
from thidua.records.seasons.queries.frame import as_seen_by, members_of, planned_parts
from thidua.records.seasons.queries.roles import parts_of

ROWS_A_PAGE = 100


@require_safe
@login_required
def seasons(request: Any) -> HttpResponse:
    found = (
        visible_seasons(request.actor, on=today()).order_by("-emulation_year", "slug").prefetch_related("blocs__bloc")
    )
    rows = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("trang"))
    plans = request.actor.is_administrator or bool(clusters_to_plan(request.actor, on=today()))
    return page(request, "seasons/seasons.html", rows=rows, may_plan=plans)


def _motto(season: Season) -> list[Field]:
    return [Field("motto", _("Phương châm"), season.motto)]


@login_required
def season_page(request: Any, cluster: str, season: str) -> HttpResponse:
    on = today()
    found = season_for(request.actor, cluster, season, to="season.read", on=on)
    blocs = [
        as_seen_by(request.actor, bloc) for bloc in found.blocs.select_related("bloc").prefetch_related("milestones")
    ]
    campaigns = list(calendar_of(found))
    may_amend = may_plan_somewhere(request.actor, found, on=on).is_yes
    parts = planned_parts(found) if may_amend else {}
    asked = ("season.appoint", "season.look_as", "cluster.plan", "cluster.rename")
    possible = may_each(request.actor, asked, season=found, unit=None, on=on)
    return page(
        request,
        "seasons/season.html",
        season=found,
        begun=begun_with(request, found, _motto(found), saved=SAVED),
        blocs=blocs,
        is_planned=any(bloc.at_stage is Stage.PLANNED for bloc in blocs),
        planned=[(bloc, parts.get(bloc.pk)) for bloc in blocs],
        contents=list(found.contents.all()),
        campaigns=campaigns,
        year=year_of(found, campaigns, blocs, on=on) if campaigns else None,
        gaps=told_gaps(blocs, campaigns),
        overlaps=told_overlaps(campaigns),
        movements=found.movements.all(),
        roles=[part for part in parts_of(found) if part.until_on is None or part.until_on >= on],
        may_amend=may_amend,
        may_copy=possible["cluster.plan"],
        may_rename=possible["cluster.rename"],
        may_appoint=possible["season.appoint"],
        may_look=possible["season.look_as"],
        trail=[(_("Năm thi đua"), reverse("season"))],
        here="season",
    )


@require_POST
@login_required
@or_show(season_page)
def amend(request: Any, cluster: str, season: str) -> HttpResponse:
    found = season_for(request.actor, cluster, season, to="season.plan", on=today())
    typed = Typed(request)
    typed.settle(_motto(found))
    motto = typed.text("motto", label=_("Phương châm"), most=400)
    typed.check()
    amend_season(found, motto=motto, seen_version=typed.whole("version"), by=request.actor, at=now(), key=typed.key)
    return done(request, reverse("one_season", args=(cluster, season)), Sentence("season.amended"))


@login_required
def bloc_page(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    on = today()
    found = bloc_for(request.actor, cluster, season, bloc, to="season.read", on=on)
    following = next_stage(found.at_stage, found.stages_left_out)
    may_keep = may(request.actor, "season.move_stage", season=found.season, bloc=found, on=on).is_yes
    way = path(found.stages_left_out)
    may_adjust = may(request.actor, "season.plan", season=found.season, bloc=found, on=on).is_yes
    return page(
        request,
        "seasons/bloc.html",
        bloc=found,
        way=[(stage, way.index(stage) - way.index(found.at_stage)) for stage in way],
        following=following,
        may_move=following is not None and may_move(request.actor, found, following, on=on).is_yes,
        members=Paginator(members_of(found), ROWS_A_PAGE).get_page(request.GET.get("trang")),
        indicators=found.indicators.select_related("content"),
        periods=found.periods.all(),
        milestones=found.milestones.all(),
        may_adjust=may_adjust,
        steps=_steps(request, found, on) if may_keep else [],
        may_track=may(request.actor, "tracking.read", season=found.season, bloc=found, on=on).is_yes,
        may_plan=may_adjust and found.at_stage is Stage.PLANNED,
        own=own_report(found, [post.unit for post in request.actor.posts], on=on),
        here="season",
        trail=[
            (_("Năm thi đua"), reverse("season")),
            (found.season.name, reverse("one_season", args=(cluster, season)), "vi"),
        ],
    )


def _steps(request: Any, found: BlocSeason, on: date) -> list[tuple[Step, str]]:
    """The guide to the bloc's stage, each step with the address where it is done."""
    season = (found.season.cluster.slug, found.season.slug)
    return [
        (step, reverse(step.place, args=season if step.of_season else (*season, found.bloc.slug)))
        for step in guide_to(found, on=on)
    ]


@require_POST
@login_required
@or_show(bloc_page)
def move(request: Any, cluster: str, season: str, bloc: str) -> HttpResponse:
    found = bloc_for(request.actor, cluster, season, bloc, to="season.move_stage", on=today())
    typed = Typed(request)
    to = typed.choice("to", list(Stage), label=_("Giai đoạn"))
    typed.check()
    move_stage(found, to=Stage(to), by=request.actor, at=now(), key=typed.key)
    told = Sentence("stage.moved", stage=Sentence(f"stage.{to}"))
    return done(request, reverse("bloc", args=(cluster, season, bloc)), told)
