"""Step 3: one calendar for all blocs, proposed by working days and mended before it is kept."""

from collections.abc import Mapping, Sequence
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
from thidua.base.workdays import is_decided
from thidua.core.answer import Sentence, refuse, require
from thidua.pages.beginning.strip import frame, in_hand
from thidua.pages.shared.figures import day
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.records.seasons.access import may_found
from thidua.records.seasons.actions.blocs import Calendar, set_calendars
from thidua.records.seasons.doubts import doubts_about
from thidua.records.seasons.models import BlocSeason, Season
from thidua.records.seasons.plan import PeriodPlan
from thidua.records.seasons.proposals import proposed_milestones, proposed_periods


def _calendar_page(request: Any) -> HttpResponse:
    require(may_found(request.actor))
    season = in_hand(request)
    return page(request, "beginning/calendar.html", **_shown(request, season), **frame("calendar", season))


def _shown(request: Any, season: Season | None) -> dict[str, Any]:
    """The proposal, or what stands in the first bloc and in all that go by the same days."""
    if season is None:
        return {}
    first, alike, apart = _parted(season)
    periods, kept = _periods_of(first), _days_of(first)
    on = {kind: kept.get(kind, proposed if not kept else None) for kind, proposed in _proposed_days(first)}
    form = filled(
        request, **{f"due-{one.slug}": day(one.due_on) for one in periods},
        **{f"on-{kind}": day(one) if one else "" for kind, one in on.items()},
    )  # fmt: skip
    return {
        "blocs": alike,
        "apart": apart,
        "kept": bool(kept) or first.periods.exists(),
        "doubts": _doubts(first, periods, kept) if kept and request.method != "POST" else [],
        "expected": _years_expected(first),
        "short": next((one for one in periods[-1:] if one.until_on < first.ends_on), None),
        "periods": [(one, form.get(f"due-{one.slug}", "")) for one in periods],
        "milestones": [(kind, form.get(f"on-{kind}", "")) for kind in on],
        "versions": [(bloc.public_id, bloc.version) for bloc in alike],
        "first_day": first.starts_on,
        "last_day": first.ends_on,
    }


def _doubts(bloc: BlocSeason, periods: Sequence[PeriodPlan], days: Mapping[str, date | None]) -> list[Sentence]:
    known = {kind: on for kind, on in days.items() if on is not None}
    return doubts_about(known, periods, starts_on=bloc.starts_on, ends_on=bloc.ends_on)


def _years_expected(bloc: BlocSeason) -> list[int]:
    """Years to come in which holidays are reckoned by the rules alone."""
    years = range(max(bloc.starts_on.year, today().year), bloc.ends_on.year + 1)
    return [year for year in years if not is_decided(year)]


def _parted(season: Season) -> tuple[BlocSeason, list[BlocSeason], list[BlocSeason]]:
    """The first bloc; it with all that have its days or none yet; those that have days of their own."""
    blocs = list(season.blocs.select_related("bloc", "season__cluster").prefetch_related("periods", "milestones"))
    first, others = blocs[0], blocs[1:]
    apart = [bloc for bloc in others if not _goes_with(bloc, first)]
    return first, [bloc for bloc in blocs if bloc not in apart], apart


def _goes_with(bloc: BlocSeason, first: BlocSeason) -> bool:
    days = _calendar_told(bloc)
    return _year(bloc) == _year(first) and (not any(days) or days == _calendar_told(first))


def _year(bloc: BlocSeason) -> tuple[date, date]:
    return bloc.starts_on, bloc.ends_on


def _calendar_told(bloc: BlocSeason) -> tuple[list[Any], dict[str, date]]:
    return [(one.slug, one.name, one.from_on, one.until_on, one.due_on) for one in bloc.periods.all()], _days_of(bloc)


def _days_of(bloc: BlocSeason) -> dict[str, date]:
    return {one.kind: one.due_on for one in bloc.milestones.all()}


def _periods_of(bloc: BlocSeason) -> list[PeriodPlan]:
    """Those that stand, by whatever page they were written, else the proposed ones."""
    there = [PeriodPlan(one.slug, one.name, one.from_on, one.until_on, one.due_on) for one in bloc.periods.all()]
    return there or proposed_periods(bloc.starts_on, bloc.ends_on)


def _proposed_days(bloc: BlocSeason) -> list[tuple[str, date]]:
    return proposed_milestones(bloc.starts_on, bloc.ends_on, on=today())


@login_required
@or_show(_calendar_page)
def calendar(request: Any) -> HttpResponse:
    if request.method != "POST":
        return _calendar_page(request)
    season, typed = _season(request), Typed(request)
    first, alike, _apart = _parted(season)
    periods = [replace(one, due_on=_due(typed, one)) for one in _periods_of(first)]
    days = {
        kind: typed.day(f"on-{kind}", label=say(Sentence(f"milestone.{kind}")), required=False)
        for kind, _proposal in _proposed_days(first)
    }
    typed.check()
    _keep(request, typed, alike, tuple(periods), days)
    there = "begin_calendar" if _doubts(first, periods, days) else "begin_plan"
    return done(request, reverse(there), Sentence("begin.calendar_kept", count=len(alike)))


def _due(typed: Typed, period: PeriodPlan) -> date:
    found = typed.day(f"due-{period.slug}", label=_("{period}, hạn nộp").format(period=period.name))
    return found or date.min


@require_POST
@login_required
@or_show(_calendar_page)
def withdraw(request: Any) -> HttpResponse:
    """The blocs have no calendar any more; their year stays, and so does a bloc with days of its own."""
    season, typed = _season(request), Typed(request)
    _first, alike, _apart = _parted(season)
    _keep(request, typed, alike, (), None)
    return done(request, reverse("begin_calendar"), Sentence("begin.calendar_withdrawn"))


def _keep(
    request: Any,
    typed: Typed,
    blocs: list[BlocSeason],
    periods: tuple[PeriodPlan, ...],
    days: Mapping[str, date | None] | None,
) -> None:
    """`days` by kind, None for one that goes; without any all go."""
    calendars = [
        (
            bloc,
            Calendar(bloc.starts_on, bloc.ends_on, bloc.stages_left_out, periods, _milestones(bloc, days)),
            typed.whole(f"version-{bloc.public_id}"),
        )
        for bloc in blocs
    ]
    set_calendars(calendars, by=request.actor, at=now(), key=typed.key)


def _milestones(bloc: BlocSeason, days: Mapping[str, date | None] | None) -> tuple[tuple[str, date, str], ...]:
    """Each with the place that was written for it already; kinds that this page does not ask about stay."""
    if days is None:
        return ()
    there = {one.kind: one for one in bloc.milestones.all()}
    asked = [(kind, on, there[kind].place if kind in there else "") for kind, on in days.items() if on is not None]
    return (*asked, *((one.kind, one.due_on, one.place) for one in there.values() if one.kind not in days))


def _season(request: Any) -> Season:
    """The season in hand. Raises NotPossible while there is none."""
    require(may_found(request.actor))
    if (season := in_hand(request)) is None:
        raise refuse("begin.no_region")
    return season
