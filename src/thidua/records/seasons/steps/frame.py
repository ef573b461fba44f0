"""Writes the rows of a planned season."""

from collections.abc import Iterable
from datetime import date, datetime

from thidua.core.workflow.stages import Stage
from thidua.records.seasons.models import (
    BlocSeason,
    Campaign,
    Cluster,
    Indicator,
    KeyContent,
    Membership,
    Milestone,
    Movement,
    Period,
    Season,
    SeasonRole,
)
from thidua.records.seasons.plan import BlocPlan, SeasonPlan


def write_season(cluster: Cluster, plan: SeasonPlan, *, at: datetime) -> Season:
    """All rows of a plan. The caller has asked the rights and writes the line."""
    season = Season.objects.create(
        cluster=cluster, slug=plan.slug, name=plan.name, emulation_year=plan.emulation_year, motto=plan.motto
    )
    movements = [
        Movement.objects.create(season=season, name=name, position=place)
        for place, name in enumerate(plan.movements, 1)
    ]
    contents = {
        content.number: KeyContent.objects.create(
            season=season, number=content.number, text=content.text, short_name=content.short_name
        )
        for content in plan.contents
    }
    blocs = {bloc.bloc.slug: _write_bloc(season, bloc, contents, at) for bloc in plan.blocs}
    for campaign in plan.campaigns:
        row = Campaign.objects.create(
            season=season,
            kind=campaign.kind,
            name=campaign.name,
            starts_on=campaign.starts_on,
            ends_on=campaign.ends_on,
            movement=None if campaign.movement is None else movements[campaign.movement],
            run_by_youth=campaign.run_by_youth,
            bloc_season=blocs[campaign.bloc] if campaign.bloc else None,
        )
        row.contents.set(contents[number] for number in campaign.contents)
    return season


def _write_bloc(season: Season, plan: BlocPlan, contents: dict[int, KeyContent], at: datetime) -> BlocSeason:
    row = BlocSeason.objects.create(
        season=season,
        bloc=plan.bloc,
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
        left_out=[stage.value for stage in plan.left_out],
        stage_since=at,
    )
    Membership.objects.bulk_create(
        Membership(
            bloc_season=row, unit=unit, position=place, name=unit.name, short_name=unit.short_name, label=unit.label
        )
        for place, unit in enumerate(plan.members, 1)
    )
    Indicator.objects.bulk_create(
        Indicator(
            bloc_season=row,
            content=contents[one.content],
            code=one.code,
            name=one.name,
            short_name=one.short_name,
            unit_of_measure=one.unit_of_measure,
            kind=one.kind,
            better=one.better,
            aggregation=one.aggregation,
            source=one.source,
            position=place,
        )
        for place, one in enumerate(plan.indicators, 1)
    )
    Period.objects.bulk_create(
        Period(
            bloc_season=row,
            slug=one.slug,
            name=one.name,
            position=place,
            from_on=one.from_on,
            until_on=one.until_on,
            due_on=one.due_on,
        )
        for place, one in enumerate(plan.periods, 1)
    )
    Milestone.objects.bulk_create(
        Milestone(bloc_season=row, kind=kind, due_on=due_on, place=place) for kind, due_on, place in plan.milestones
    )
    return row


def enter_stage(bloc: BlocSeason, stage: Stage, *, at: datetime) -> None:
    """The bloc stands at a stage from now on."""
    bloc.stage, bloc.stage_since = stage.value, at
    bloc.turn()
    bloc.save(update_fields=["stage", "stage_since", "version"])


def carry_roles(season: Season, kept: Iterable[SeasonRole], *, on: date) -> None:
    """Whoever has a part keeps it in another season from that day; a deputy of one bloc in the same bloc."""
    blocs = {bloc.bloc_id: bloc for bloc in season.blocs.all()}
    for role in kept:
        bloc = blocs.get(role.bloc_season.bloc_id) if role.bloc_season else None
        if not season.roles.filter(role=role.role, person=role.person).exists():
            SeasonRole.objects.create(
                season=season, role=role.role, person=role.person, unit=role.unit, bloc_season=bloc, from_on=on
            )
