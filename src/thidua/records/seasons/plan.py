"""A season as it is planned: plain values, from a form, a file or last season, before any row exists."""

from dataclasses import dataclass, replace
from datetime import date

from thidua.core.workflow.stages import Stage
from thidua.records.directory.models import Unit
from thidua.records.seasons.models import Bloc


@dataclass(frozen=True)
class ContentPlan:
    number: int
    text: str
    short_name: str


@dataclass(frozen=True)
class CampaignPlan:
    """`contents` are numbers of key contents; `movement` counts from 0, None for none; `bloc` a slug, "" for all."""

    kind: str
    name: str
    starts_on: date
    ends_on: date
    contents: tuple[int, ...] = ()
    movement: int | None = None
    run_by_youth: bool = False
    bloc: str = ""


@dataclass(frozen=True)
class IndicatorPlan:
    code: str
    content: int
    name: str
    short_name: str
    unit_of_measure: str
    kind: str
    better: str
    aggregation: str
    source: str


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


def shifted(plan: SeasonPlan, years: int) -> SeasonPlan:
    """The same plan some years later: days move, 29 February to 28 where there is none, and the year in names."""
    before, after = str(plan.emulation_year), str(plan.emulation_year + years)

    def later(day: date) -> date:
        try:
            return day.replace(year=day.year + years)
        except ValueError:
            return day.replace(year=day.year + years, day=28)

    def bloc(one: BlocPlan) -> BlocPlan:
        return replace(
            one,
            starts_on=later(one.starts_on),
            ends_on=later(one.ends_on),
            periods=tuple(
                replace(
                    period, from_on=later(period.from_on), until_on=later(period.until_on), due_on=later(period.due_on)
                )
                for period in one.periods
            ),
            milestones=tuple((kind, later(due_on), place) for kind, due_on, place in one.milestones),
        )

    return replace(
        plan,
        emulation_year=plan.emulation_year + years,
        motto=plan.motto.replace(before, after),
        contents=tuple(replace(one, text=one.text.replace(before, after)) for one in plan.contents),
        blocs=tuple(bloc(one) for one in plan.blocs),
        campaigns=tuple(
            replace(
                one,
                name=one.name.replace(before, after),
                starts_on=later(one.starts_on),
                ends_on=later(one.ends_on),
            )
            for one in plan.campaigns
        ),
    )
