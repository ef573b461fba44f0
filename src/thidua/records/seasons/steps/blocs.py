"""Writes a bloc's members, indicators and periods over those that stand; rows that stay keep their keys."""

from collections.abc import Sequence
from datetime import date

from thidua.core.texts import composed
from thidua.records.directory.models import Unit
from thidua.records.seasons.models import BlocSeason, Indicator, Membership, Milestone, Period
from thidua.records.seasons.plan import IndicatorPlan, PeriodPlan


def write_members(bloc: BlocSeason, units: Sequence[Unit]) -> None:
    """Members in protocol order, with the names that the units have now."""
    bloc.members.exclude(unit__in=units).delete()
    there = {row.unit_id: row for row in bloc.members.all()}
    new: list[Membership] = []
    old: list[Membership] = []
    for place, unit in enumerate(units, 1):
        row = there.get(unit.pk) or Membership(bloc_season=bloc, unit=unit)
        row.position, row.name, row.short_name, row.label = place, unit.name, unit.short_name, unit.label
        (old if row.pk else new).append(row)
    Membership.objects.bulk_create(new)
    Membership.objects.bulk_update(old, ["position", "name", "short_name", "label"], batch_size=500)


def write_indicators(bloc: BlocSeason, indicators: Sequence[IndicatorPlan]) -> None:
    """Indicators by code, in their order; one that measures otherwise than before continues nothing any more."""
    gone = bloc.indicators.exclude(code__in=[plan.code for plan in indicators])
    Indicator.objects.filter(continues__in=gone).update(continues=None)
    gone.delete()
    there = {row.code: row for row in bloc.indicators.all()}
    contents = {row.number: row for row in bloc.season.contents.all()}
    for place, plan in enumerate(indicators, 1):
        row = there.get(plan.code) or Indicator(bloc_season=bloc, code=plan.code)
        if (row.kind, row.aggregation, row.unit_of_measure) != (plan.kind, plan.aggregation, plan.unit_of_measure):
            row.continues = None
        row.content, row.position = contents[plan.content], place
        row.name, row.short_name = composed(plan.name), composed(plan.short_name)
        row.unit_of_measure, row.source = composed(plan.unit_of_measure), composed(plan.source)
        row.kind, row.better, row.aggregation = plan.kind, plan.better, plan.aggregation
        row.needs_file = plan.needs_file
        row.save()


def write_periods(bloc: BlocSeason, periods: Sequence[PeriodPlan]) -> None:
    """Reporting periods by slug, in their order."""
    bloc.periods.exclude(slug__in=[plan.slug for plan in periods]).delete()
    there = {row.slug: row for row in bloc.periods.all()}
    for place, plan in enumerate(periods, 1):
        row = there.get(plan.slug) or Period(bloc_season=bloc, slug=plan.slug)
        row.name, row.position = composed(plan.name), place
        row.from_on, row.until_on, row.due_on = plan.from_on, plan.until_on, plan.due_on
        row.save()


def write_due_days(
    bloc: BlocSeason, periods: Sequence[PeriodPlan], milestones: Sequence[tuple[str, date, str]]
) -> None:
    """Due days of the periods that stand, and the milestones: a kind that is left out goes."""
    due = {plan.slug: plan.due_on for plan in periods}
    for period in bloc.periods.all():
        if period.due_on != due[period.slug]:
            period.due_on = due[period.slug]
            period.save(update_fields=["due_on"])
    bloc.milestones.exclude(kind__in=[kind for kind, _, _ in milestones]).delete()
    for kind, due_on, place in milestones:
        Milestone.objects.update_or_create(
            bloc_season=bloc, kind=kind, defaults={"due_on": due_on, "place": composed(place)}
        )


def move_due_day(bloc: BlocSeason, kind: str, due_on: date, period: Period | None) -> None:
    """One due day moves: that of a period, else that of the milestone of a kind."""
    if period is not None:
        bloc.periods.filter(pk=period.pk).update(due_on=due_on)
    else:
        bloc.milestones.filter(kind=kind).update(due_on=due_on)
