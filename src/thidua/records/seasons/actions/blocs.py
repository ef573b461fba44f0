"""Acts on a bloc before it is launched: its members, indicators and calendar; due days move until it scores."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, Sentence, refuse, require
from thidua.core.workflow.stages import Stage
from thidua.records.directory.models import Unit
from thidua.records.directory.steps.standing import held_units
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.seasons import access
from thidua.records.seasons.models import BlocSeason, Membership
from thidua.records.seasons.plan import IndicatorPlan, PeriodPlan
from thidua.records.seasons.queries.plan import calendar_told, indicators_told, members_told
from thidua.records.seasons.queries.succession import ended_faults
from thidua.records.seasons.steps.blocs import write_due_days, write_indicators, write_members, write_periods
from thidua.records.seasons.steps.locks import hold_blocs_of


@dataclass(frozen=True)
class Calendar:
    """A bloc's year: first and last day, stages left out, periods, and milestones as (kind, due day, place)."""

    starts_on: date
    ends_on: date
    left_out: tuple[Stage, ...]
    periods: tuple[PeriodPlan, ...]
    milestones: tuple[tuple[str, date, str], ...]


@act
def set_members(
    bloc: BlocSeason, *, units: Sequence[Unit], seen_version: int, by: Actor, at: datetime, key: str
) -> BlocSeason:
    """The bloc's units in protocol order, until it is launched.

    Raises NotPossible if someone has saved since, if the bloc is launched, or naming units that
    stand twice or in another bloc of the season, or that are no more.
    """
    now = held_units(units)
    units = [now[unit.pk] for unit in units]
    bloc = _locked(bloc, seen_version, by, at)
    _require_planned(bloc)
    faults = [Sentence("bloc.member_twice", unit=unit.name) for unit, times in Counter(units).items() if times > 1]
    others = Membership.objects.filter(bloc_season__season=bloc.season_id, unit__in=units, left_on=None)
    faults += [
        Sentence("bloc.member_elsewhere", unit=other.name, bloc=other.bloc_season.bloc.name)
        for other in others.exclude(bloc_season=bloc).select_related("bloc_season__bloc")
    ]
    faults += ended_faults(units)
    if faults:
        raise NotPossible(*faults)
    before = members_told(bloc)
    write_members(bloc, units)
    return _kept(bloc, "bloc.members_set", before, members_told(bloc), by, at)


@act
def set_indicators(
    bloc: BlocSeason, *, indicators: Sequence[IndicatorPlan], seen_version: int, by: Actor, at: datetime, key: str
) -> BlocSeason:
    """What the bloc's contents are measured by, known by code, until it is launched.

    Raises NotPossible if someone has saved since, if the bloc is launched, for a code that stands
    twice or a content that the season does not have.
    """
    bloc = _locked(bloc, seen_version, by, at)
    _require_planned(bloc)
    numbers = set(bloc.season.contents.values_list("number", flat=True))
    codes = Counter(plan.code for plan in indicators)
    faults = [Sentence("indicator.twice", code=code) for code, times in codes.items() if times > 1]
    faults += [
        Sentence("indicator.no_content", name=plan.name, number=plan.content)
        for plan in indicators
        if plan.content not in numbers
    ]
    if faults:
        raise NotPossible(*faults)
    before = indicators_told(bloc)
    write_indicators(bloc, indicators)
    return _kept(bloc, "bloc.indicators_set", before, indicators_told(bloc), by, at)


@act
def set_calendar(
    bloc: BlocSeason, *, calendar: Calendar, seen_version: int, by: Actor, at: datetime, key: str
) -> BlocSeason:
    """The bloc's year, periods and milestones; once it is launched only due days and milestones move.

    Raises NotPossible if someone has saved since, for days that run backwards, overlap or lie outside
    the bloc's year, or if more than due days would change after the launch.
    """
    return _set_calendar(bloc, calendar, seen_version, by, at)


@act
def set_calendars(
    calendars: Sequence[tuple[BlocSeason, Calendar, int]], *, by: Actor, at: datetime, key: str
) -> list[BlocSeason]:
    """Those of several blocs of a season, each with the version that was seen, all or none; as `set_calendar`."""
    return [_set_calendar(bloc, calendar, seen, by, at) for bloc, calendar, seen in calendars]


def _set_calendar(bloc: BlocSeason, calendar: Calendar, seen_version: int, by: Actor, at: datetime) -> BlocSeason:
    bloc = _locked(bloc, seen_version, by, at)
    if faults := _faults(calendar):
        raise NotPossible(*faults)
    before = calendar_told(bloc)
    if bloc.at_stage is Stage.PLANNED:
        bloc.starts_on, bloc.ends_on = calendar.starts_on, calendar.ends_on
        bloc.left_out = [stage.value for stage in calendar.left_out]
        bloc.save(update_fields=["starts_on", "ends_on", "left_out"])
        write_periods(bloc, calendar.periods)
    else:
        _require_same_frame(bloc, calendar)
    write_due_days(bloc, calendar.periods, calendar.milestones)
    return _kept(bloc, "bloc.calendar_set", before, calendar_told(bloc), by, at)


def _locked(bloc: BlocSeason, seen_version: int, by: Actor, at: datetime) -> BlocSeason:
    # All blocs of the season: a unit stands in one of them, and the contents that indicators measure are theirs all.
    hold_blocs_of(bloc.season_id)
    bloc = BlocSeason.objects.select_related("season__cluster", "bloc").get(pk=bloc.pk)
    require(access.may(by, "season.plan", season=bloc.season, bloc=bloc, on=local_day(at)))
    bloc.expect(seen_version)
    return bloc


def _kept(bloc: BlocSeason, kind: str, before: list[str], after: list[str], by: Actor, at: datetime) -> BlocSeason:
    bloc.turn()
    bloc.save(update_fields=["version"])
    record(kind, by=by, at=at, subjects=[bloc, bloc.season], body={"before": before, "after": after})
    return bloc


def _require_planned(bloc: BlocSeason) -> None:
    """With the launch every unit gets its reports: from then on units, indicators and periods stand."""
    if bloc.at_stage is not Stage.PLANNED:
        raise refuse("bloc.is_launched")


def _require_same_frame(bloc: BlocSeason, calendar: Calendar) -> None:
    there = [(row.slug, row.name, row.from_on, row.until_on) for row in bloc.periods.all()]
    asked = [(plan.slug, plan.name, plan.from_on, plan.until_on) for plan in calendar.periods]
    year = (calendar.starts_on, calendar.ends_on, calendar.left_out)
    if there != asked or year != (bloc.starts_on, bloc.ends_on, bloc.stages_left_out):
        raise refuse("bloc.only_due_days")


def _faults(calendar: Calendar) -> list[Sentence]:
    first, last = calendar.starts_on, calendar.ends_on
    if last <= first:
        return [Sentence("bloc.year_backwards", first=first, last=last)]
    faults = []
    before: PeriodPlan | None = None
    for plan in calendar.periods:
        if plan.until_on < plan.from_on:
            faults.append(Sentence("period.backwards", name=plan.name, from_on=plan.from_on, until_on=plan.until_on))
        elif plan.from_on < first or plan.until_on > last:
            faults.append(Sentence("period.outside", name=plan.name, first=first, last=last))
        elif before is not None and plan.from_on <= before.until_on:
            faults.append(Sentence("period.overlaps", name=plan.name, other=before.name))
        before = plan
    slugs = Counter(plan.slug for plan in calendar.periods)
    return faults + [Sentence("period.twice", slug=slug) for slug, times in slugs.items() if times > 1]
