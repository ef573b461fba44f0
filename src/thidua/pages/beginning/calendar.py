"""Step 3: one calendar for all blocs, proposed by working days and mended before it is kept."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.base.clock import now, today
from thidua.base.wording import say
from thidua.core.answer import Sentence, refuse, require
from thidua.pages.beginning.strip import frame, in_hand
from thidua.pages.shared.figures import day
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.records.seasons.access import may_found
from thidua.records.seasons.actions.blocs import Calendar, set_calendar
from thidua.records.seasons.models import BlocSeason, Season
from thidua.records.seasons.plan import PeriodPlan
from thidua.records.seasons.proposals import proposed_milestones, proposed_periods


def _calendar_page(request: Any) -> HttpResponse:
    require(may_found(request.actor))
    season = in_hand(request)
    return page(request, "beginning/calendar.html", **_shown(request, season), **frame("calendar", season))


def _shown(request: Any, season: Season | None) -> dict[str, Any]:
    """The proposal, or what stands in the first bloc; days may differ from bloc to bloc later."""
    if season is None:
        return {}
    blocs = list(season.blocs.select_related("bloc", "season__cluster"))
    periods, milestones = _proposed(blocs[0])
    there = {one.slug: one for one in blocs[0].periods.all()}
    due = {one.slug: there[one.slug].due_on if one.slug in there else one.due_on for one in periods}
    kept = {one.kind: one.due_on for one in blocs[0].milestones.all()}
    on = {kind: kept.get(kind, proposed if not kept else None) for kind, proposed in milestones}
    form = filled(
        request, **{f"due-{slug}": day(one) for slug, one in due.items()},
        **{f"on-{kind}": day(one) if one else "" for kind, one in on.items()},
    )  # fmt: skip
    return {
        "blocs": blocs,
        "kept": bool(there or kept),
        "periods": [(one, form.get(f"due-{one.slug}", "")) for one in periods],
        "milestones": [(kind, form.get(f"on-{kind}", "")) for kind, _ in milestones],
        "versions": [(bloc.public_id, bloc.version) for bloc in blocs],
        "first_day": blocs[0].starts_on,
        "last_day": blocs[0].ends_on,
    }


def _proposed(bloc: BlocSeason) -> tuple[list[PeriodPlan], list[tuple[str, date]]]:
    return (
        proposed_periods(bloc.starts_on, bloc.ends_on),
        proposed_milestones(bloc.starts_on, bloc.ends_on, on=today()),
    )


@login_required
@or_show(_calendar_page)
def calendar(request: Any) -> HttpResponse:
    if request.method != "POST":
        return _calendar_page(request)
    season, typed = _season(request), Typed(request)
    blocs = list(season.blocs.select_related("bloc", "season__cluster"))
    planned, dated = _proposed(blocs[0])
    periods = [replace(one, due_on=_due(typed, one)) for one in planned]
    milestones = [
        (kind, on, "")
        for kind, _proposal in dated
        if (on := typed.day(f"on-{kind}", label=say(Sentence(f"milestone.{kind}")), required=False))
    ]
    typed.check()
    _keep(request, typed, blocs, tuple(periods), tuple(milestones))
    return done(request, reverse("begin_plan"), Sentence("begin.calendar_kept", count=len(blocs)))


def _due(typed: Typed, period: PeriodPlan) -> date:
    found = typed.day(f"due-{period.slug}", label=_("{period}, hạn nộp").format(period=period.name))
    return found or date.min


@require_POST
@login_required
@or_show(_calendar_page)
def withdraw(request: Any) -> HttpResponse:
    """The blocs have no calendar any more; their year stays."""
    season, typed = _season(request), Typed(request)
    _keep(request, typed, list(season.blocs.select_related("bloc", "season__cluster")), (), ())
    return done(request, reverse("begin_calendar"), Sentence("begin.calendar_withdrawn"))


def _keep(
    request: Any,
    typed: Typed,
    blocs: list[BlocSeason],
    periods: tuple[PeriodPlan, ...],
    milestones: tuple[tuple[str, date, str], ...],
) -> None:
    for n, bloc in enumerate(blocs):
        asked = Calendar(bloc.starts_on, bloc.ends_on, bloc.stages_left_out, periods, milestones)
        seen = typed.whole(f"version-{bloc.public_id}")
        set_calendar(bloc, calendar=asked, seen_version=seen, by=request.actor, at=now(), key=f"{typed.key[:60]}-{n}")


def _season(request: Any) -> Season:
    """The season in hand. Raises NotPossible while there is none."""
    require(may_found(request.actor))
    if (season := in_hand(request)) is None:
        raise refuse("begin.no_region")
    return season
