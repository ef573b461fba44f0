"""A season as it is planned: plain values, from a form, a file or last season, before any row exists."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from thidua.base.workdays import working_day_after
from thidua.core.days import years_later
from thidua.core.workflow.stages import Stage
from thidua.records.directory.models import Unit
from thidua.records.seasons.models import Bloc, Campaign, HeadSelection

YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True)
class ClusterNames:
    """What a cluster, its blocs by their slugs, its head and its deputies are called."""

    name: str
    short_name: str
    head_word: str
    deputy_word: str
    blocs: Mapping[str, str]


@dataclass(frozen=True)
class ContentPlan:
    number: int
    text: str
    short_name: str


@dataclass(frozen=True)
class CampaignPlan:
    """`contents` are numbers of key contents; `movement` counts from 0, None for none; `bloc` a slug, "" for all.

    A goal is its text with slug of bloc and code of the indicator that measures it, both "" where none does.
    """

    kind: str
    name: str
    starts_on: date
    ends_on: date
    contents: tuple[int, ...] = ()
    movement: int | None = None
    run_by_youth: bool = False
    bloc: str = ""
    audience: str = Campaign.Audience.ALL.value
    audience_note: str = ""
    span: str = Campaign.Span.SHORT.value
    scope: str = ""
    method: str = ""
    proposes: tuple[str, ...] = ()
    decider: Unit | None = None
    fund: str = ""
    waves: tuple[date, ...] = ()
    goals: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class IndicatorPlan:
    """`continues` is the key of the indicator of an earlier season that measured the same."""

    code: str
    content: int
    name: str
    short_name: str
    unit_of_measure: str
    kind: str
    better: str
    aggregation: str
    source: str
    continues: int | None = None
    needs_file: bool = False


@dataclass(frozen=True)
class PeriodPlan:
    slug: str
    name: str
    from_on: date
    until_on: date
    due_on: date


@dataclass(frozen=True)
class BlocPlan:
    """`members` stand in protocol order; `milestones` are (kind, due day, place)."""

    bloc: Bloc
    starts_on: date
    ends_on: date
    members: tuple[Unit, ...]
    left_out: tuple[Stage, ...] = ()
    indicators: tuple[IndicatorPlan, ...] = ()
    periods: tuple[PeriodPlan, ...] = ()
    milestones: tuple[tuple[str, date, str], ...] = ()


@dataclass(frozen=True)
class SeasonPlan:
    slug: str
    name: str
    emulation_year: int
    motto: str
    blocs: tuple[BlocPlan, ...]
    movements: tuple[str, ...] = ()
    contents: tuple[ContentPlan, ...] = ()
    campaigns: tuple[CampaignPlan, ...] = ()


@dataclass(frozen=True)
class ClusterPlan:
    """`blocs` are (slug, name) in their order."""

    slug: str
    name: str
    short_name: str
    head_word: str
    deputy_word: str
    blocs: tuple[tuple[str, str], ...]
    head_selection: str = HeadSelection.APPOINTED


def shifted(plan: SeasonPlan, years: int) -> SeasonPlan:
    """The same plan some years later: days move, the last of February stays the last, and the year in names."""
    before, after = str(plan.emulation_year), str(plan.emulation_year + years)
    return replace(
        plan,
        emulation_year=plan.emulation_year + years,
        motto=plan.motto.replace(before, after),
        movements=tuple(name.replace(before, after) for name in plan.movements),
        contents=tuple(replace(one, text=one.text.replace(before, after)) for one in plan.contents),
        blocs=tuple(_later_bloc(one, years) for one in plan.blocs),
        campaigns=tuple(_later_campaign(one, years, before, after) for one in plan.campaigns),
    )


def _later_bloc(plan: BlocPlan, years: int) -> BlocPlan:
    # A year that begins in October stands in the names of its periods with both its numbers.
    names = {str(year): str(year + years) for year in (plan.starts_on.year, plan.ends_on.year)}
    return replace(
        plan,
        starts_on=years_later(plan.starts_on, years),
        ends_on=years_later(plan.ends_on, years),
        periods=tuple(_later_period(one, years, names) for one in plan.periods),
        milestones=tuple((kind, years_later(due_on, years), place) for kind, due_on, place in plan.milestones),
    )


def _later_period(plan: PeriodPlan, years: int, names: dict[str, str]) -> PeriodPlan:
    return replace(
        plan,
        name=YEAR.sub(lambda found: names.get(found[0], found[0]), plan.name),
        from_on=years_later(plan.from_on, years),
        until_on=years_later(plan.until_on, years),
        due_on=years_later(plan.due_on, years),
    )


def _later_campaign(plan: CampaignPlan, years: int, before: str, after: str) -> CampaignPlan:
    return replace(
        plan,
        name=plan.name.replace(before, after),
        method=plan.method.replace(before, after),
        starts_on=years_later(plan.starts_on, years),
        ends_on=years_later(plan.ends_on, years),
        waves=tuple(years_later(day, years) for day in plan.waves),
        goals=tuple((text.replace(before, after), bloc, code) for text, bloc, code in plan.goals),
    )


def off_holidays(plan: BlocPlan) -> BlocPlan:
    """The same plan, with due days of periods and milestones on the next working day where they fall on none."""
    return replace(
        plan,
        periods=tuple(replace(one, due_on=working_day_after(one.due_on, 0)) for one in plan.periods),
        milestones=tuple((kind, working_day_after(due_on, 0), place) for kind, due_on, place in plan.milestones),
    )
